package export

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"saejob/internal/atomic"
	"saejob/internal/job"
	"saejob/internal/sae"
	"saejob/internal/secret"
	"saejob/internal/trial"
)

// key makes digests, so that placeholders can be compared from run to run.
func key(t *testing.T) func(*Options) {
	t.Helper()
	k, err := secret.ParseKey(strings.Repeat("0123456789abcdef", 4))
	if err != nil {
		t.Fatal(err)
	}
	return func(o *Options) { o.Key = k }
}

const canary = "canary-3f9d"

// full is an answer with all that makes a second run hard: secrets, sets,
// structure in text, numbers and texts to keep.
func full(values ...string) string {
	return answerOf("1", "nightly", prod, append([]string{
		"OssAkSecret", `"` + canary + `"`,
		"Envs", `"[{\"name\":\"DB_PASSWORD\",\"value\":\"` + canary + `\"},{\"name\":\"MODE\",\"value\":\"fast\"}]"`,
		"Tags", `[{"Key":"env","Value":"prod"},{"Key":"app","Value":"x"}]`,
		"RefedAppIds", `["b","a"]`,
		"PhpConfig", `"a\r\nb\n"`,
		"Unknown", `{"b":1.50,"a":1e400}`,
		"Suspend", "false", "Timeout", "0", "AppDescription", `""`,
	}, values...)...)
}

// shuffled is the same as full, in another order and spacing.
func shuffled() string {
	return `{ "Unknown" : {"a":1e400 , "b":1.50}, "RefedAppIds":["a","b"], "Timeout":0, "Suspend":false,
	"Tags":[{"Value":"x","Key":"app"},{"Key":"env","Value":"prod"}], "PhpConfig":"a\r\nb\n", "SlsConfigs": "",
	"Envs":"[ {\"value\":\"` + canary + `\",\"name\":\"DB_PASSWORD\"}, {\"name\":\"MODE\",\"value\":\"fast\"} ]",
	"OssAkSecret":"` + canary + `", "Replicas":1,"Memory":1024,"Cpu":500,"ImageUrl":"a/b:1","PackageType":"Image",
	"NamespaceId":"cn-beijing:prod","RegionId":"cn-beijing","AppName":"nightly","AppId":"1"}`
}

func TestSecondRunTouchesNothing(t *testing.T) {
	for name, options := range map[string][]func(*Options){"without key": nil, "with key": {key(t)}} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, dir, listed(t, true, full()), options...)
			if text := read(t, dir, "nightly.yaml"); strings.Contains(text, canary) {
				t.Fatal(text)
			}
			before := look(t, dir)
			for _, data := range []string{full(), shuffled()} {
				equal(t, "again", write(t, dir, listed(t, true, data), options...), "unchanged nightly.yaml\n")
				untouched(t, dir, before)
			}
		})
	}
}

// A file in another style holds the same template: it is not opened for writing.
func TestOtherStyleIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, listed(t, true, full()))
	text := read(t, dir, "nightly.yaml")
	lines := strings.SplitAfter(text, "\n")
	put(t, "# mine\r\n"+strings.ReplaceAll(strings.Join(append(lines[1:], lines[0]), ""), "\n", "\r\n"), dir, "nightly.yaml")
	before := look(t, dir)
	equal(t, "outcome", write(t, dir, listed(t, true, full())), "unchanged nightly.yaml\n")
	untouched(t, dir, before)
}

func TestCommentsAreCarried(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, listed(t, true, full()))
	edit(t, "Timeout: 0", "\n# why so long\nTimeout: 0 # seconds", dir, "nightly.yaml")
	edit(t, "  - name: MODE", "  # speed\n  - name: MODE", dir, "nightly.yaml")
	changed := strings.Replace(full(), `,{\"name\":\"MODE\",\"value\":\"fast\"}`, "", 1)
	changed = strings.Replace(changed, `"Timeout":0`, `"Timeout":60`, 1)
	equal(t, "outcome", write(t, dir, listed(t, true, changed)), "changed nightly.yaml\n")
	text := read(t, dir, "nightly.yaml")
	for _, want := range []string{"\n\n# why so long\nTimeout: 60 # seconds\n", "\n# was at Envs[MODE]: speed\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	equal(t, "again", write(t, dir, listed(t, true, changed)), "unchanged nightly.yaml\n")
}

