package export

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

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
