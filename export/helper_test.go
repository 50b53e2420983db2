package export

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"saejob/internal/emulator"
	"saejob/internal/job"
	"saejob/internal/sae"
	"saejob/internal/secret"
	"saejob/internal/trial"
)

func TestMain(m *testing.M) { os.Exit(trial.Alone{M: m}.Run()) }

// answerOf returns the Data of an answer. Members stand in pairs of name and JSON.
func answerOf(appID, name, namespace string, members ...string) string {
	text := func(s string) string { b, _ := json.Marshal(s); return string(b) }
	var b strings.Builder
	fmt.Fprintf(&b, `{"AppId":%s,"AppName":%s,"RegionId":"cn-beijing","NamespaceId":%s,"PackageType":"Image","ImageUrl":"a/b:1","Cpu":500,"Memory":1024,"Replicas":1`,
		text(appID), text(name), text(namespace))
	for i := 0; i < len(members); i += 2 {
		fmt.Fprintf(&b, ",%s:%s", text(members[i]), members[i+1])
	}
	return b.String() + "}"
}

// listed returns a listing of answers.
func listed(t *testing.T, flat bool, answers ...string) *Listing {
	t.Helper()
	l := &Listing{Flat: flat}
	for _, data := range answers {
		l.Answers = append(l.Answers, Answer{
			Identity: identityOf(t, data),
			data:     func(context.Context) (sae.Description, error) { return sae.Description{Data: []byte(data)}, nil },
		})
	}
	return l
}

func identityOf(t *testing.T, data string) job.Identity {
	t.Helper()
	tmpl, err := job.FromAnswer([]byte(data))
	if err != nil {
		t.Fatal(err)
	}
	return tmpl.Identity()
}

// write exports a listing to a directory and returns what became of each template,
// a line each: "moved b.yaml (from a.yaml)", "refused a.yaml: why".
func write(t *testing.T, dir string, l *Listing, options ...func(*Options)) string {
	t.Helper()
	var b strings.Builder
	uncounted := 0 // what lists lack, but for one each
	o := Options{Key: secret.RandomKey(), Concurrency: 4, Done: func(o Outcome) {
		uncounted += max(0, o.Missing-1)
		fmt.Fprintf(&b, "%s %s", o.Status, o.Path)
		if o.OldPath != "" {
			fmt.Fprintf(&b, " (from %s)", o.OldPath)
		}
		if o.Err != nil {
			fmt.Fprintf(&b, ": %v", o.Err)
		}
		b.WriteByte('\n')
	}}
	for _, option := range options {
		option(&o)
	}
	s, err := Write(trial.Soon(t), l, dir, o)
	if err != nil {
		t.Fatal(err)
	}
	if total := strings.Count(b.String(), "\n") + uncounted; s.Total()+s[Unlisted] != total {
		t.Errorf("summary counts %d of %d: %+v", s.Total(), total, s)
	}
	return b.String()
}

// check is [write] that writes nothing, which is looked at.
func check(t *testing.T, dir string, l *Listing) string {
	t.Helper()
	before := look(t, dir)
	got := write(t, dir, l, func(o *Options) { o.Check = true })
	untouched(t, dir, before)
	return got
}

// look returns what shows whether a file below a directory was touched.
func look(t *testing.T, dir string) map[string]fs.FileInfo {
	t.Helper()
	seen := map[string]fs.FileInfo{}
	for _, name := range append(strings.Fields(names(t, dir)), ".") {
		info, err := os.Lstat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		seen[name] = info
	}
	return seen
}

// untouched fails the test unless everything below a directory is as it was: what is
// there, which file it is, and when it was written.
func untouched(t *testing.T, dir string, before map[string]fs.FileInfo) {
	t.Helper()
	after := look(t, dir)
	if len(before) != len(after) {
		t.Errorf("%d files, %d before", len(after), len(before))
	}
	for name, was := range before {
		is := after[name]
		if is == nil || !os.SameFile(was, is) || !was.ModTime().Equal(is.ModTime()) || was.Size() != is.Size() || was.Mode() != is.Mode() {
			t.Errorf("%s was touched", name)
		}
	}
}

// names lists all files below a directory, each on a line.
func names(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			rel, _ := filepath.Rel(dir, path)
			b.WriteString(filepath.ToSlash(rel) + "\n")
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func read(t *testing.T, elements ...string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(elements...))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// put writes a file as somebody would by hand.
func put(t *testing.T, text string, elements ...string) {
	t.Helper()
	name := filepath.Join(elements...)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// edit replaces a text in a file.
func edit(t *testing.T, old, new string, elements ...string) {
	t.Helper()
	text := read(t, elements...)
	if !strings.Contains(text, old) {
		t.Fatalf("%v has no %q:\n%s", elements, old, text)
	}
	put(t, strings.Replace(text, old, new, 1), elements...)
}

func equal(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s:\n%s\nwant:\n%s", what, got, want)
	}
}

// key makes digests, so that placeholders can be compared from run to run.
func key(t *testing.T) func(*Options) {
	t.Helper()
	k, err := secret.ParseKey(trial.RedactKey)
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

// cloud serves templates and returns a client for them.
func cloud(t *testing.T, answers ...string) (*emulator.Server, *sae.Client) {
	t.Helper()
	files := fstest.MapFS{}
	for i, data := range answers {
		files[fmt.Sprintf("%d.json", i)] = &fstest.MapFile{Data: []byte(data)}
	}
	server, err := emulator.New(emulator.Options{Data: files})
	if err != nil {
		t.Fatal(err)
	}
	return server, client(t, server)
}

func client(t *testing.T, h http.Handler) *sae.Client {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	c, err := sae.New(sae.Options{Region: "cn-beijing", Endpoint: s.URL, Credentials: func(context.Context) (sae.Credentials, error) {
		return sae.NewCredentials("emulator", "emulator", ""), nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func live1(t *testing.T, c *sae.Client, r Request) *Listing {
	t.Helper()
	r.Region = "cn-beijing"
	l, err := Live(trial.Soon(t), c, r)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func listOf(w http.ResponseWriter, total int, ids ...string) {
	var jobs []string
	for _, id := range ids {
		jobs = append(jobs, fmt.Sprintf(`{"AppId":%q,"AppName":%q,"NamespaceId":"cn-beijing:prod","RegionId":"cn-beijing"}`, id, id))
	}
	fmt.Fprintf(w, `{"Success":true,"Data":{"TotalSize":%d,"Applications":[%s]}}`, total, strings.Join(jobs, ","))
}