func TestPlaceholdersGainDigestsAndKeepThem(t *testing.T) {
	dir := t.TempDir()
	l := func() *Listing { return listed(t, true, full()) }
	write(t, dir, l())
	equal(t, "key comes", write(t, dir, l(), key(t)), "changed nightly.yaml\n")
	keyed := read(t, dir, "nightly.yaml")
	if strings.Count(keyed, "<redacted ") != 2 || strings.Contains(keyed, canary) {
		t.Fatal(keyed)
	}
	equal(t, "key goes", write(t, dir, l()), "unchanged nightly.yaml\n")
	equal(t, "another field changes without key", write(t, dir, listed(t, true, full("Slice", "true"))), "changed nightly.yaml\n")
	if text := read(t, dir, "nightly.yaml"); strings.Count(text, "<redacted ") != 2 {
		t.Error(text)
	}
	other := listed(t, true, strings.Replace(full("Slice", "true"), `"OssAkSecret":"`+canary, `"OssAkSecret":"`+canary+"-new", 1))
	equal(t, "secret changes", write(t, dir, other, key(t)), "changed nightly.yaml\n")
}

// A secret that somebody wrote into a file is not kept there.
// A set is put in order when its secrets are placeholders: another secret moves none
// of its items.
func TestSecretsDoNotOrderSets(t *testing.T) {
	hooks := func(a, b string) string {
		return answerOf("1", "nightly", prod, "PublicWebHookUrls",
			`["https://hook.example.com/?access_token=`+a+`&robot=a","https://hook.example.com/?access_token=`+b+`&robot=b"]`)
	}
	for _, secrets := range [][2]string{{"aaaa" + canary, "zzzz" + canary}, {"zzzz" + canary, "aaaa" + canary}} {
		dir := t.TempDir()
		write(t, dir, listed(t, true, hooks(secrets[0], secrets[1])))
		text := read(t, dir, "nightly.yaml")
		if a, b := strings.Index(text, "robot=a"), strings.Index(text, "robot=b"); a < 0 || b < a || strings.Contains(text, canary) {
			t.Error(text)
		}
	}
}

// A directory that cannot be searched may hold a template's file: nothing is
// exported past it.
func TestDirectoryIsUnreadable(t *testing.T) {
	dir := t.TempDir()
	put(t, "mine\n", dir, "closed", "a.yaml")
	closed := filepath.Join(dir, "closed")
	if err := os.Chmod(closed, 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(closed, 0o700) })
	if _, err := os.ReadDir(closed); err == nil {
		t.Skip("this user may read everything")
	}
	_, err := Write(trial.Soon(t), listed(t, true, full()), dir, Options{Key: secret.RandomKey()})
	if !errors.Is(err, fs.ErrPermission) {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "nightly.yaml")); err == nil {
		t.Error("it was written")
	}
}

func TestSecretInFileIsReplaced(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, listed(t, true, full()))
	edit(t, "OssAkSecret: <redacted>", "OssAkSecret: "+canary, dir, "nightly.yaml")
	equal(t, "outcome", write(t, dir, listed(t, true, full())), "changed nightly.yaml\n")
	if strings.Contains(read(t, dir, "nightly.yaml"), canary) {
		t.Error("the secret is still there")
	}
}

func TestModes(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, listed(t, true, full()))
	name := filepath.Join(dir, "nightly.yaml")
	info, _ := os.Stat(name)
	if want := newMode(t); info.Mode() != want {
		t.Errorf("a new file has %v, not %v", info.Mode(), want)
	}
	for _, mode := range []fs.FileMode{0o600, 0o666, 0o444, 0o755} {
		if err := os.Chmod(name, mode); err != nil {
			t.Fatal(err)
		}
		data := full("Command", `"`+mode.String()+`"`)
		equal(t, "outcome", write(t, dir, listed(t, true, data)), "changed nightly.yaml\n")
		if info, _ := os.Stat(name); info.Mode() != mode {
			t.Errorf("%v became %v", mode, info.Mode())
		}
	}
}

