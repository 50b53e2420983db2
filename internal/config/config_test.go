package config_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"saejob/internal/config"
	"saejob/internal/plan/read"
	"saejob/internal/plan/write"
)

// What is generated is what the CUE files say now.
func TestGenerated(t *testing.T) {
	p, err := read.Plan(os.DirFS("."), "#Config")
	if err != nil {
		t.Fatal(err)
	}
	want, err := write.Source(p, "config", "Plan", "is the plan of #Config.")
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("plan.go")
	if err != nil || !bytes.Equal(bytes.ReplaceAll(got, []byte("\r\n"), []byte("\n")), want) {
		t.Errorf("plan.go is stale: run go generate ./... (%v)", err)
	}
}

// TestRead: everything that a configuration may say is read.
func TestRead(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, config.Name)
	put(t, file, `environments:
  prod:
    region: cn-beijing
    namespaces: [batch, "cn-beijing:web", "cn-beijing:"]
    directory: jobs/prod
    profile: ops
    network: vpc
  測試.1:
    region: cn-shanghai
    directory: ./jobs/test/
    network: public
`)
	got, problems, err := config.Read(file, config.Vocabulary{})
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	want := &config.Config{File: file, Environments: []config.Environment{
		{
			Name: "prod", Region: "cn-beijing", Namespaces: []string{"batch", "cn-beijing:web", "cn-beijing:"},
			Directory: filepath.Join(dir, "jobs", "prod"), Profile: "ops", VPC: true,
		},
		{Name: "測試.1", Region: "cn-shanghai", Directory: filepath.Join(dir, "jobs", "test")},
	}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

// TestNothingSaid: a file of comments is a configuration.
func TestNothingSaid(t *testing.T) {
	for _, text := range []string{"", "\n", "# environments:\n", "\ufeff  # x\r\n\r\n"} {
		file := filepath.Join(t.TempDir(), config.Name)
		put(t, file, text)
		if c, problems, err := config.Read(file, config.Vocabulary{}); err != nil || len(problems) > 0 || len(c.Environments) > 0 {
			t.Errorf("%q: %v %v", text, problems, err)
		}
	}
}

const head = "environments:\n  prod:\n    region: cn-beijing\n    directory: "

// TestDirectories: where files may be. The directory stands at 4:16, that of the
// second environment at 7:16.
func TestDirectories(t *testing.T) {
	second := func(a, b string) string {
		return a + "\n  test:\n    region: cn-beijing\n    directory: " + b
	}
	for _, test := range []struct{ text, want string }{
		{"jobs", ""}, {".", ""}, {"jobs/../more", ""}, {"real/new/deep", ""}, {"a..b/c", ""},
		{"..", `4:16 directory ".." is not below the configuration's own; name one that is`},
		{"jobs/../../x", `4:16 directory "jobs/../../x" is not below the configuration's own; name one that is`},
		{"/etc", `4:16 directory "/etc" is not below the configuration's own; name one that is`},
		{"jobs\\x", `4:16 directory "jobs\\x" has a \ in it; write / between names`},
		{".git", `4:16 directory ".git" is hidden; templates there would be skipped`},
		{"jobs/.git/hooks", `4:16 directory "jobs/.git/hooks" is hidden; templates there would be skipped`},
		{"link", `4:16 directory "link" leads through the link "link"; name a directory without links`},
		{"real/inner/x", `4:16 directory "real/inner/x" leads through the link "real/inner"; name a directory without links`},
		{"dangling/x", `4:16 directory "dangling/x" leads through the link "dangling"; name a directory without links`},
		{"file/x", `4:16 directory "file/x" is not a directory: "file" is a file`},
		{second("jobs/a", "jobs/b"), ""},
		{second("jobs/a", "jobs/ab"), ""},
		{second("jobs", "jobs/x/.."), `7:16 directory "jobs/x/.." is also that of prod; give each environment its own`},
		{second("jobs", "Jobs"), `7:16 directory "Jobs" is also that of prod; give each environment its own`},
		{second("jobs", "jobs/x"), `7:16 directory "jobs/x" is inside that of prod; give each environment its own`},
		{second("jobs/x", "jobs"), `7:16 directory "jobs" contains that of prod; give each environment its own`},
		{second(".", "jobs"), `7:16 directory "jobs" is inside that of prod; give each environment its own`},
	} {
		dir := t.TempDir()
		put(t, filepath.Join(dir, "file"), "")
		for link, to := range map[string]string{"link": "real", "real/inner": ".", "dangling": "/nowhere"} {
			if err := os.MkdirAll(filepath.Join(dir, "real"), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
				t.Skip(err)
			}
		}
		file := filepath.Join(dir, config.Name)
		put(t, file, head+test.text+"\n")
		_, problems, err := config.Read(file, config.Vocabulary{})
		var got []string
		for _, p := range problems {
			got = append(got, fmt.Sprintf("%d:%d %s", p.Range.Line, p.Range.Column, p.Message))
		}
		if err != nil || strings.Join(got, "\n") != test.want {
			t.Errorf("%s\n got %s (%v)\nwant %s", test.text, strings.Join(got, "\n"), err, test.want)
		}
	}
}

// TestFind: the configuration of the repository counts, from everywhere in it;
// what stands above it does not.
func TestFind(t *testing.T) {
	for _, test := range []struct {
		files []string
		want  string // seen from a/b/c
	}{
		{[]string{"a/.git", "a/.saejob.yaml"}, "../../.saejob.yaml"},
		{[]string{"a/.git", "a/b/.saejob.yaml", "a/.saejob.yaml"}, "../.saejob.yaml"},
		{[]string{"a/b/c/.git", "a/b/c/.saejob.yaml"}, ".saejob.yaml"},
		{[]string{"a/b/.git", "a/.saejob.yaml"}, ""},
		{[]string{"a/.saejob.yaml"}, ""},
		{[]string{"a/b/c/.saejob.yaml"}, ".saejob.yaml"},
		{nil, ""},
	} {
		chdirBelow(t, test.files)
		got, err := config.Find(".")
		if err != nil || filepath.ToSlash(got) != test.want {
			t.Errorf("%v: %q (%v), want %q", test.files, got, err, test.want)
		}
	}
}

// chdirBelow makes files, and a/b/c beside them the current directory.
func chdirBelow(t *testing.T, files []string) {
	t.Helper()
	dir := t.TempDir()
	here := filepath.Join(dir, "a", "b", "c")
	if err := os.MkdirAll(here, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		put(t, filepath.Join(dir, filepath.FromSlash(file)), "")
	}
	t.Chdir(here)
}

// TestNoLink: a link could lead to a file whose content messages would show.
func TestNoLink(t *testing.T) {
	file := filepath.Join(t.TempDir(), config.Name)
	if err := os.Symlink("/dev/null", file); err != nil {
		t.Skip(err)
	}
	if _, _, err := config.Read(file, config.Vocabulary{}); err == nil || !strings.Contains(err.Error(), "the configuration must be one") {
		t.Error(err)
	}
}

func put(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestMisnamed: a configuration that would not be read ends the run, wherever in the
// repository one stands.
func TestMisnamed(t *testing.T) {
	for _, test := range []struct {
		files []string
		want  string // seen from a/b/c
	}{
		{[]string{"a/.git", "a/.saejob.yml"}, "../../.saejob.yml is not read; rename it to .saejob.yaml"},
		{[]string{"a/.git", "a/.saejob.yml", "a/.saejob.yaml"}, "../../.saejob.yml is not read; rename it to .saejob.yaml"},
		{[]string{"a/.git", "a/b/.saejob.yml", "a/.saejob.yaml"}, "../.saejob.yml is not read; rename it to .saejob.yaml"},
		{[]string{"a/b/c/.saejob.yml"}, ".saejob.yml is not read; rename it to .saejob.yaml"},
		{[]string{"a/.saejob.yml"}, ""},
		{[]string{"a/b/.git", "a/.saejob.yml"}, ""},
	} {
		chdirBelow(t, test.files)
		got := ""
		if _, err := config.Find("."); err != nil {
			got = filepath.ToSlash(err.Error())
		}
		if got != test.want {
			t.Errorf("%v: %q, want %q", test.files, got, test.want)
		}
	}
}

// TestCovers: namespaces are named by name or id, the region's own by the region.
func TestCovers(t *testing.T) {
	for _, c := range []struct {
		named []string
		want  string
	}{
		{nil, "cn-beijing cn-beijing:test cn-beijing:prod"},
		{[]string{"test"}, "cn-beijing:test"},
		{[]string{"cn-beijing:test", "prod"}, "cn-beijing:test cn-beijing:prod"},
		{[]string{"cn-beijing"}, "cn-beijing"},
		{[]string{"cn-beijing:"}, "cn-beijing"},
	} {
		var got []string
		for _, id := range []string{"cn-beijing", "cn-beijing:test", "cn-beijing:prod", "cn-hangzhou:test", "cn-hangzhou", ""} {
			if (config.Environment{Region: "cn-beijing", Namespaces: c.named}).Covers(id) {
				got = append(got, id)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%v has %v, want %s", c.named, got, c.want)
		}
	}
}
