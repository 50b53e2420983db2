package main

import (
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"saejob/internal/emulator"
	"saejob/internal/report"
	"saejob/internal/sae/login"
)

var session = regexp.MustCompile("(?s)```console\n(.*?)```")

// TestReadme: the session that the README shows is what the commands print.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	server, err := emulator.New(emulator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	listener := httptest.NewServer(server)
	defer listener.Close()
	t.Setenv("SAEJOB_ENDPOINT", listener.URL)
	t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "emulator")
	t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "emulator")
	t.Setenv("SAEJOB_REDACT_KEY", "")
	t.Chdir(t.TempDir())
	if err := os.Mkdir("mine", 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, "mine/nightly.yaml", "AppName: nightly\nPackageType: Image\nCpu: 4000\nMemory: 2048\nReplicas: 1\n"+
		"ImageUrl: nginx:1\nTriggerConfig:\n  typ: time\n  config: 30 1 * * ?\n  timezone: GMT+8:00\nAppDescription: what was sold in the day\n")

	block := session.FindSubmatch(readme)
	if block == nil {
		t.Fatal("the README shows no session")
	}
	for _, part := range strings.Split(string(block[1]), "$ saejob ")[1:] {
		line, want, _ := strings.Cut(part, "\n")
		if strings.HasPrefix(line, "diff") {
			edit(t)
		}
		if got, _ := try(t, strings.Fields(line)...); got != want {
			t.Errorf("saejob %s prints\n%s\nthe README shows\n%s", line, got, want)
		}
	}
}

// edit copies the exported files and changes one.
func edit(t *testing.T) {
	t.Helper()
	if err := os.CopyFS("edited", os.DirFS("jobs")); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join("edited", "dify-cleanup.yaml")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	write(t, file, strings.NewReplacer("value: \"5\"", "value: \"9\"\n  - name: LOG_LEVEL\n    value: debug", "Memory: 2048", "Memory: 4096").
		Replace(string(text)))
}

var named = regexp.MustCompile("`(Test\\w+)")

// TestPromises: the tests that the README names for its promises are there.
func TestPromises(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	var tests strings.Builder
	err = filepath.WalkDir(".", func(path string, _ os.DirEntry, err error) error {
		if strings.HasSuffix(path, "_test.go") {
			text, err := os.ReadFile(path)
			tests.Write(text)
			return err
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range named.FindAllSubmatch(readme, -1) {
		if !strings.Contains(tests.String(), "\nfunc "+string(m[1])+"(t *testing.T)") {
			t.Errorf("there is no %s", m[1])
		}
	}
}

// TestReadmeListsFormats: the README's table of report formats has every format of
// each kind of report, and no other.
func TestReadmeListsFormats(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	lint, diff := map[string]bool{}, map[string]bool{}
	for _, row := range formatRow.FindAllStringSubmatch(string(readme), -1) {
		for _, name := range strings.Split(strings.ReplaceAll(row[1], "`", ""), ", ") {
			if strings.Contains(row[2], "lint") {
				lint[name] = true
			}
			if strings.Contains(row[2], "diff, drift") {
				diff[name] = true
			}
		}
	}
	for _, kind := range []struct {
		name string
		has  map[string]bool
		want []string
	}{{"lint", lint, report.LintFormats.Names()}, {"diff and drift", diff, report.DiffFormats.Names()}} {
		has := slices.Sorted(maps.Keys(kind.has))
		if want := slices.Sorted(slices.Values(kind.want)); !slices.Equal(has, want) {
			t.Errorf("the README's table has the formats %v of %s; there are %v", has, kind.name, want)
		}
	}
}

// formatRow is a row of the README's table of report formats: which, and of which
// commands.
var formatRow = regexp.MustCompile("(?m)^\\| (`[a-z`, ]+`) \\| ((?:lint|diff|drift)(?:, (?:lint|diff|drift))*) \\|")

// TestReadmeListsCredentials: the README names every place where credentials are
// looked for, in the order in which they are.
func TestReadmeListsCredentials(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, sentence, _ := strings.Cut(string(readme), "\nCredentials are the first that are configured")
	sentence, _, _ = strings.Cut(sentence, "`--profile NAME`")
	sentence = strings.ReplaceAll(sentence, "`", "")
	for _, place := range strings.Split(strings.Replace(login.Order(), " and ", ", ", 1), ", ") {
		_, rest, ok := strings.Cut(sentence, place)
		if !ok {
			t.Errorf("the README's list of credentials lacks %s, or has it elsewhere in the order", place)
			continue
		}
		sentence = rest
	}
}

// TestReadOnly: whatever is asked of SAE, and whatever it answers, ListJobs and
// DescribeJob are called, with GET, and nothing else.
func TestReadOnly(t *testing.T) {
	server, err := emulator.New(emulator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	called := map[string]bool{}
	var mu sync.Mutex
	listener := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		called[r.Method+" "+r.Header.Get("x-acs-action")+" "+r.URL.Path] = true
		mu.Unlock()
		server.ServeHTTP(w, r)
	}))
	defer listener.Close()
	t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "emulator")
	t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "emulator")
	dir := t.TempDir()
	t.Setenv("SAEJOB_ENDPOINT", listener.URL)
	if out, status := try(t, "export", "--region", "cn-beijing", "-d", dir); status != 0 {
		t.Fatal(out)
	}
	for i, kind := range []string{"status", "reset", "success-false", "gone", "redirect", "status-empty"} {
		if err := server.Inject(emulator.Fault{Kind: kind, Rate: 0.2, Seed: i, Times: 5}); err != nil {
			t.Fatal(err)
		}
		for _, args := range [][]string{
			{"export", "--region", "cn-beijing", "-d", dir}, {"export", "--region", "cn-beijing", "-d", dir, "--prune", "--force"},
			{"export", "--region", "cn-beijing", "-d", "-", "--app-id", "7171a6ca-d1cd-4928-8642-7d5cfe690001", "--job-id", "event-1"},
			{"lint", "live:cn-beijing"}, {"diff", dir, "live:cn-beijing:prod"},
		} {
			try(t, append(args, "--window", "61ms")...)
		}
	}
	want := map[string]bool{
		"GET ListJobs /pop/v1/sam/job/listJobs":       true,
		"GET DescribeJob /pop/v1/sam/job/describeJob": true,
	}
	if !maps.Equal(called, want) {
		t.Errorf("called %v", called)
	}
}