// newMode returns the mode that 0644 becomes under the umask of this run.
func newMode(t *testing.T) fs.FileMode {
	t.Helper()
	name := filepath.Join(t.TempDir(), "new")
	if err := os.WriteFile(name, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	return info.Mode()
}

func symlink(t *testing.T, to string, elements ...string) {
	t.Helper()
	if err := os.Symlink(to, filepath.Join(elements...)); err != nil {
		t.Skip(err)
	}
}

func TestLinksAreNotFollowed(t *testing.T) {
	data := answerOf("1", "nightly", prod)
	t.Run("out of the directory", func(t *testing.T) {
		dir, out := t.TempDir(), t.TempDir()
		put(t, "mine\n", out, "bashrc")
		symlink(t, filepath.Join(out, "bashrc"), dir, "nightly.yaml")
		equal(t, "outcome", write(t, dir, listed(t, true, data)), "refused nightly.yaml: nightly.yaml is a link; nothing is written there\n")
		equal(t, "target", read(t, out, "bashrc"), "mine\n")
	})
	t.Run("inside", func(t *testing.T) {
		dir := t.TempDir()
		write(t, dir, listed(t, true, answerOf("2", "other", prod)))
		symlink(t, "other.yaml", dir, "nightly.yaml")
		before := look(t, dir)
		equal(t, "outcome", write(t, dir, listed(t, true, data)), "refused nightly.yaml: nightly.yaml is a link; nothing is written there\n")
		untouched(t, dir, before)
	})
	t.Run("dangling", func(t *testing.T) {
		dir := t.TempDir()
		symlink(t, "nowhere", dir, "nightly.yaml")
		equal(t, "outcome", write(t, dir, listed(t, true, data)), "refused nightly.yaml: nightly.yaml is a link; nothing is written there\n")
	})
	t.Run("parent, out", func(t *testing.T) {
		dir, out := t.TempDir(), t.TempDir()
		symlink(t, out, dir, "cn-beijing")
		equal(t, "outcome", write(t, dir, listed(t, false, data)), "refused cn-beijing/prod/nightly.yaml: cn-beijing is a link; nothing is written there\n")
		equal(t, "outside", names(t, out), "")
	})
	t.Run("parent, inside", func(t *testing.T) {
		dir := t.TempDir()
		put(t, "", dir, "real", "keep")
		symlink(t, "real", dir, "cn-beijing")
		equal(t, "outcome", write(t, dir, listed(t, false, data)), "refused cn-beijing/prod/nightly.yaml: cn-beijing is a link; nothing is written there\n")
		equal(t, "inside", names(t, filepath.Join(dir, "real")), "keep\n")
	})
	t.Run("the directory itself", func(t *testing.T) {
		dir, at := t.TempDir(), t.TempDir()
		symlink(t, dir, at, "jobs")
		equal(t, "outcome", write(t, filepath.Join(at, "jobs"), listed(t, true, data)), "added nightly.yaml\n")
		equal(t, "files", names(t, dir), "nightly.yaml\n")
	})
	t.Run("the temporary file", func(t *testing.T) {
		dir, out := t.TempDir(), t.TempDir()
		put(t, "mine\n", out, "bashrc")
		symlink(t, filepath.Join(out, "bashrc"), dir, ".saejob-nightly.yaml.tmp")
		got := write(t, dir, listed(t, true, data))
		if !strings.HasPrefix(got, "refused nightly.yaml: ") {
			t.Error(got)
		}
		equal(t, "target", read(t, out, "bashrc"), "mine\n")
	})
}

func TestOtherThingsInTheWay(t *testing.T) {
	dir := t.TempDir()
	put(t, "", dir, "nightly.yaml", "keep")
	put(t, "", dir, "cn-beijing", "prod")
	data := answerOf("1", "nightly", prod)
	equal(t, "a directory", write(t, dir, listed(t, true, data)), "refused nightly.yaml: nightly.yaml is a directory; nothing is written there\n")
	equal(t, "a file", write(t, dir, listed(t, false, data)), "refused cn-beijing/prod/nightly.yaml: cn-beijing/prod is a file; nothing is written there\n")
}

func TestLeftoversAreRemoved(t *testing.T) {
	dir := t.TempDir()
	put(t, "half", dir, ".saejob-nightly.yaml.tmp")
	put(t, "half", dir, "a", "b", ".saejob-x.yaml.tmp")
	for _, mine := range []string{".saejob.yaml", ".saejob-notes", "a.tmp"} {
		put(t, "mine", dir, mine)
	}
	check(t, dir, listed(t, true, full()))
	write(t, dir, listed(t, true, full()))
	equal(t, "files", names(t, dir), ".saejob-notes\n.saejob.yaml\na.tmp\nnightly.yaml\n")
}

// A name that somebody chose may be as long as the file system takes.
func TestLongNameOfFile(t *testing.T) {
	dir := t.TempDir()
	long := strings.Repeat("é", 120) + ".yaml"
	write(t, dir, listed(t, true, full()))
	if err := os.Rename(filepath.Join(dir, "nightly.yaml"), filepath.Join(dir, long)); err != nil {
		t.Fatal(err)
	}
	equal(t, "outcome", write(t, dir, listed(t, true, full("Slice", "true"))), "changed "+long+"\n")
}

// Files whose names are cut at the same place are written at the same time.
func TestLongNamesAtATime(t *testing.T) {
	var answers []string
	for i := range 40 {
		answers = append(answers, answerOf(fmt.Sprint(i), strings.Repeat("x", 130)+fmt.Sprint(i), prod))
	}
	dir := t.TempDir()
	got := write(t, dir, listed(t, true, answers...), func(o *Options) { o.Concurrency = 40 })
	if strings.Count(got, "added ") != 40 || strings.Count(names(t, dir), "\n") != 40 {
		t.Error(got)
	}
}

// What an editor saves while templates are described is not written over.
func TestEditedMeanwhile(t *testing.T) {
	for name, c := range map[string]struct {
		what string
		edit func(t *testing.T, dir string)
	}{
		"comment": {"changed nightly.yaml\n", func(t *testing.T, dir string) { edit(t, "Cpu", "# new\nCpu", dir, "nightly.yaml") }},
		"other":   {"refused nightly.yaml: nightly.yaml was changed meanwhile; run saejob again\n", func(t *testing.T, dir string) { put(t, "AppName: x\n", dir, "nightly.yaml") }},
		"broken":  {"refused nightly.yaml: nightly.yaml:1:1: ", func(t *testing.T, dir string) { put(t, "a: [\n", dir, "nightly.yaml") }},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, dir, listed(t, true, full()))
			l := listed(t, true, full("Slice", "true"))
			data := l.Answers[0].data
			var before string
			l.Answers[0].data = func(ctx context.Context) (sae.Description, error) {
				c.edit(t, dir)
				before = read(t, dir, "nightly.yaml")
				return data(ctx)
			}
			if got := write(t, dir, l); !strings.HasPrefix(got, c.what) {
				t.Error(got)
			}
			if after := read(t, dir, "nightly.yaml"); name == "comment" && !strings.Contains(after, "# new\nCpu") || name != "comment" && after != before {
				t.Error(after)
			}
		})
	}
	t.Run("file appears", func(t *testing.T) {
		dir := t.TempDir()
		l := listed(t, true, full())
		data := l.Answers[0].data
		l.Answers[0].data = func(ctx context.Context) (sae.Description, error) {
			put(t, "mine\n", dir, "nightly.yaml")
			return data(ctx)
		}
		equal(t, "outcome", write(t, dir, l), "refused nightly.yaml: nightly.yaml is occupied by another file; move that file\n")
		equal(t, "file", read(t, dir, "nightly.yaml"), "mine\n")
	})
	t.Run("file appears where one moves to", func(t *testing.T) {
		dir := t.TempDir()
		write(t, dir, listed(t, true, answerOf("1", "old", prod)))
		l := listed(t, true, answerOf("1", "new", prod))
		data := l.Answers[0].data
		l.Answers[0].data = func(ctx context.Context) (sae.Description, error) {
			put(t, "mine\n", dir, "new.yaml")
			return data(ctx)
		}
		equal(t, "outcome", write(t, dir, l), "refused new.yaml (from old.yaml): new.yaml is occupied by another file; move that file\n")
		equal(t, "file", read(t, dir, "new.yaml"), "mine\n")
		equal(t, "files", names(t, dir), "new.yaml\nold.yaml\n")
	})
	t.Run("between look and rename", func(t *testing.T) {
		dir := t.TempDir()
		put(t, "a\n", dir, "a.yaml")
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer root.Close()
		w := newWriter(root, false)
		_, info, err := readFile(root, "a.yaml")
		if err != nil {
			t.Fatal(err)
		}
		put(t, "edited\n", dir, "a.yaml")
		for _, seen := range []fs.FileInfo{info, nil} {
			if err := w.put("a.yaml", []byte("new\n"), info, seen); err == nil {
				t.Error("written over")
			}
		}
		if err := w.remove(&current{path: "a.yaml", info: info}, "b.yaml"); err == nil {
			t.Error("removed")
		}
		equal(t, "files", names(t, dir), "a.yaml\n")
		equal(t, "file", read(t, dir, "a.yaml"), "edited\n")
	})
}

// A file system that ignores case has one file under both names. A second name of
// the same file stands for it.
func TestMoveToTheSameFile(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, listed(t, true, answerOf("1", "old", prod)))
	l := listed(t, true, answerOf("1", "new", prod))
	data := l.Answers[0].data
	l.Answers[0].data = func(ctx context.Context) (sae.Description, error) {
		if err := os.Link(filepath.Join(dir, "old.yaml"), filepath.Join(dir, "new.yaml")); err != nil {
			t.Skip(err)
		}
		return data(ctx)
	}
	equal(t, "outcome", write(t, dir, l), "moved new.yaml (from old.yaml)\n")

	put(t, "only\n", dir, "a.yaml")
	if err := os.Link(filepath.Join(dir, "a.yaml"), filepath.Join(dir, "A.yaml")); err != nil {
		t.Skip(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	info, _ := root.Lstat("a.yaml")
	if err := newWriter(root, false).remove(&current{path: "a.yaml", info: info}, "A.yaml"); err != nil {
		t.Error(err)
	}
	equal(t, "files", names(t, dir), "A.yaml\na.yaml\nnew.yaml\n")
}

func TestTooLarge(t *testing.T) {
	if testing.Short() {
		t.Skip("goes through 8 MB several times")
	}
	dir := t.TempDir()
	// A line break is two characters in the answer, and three in a file.
	data := answerOf("1", "nightly", prod, "PhpConfig", `"`+strings.Repeat(`a\n`, 2<<20)+`"`)
	want := "refused nightly.yaml: nightly.yaml would be larger than 8 MB, too large to be read again\n"
	equal(t, "check", check(t, dir, listed(t, true, data)), want)
	equal(t, "outcome", write(t, dir, listed(t, true, data)), want)
	equal(t, "files", names(t, dir), "")
}

func TestDirectoryCannotBeUsed(t *testing.T) {
	dir := t.TempDir()
	put(t, "mine\n", dir, "file")
	for _, check := range []bool{true, false} {
		for _, name := range []string{"file", "file/below"} {
			if _, err := Write(trial.Soon(t), listed(t, true, full()), filepath.Join(dir, name), Options{Key: secret.RandomKey(), Check: check}); err == nil {
				t.Errorf("%s, check %v: no error", name, check)
			}
		}
	}
}

func TestOneRunAtATime(t *testing.T) {
	dir := t.TempDir()
	l := listed(t, true, full())
	data := l.Answers[0].data
	var second error
	l.Answers[0].data = func(ctx context.Context) (sae.Description, error) {
		_, second = Write(ctx, listed(t, true, full()), dir, Options{Key: secret.RandomKey()})
		equal(t, "a check meanwhile", check(t, dir, listed(t, true, full())), "added nightly.yaml\n")
		return data(ctx)
	}
	equal(t, "first", write(t, dir, l), "added nightly.yaml\n")
	meanwhile := t.TempDir()
	l.Answers[0].data = func(ctx context.Context) (sae.Description, error) {
		equal(t, "an export amid a check", write(t, meanwhile, listed(t, true, full())), "added nightly.yaml\n")
		return data(ctx)
	}
	said := func(o Outcome) {
		equal(t, "that check", fmt.Sprint(o.Status, ": ", o.Err), "refused: nightly.yaml was changed meanwhile; run saejob again")
	}
	if s, err := Write(trial.Soon(t), l, meanwhile, Options{Key: secret.RandomKey(), Check: true, Done: said}); err != nil || s[Refused] != 1 {
		t.Error(s, err)
	}
	l.Answers[0].data = data
	if !errors.Is(second, ErrLocked) || !strings.HasPrefix(second.Error(), dir+": another saejob is exporting") {
		t.Errorf("second: %v", second)
	}
	equal(t, "third", write(t, dir, listed(t, true, full())), "unchanged nightly.yaml\n")
	equal(t, "files", names(t, dir), "nightly.yaml\n")
}

func TestCheckDoesNotMakeTheDirectory(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "jobs")
	got := write(t, dir, listed(t, true, full()), func(o *Options) { o.Check = true })
	equal(t, "check", got, "added nightly.yaml\n")
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	equal(t, "write", write(t, dir, listed(t, true, full())), got)
}

func TestFileIsUnreadable(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, listed(t, true, full()))
	if err := os.Chmod(filepath.Join(dir, "nightly.yaml"), 0); err != nil {
		t.Fatal(err)
	}
	if _, err := os.ReadFile(filepath.Join(dir, "nightly.yaml")); err == nil {
		t.Skip("this user reads everything")
	}
	if _, err := Write(trial.Soon(t), listed(t, true, full()), dir, Options{Key: secret.RandomKey()}); err == nil {
		t.Error("no error")
	}
}

func TestUnreadTemplates(t *testing.T) {
	dir := t.TempDir()
	l := listed(t, true, full(), answerOf("2", "b", prod), answerOf("3", "c", prod), answerOf("4", "d", prod))
	l.Answers[0].data = func(context.Context) (sae.Description, error) { return sae.Description{}, errors.New("no answer") }
	l.Answers[1].data = func(context.Context) (sae.Description, error) {
		return sae.Description{Data: []byte(`{"AppId":"9","AppName":"b"}`)}, nil
	}
	l.Answers[2].data = func(context.Context) (sae.Description, error) {
		return sae.Description{Data: []byte(`{"AppId":"3","AppId":"3"}`)}, nil
	}
	l.Answers = append(l.Answers, listed(t, true, answerOf("5", "e", prod)).Answers...)
	l.Answers[4].data = func(context.Context) (sae.Description, error) {
		return sae.Description{Data: []byte(answerOf("5", "renamed", prod))}, nil
	}
	const other = ": DescribeJob: HTTP 200: the answer is for a different template than the one listed; try again\n"
	const want = "unread b.yaml" + other + "unread c.yaml: DescribeJob: HTTP 200: the answer cannot be read: it has a duplicate member\nadded d.yaml\nunread e.yaml" + other +
		"unread nightly.yaml: no answer\n"
	equal(t, "outcomes", write(t, dir, l), want)
	equal(t, "files", names(t, dir), "d.yaml\n")
}

func TestCanceled(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(trial.Soon(t))
	l := listed(t, true, answerOf("1", "a", prod), answerOf("2", "b", prod))
	l.Answers[1].data = func(ctx context.Context) (sae.Description, error) { <-ctx.Done(); return sae.Description{}, ctx.Err() }
	s, err := Write(ctx, l, dir, Options{Key: secret.RandomKey(), Done: func(Outcome) { cancel() }})
	if !errors.Is(err, context.Canceled) || s.Total() != 1 {
		t.Error(s, err)
	}
	equal(t, "files", names(t, dir), "a.yaml\n")
}

// A canceled run does not wait until everything below a directory is read, nor
// until all saved answers are.
func TestCanceledWhileReading(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, listed(t, true, full()))
	before := look(t, dir)
	canceled, cancel := context.WithCancel(trial.Soon(t))
	cancel()
	for what, err := range map[string]func() error{
		"a directory": func() error {
			_, err := Write(canceled, listed(t, true, full("Slice", "true")), dir, Options{Key: secret.RandomKey()})
			return err
		},
		"saved answers": func() error {
			_, err := Saved(canceled, "-", strings.NewReader(full()), Request{})
			return err
		},
		"what is to be pruned": func() error {
			w, _, done, err := open(trial.Soon(t), dir, false)
			if err != nil {
				return err
			}
			defer done()
			l := &Listing{listed: []job.Identity{{RegionID: "cn-beijing"}}}
			return w.prune(canceled, l, &Prune{}, func(Outcome) {})
		},
	} {
		if err := err(); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", what, err)
		}
	}
	untouched(t, dir, before)
}

func TestTemplatesFlow(t *testing.T) {
	const n, all = 3, 50
	l := &Listing{Flat: true}
	open := make(chan struct{}, 2*n+2) // as many as may be held at a time
	for i := range all {
		id := fmt.Sprintf("t%02d", i)
		l.Answers = append(l.Answers, Answer{Identity: job.Identity{AppID: id, Name: id}, data: func(context.Context) (sae.Description, error) {
			select {
			case open <- struct{}{}:
			default:
				t.Error("too many templates at a time")
			}
			return sae.Description{Data: []byte(`{"AppId":"` + id + `","AppName":"` + id + `"}`)}, nil
		}})
	}
	done := func(Outcome) {
		select {
		case <-open:
		default:
			t.Error("a template was done that was not read")
		}
	}
	s, err := Write(trial.Soon(t), l, t.TempDir(), Options{Key: secret.RandomKey(), Concurrency: n, Done: done})
	if err != nil || s[Added] != all {
		t.Error(s, err)
	}
}

func TestPrint(t *testing.T) {
	var out bytes.Buffer
	o := Options{Key: secret.RandomKey()}
	s, err := Print(trial.Soon(t), listed(t, true, answerOf("2", "b", prod)), &out, o)
	if err != nil || s[Printed] != 1 || !s.Complete() {
		t.Error(s, err)
	}
	dir := t.TempDir()
	write(t, dir, listed(t, true, answerOf("2", "b", prod), answerOf("1", "a", prod)))
	equal(t, "one", out.String(), read(t, dir, "b.yaml"))

	out.Reset()
	l := listed(t, true, answerOf("2", "b", prod), answerOf("3", "c", prod), answerOf("1", "a", prod))
	l.Answers[1].data = func(context.Context) (sae.Description, error) { return sae.Description{}, errors.New("no answer") }
	s, err = Print(trial.Soon(t), l, &out, o)
	if err != nil || s[Printed] != 2 || s[Unread] != 1 || s.Complete() {
		t.Error(s, err)
	}
	equal(t, "several", out.String(), read(t, dir, "a.yaml")+"---\n"+read(t, dir, "b.yaml"))
}

// Killed at any moment, a run leaves each file old or new, and the next run
// completes. Here it kills itself; how many files are written by then is chance.
func TestKilled(t *testing.T) {
	if dir := os.Getenv("EXPORT_AND_DIE"); dir != "" {
		self, _ := os.FindProcess(os.Getpid())
		done := 0
		Write(trial.Soon(t), many(t, "new"), dir, Options{Key: secret.RandomKey(), Done: func(Outcome) {
			if done++; done == 20 {
				go self.Kill()
			}
		}})
		time.Sleep(trial.Patience) // for a kill that comes late
		return
	}
	dir, old, want := t.TempDir(), t.TempDir(), t.TempDir()
	write(t, dir, many(t, "old"))
	write(t, old, many(t, "old"))
	write(t, want, many(t, "new"))
	kill := exec.CommandContext(trial.Soon(t), os.Args[0], "-test.run=^TestKilled$")
	kill.Env = append(os.Environ(), "EXPORT_AND_DIE="+dir)
	if err := kill.Run(); err == nil {
		t.Error("it was not killed")
	}
	templates := map[string]bool{}
	for _, name := range strings.Fields(names(t, dir)) {
		if atomic.IsTemporary(name) {
			continue
		}
		templates[name[:3]] = true
		from := want
		if strings.HasSuffix(name, "-old.yaml") {
			from = old
		}
		equal(t, name, read(t, dir, name), read(t, from, name))
	}
	if len(templates) != 60 {
		t.Errorf("%d templates are left", len(templates))
	}
	if got := write(t, dir, many(t, "new")); strings.Contains(got, "refused") {
		t.Error(got)
	}
	equal(t, "files", names(t, dir), names(t, want))
}

// many returns templates whose names end alike.
func many(t *testing.T, suffix string) *Listing {
	t.Helper()
	var answers []string
	for i := range 60 {
		id := fmt.Sprintf("t%02d", i)
		answers = append(answers, answerOf(id, id+"-"+suffix, prod))
	}
	return listed(t, true, answers...)
}
