package workspace

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"saejob/diff"
	"saejob/internal/config"
	"saejob/internal/job"
	"saejob/internal/source"
	"saejob/internal/suppression"
	"saejob/internal/trial"
)

func TestMain(m *testing.M) { os.Exit(trial.Alone{M: m}.Run()) }

const twoEnvironments = `environments:
  prod: {region: cn-beijing, namespaces: [prod], directory: jobs/prod}
  test: {region: cn-hangzhou, directory: "jobs/{test}"}
  east: {region: cn-shanghai, namespaces: ["cn-shanghai:web"], directory: east}
mappings:
  - values: {prod: vpc-a, test: vpc-b}
  - values: {prod: vpc-a, east: vpc-c}
suppressions:
  - ignore: [image-tag-latest]
    files: ["*.yaml"]
    reason: the demo follows it
`

// anyName takes every name for one of a rule.
var anyName = config.Vocabulary{
	Rule:    func(string) string { return "" },
	Ignored: func(name string) (string, bool) { return name, true },
}

// repository makes a repository with a configuration in a folder of it, goes to that
// folder and opens its workspace.
func repository(t *testing.T, folder, configuration string) *Workspace {
	t.Helper()
	root := t.TempDir()
	runGit(t, root, "init", "-q", "-b", "main")
	dir := filepath.Join(root, folder)
	write(t, filepath.Join(dir, config.Name), configuration)
	t.Chdir(dir)
	return open(t)
}

func open(t *testing.T) *Workspace {
	t.Helper()
	w, err := Open("", anyName)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func runGit(t *testing.T, dir string, args ...string) {
	t.Helper()
	c := exec.Command("git", append([]string{"-C", dir, "-c", "user.name=a", "-c", "user.email=a@example.com"}, args...)...)
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("git %v: %v: %s", args, err, out)
	}
}

func write(t *testing.T, file, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestEnvironmentOf: a source is an environment when it is live by that name, or is
// its directory, here or in a revision.
func TestEnvironmentOf(t *testing.T) {
	w := repository(t, ".", twoEnvironments)
	for source, want := range map[string]string{
		"live:prod": "prod", "live:nowhere": "", "live:cn-beijing:prod": "", "-": "",
		"jobs/prod": "prod", "./jobs/prod/": "prod", "main:jobs/prod": "prod", "HEAD~1:./jobs/prod": "prod", "HEAD@{2036-01-01 12:30}:jobs/prod": "prod",
		"jobs": "", "jobs/prod2": "", "jobs/prod/a.yaml": "", "main:jobs": "",
	} {
		if e, ok := w.EnvironmentOf(source); e.Name != want || ok != (want != "") {
			t.Errorf("%s is of %q, %v; want %q", source, e.Name, ok, want)
		}
	}
}

// TestEnvironmentAt: a file is of the environment in whose directory it is, a live
// template of the one that has its namespace.
func TestEnvironmentAt(t *testing.T) {
	w := repository(t, ".", twoEnvironments)
	for place, want := range map[string]string{
		"jobs/prod/a.yaml": "prod", "jobs/prod/b/a.yaml": "prod", "main:jobs/prod/a.yaml": "prod", "HEAD@{2036-01-01 12:30}:jobs/prod/a.yaml": "prod",
		"jobs/prod2/a.yaml": "", "jobs/a.yaml": "", "jobs/{test}/a.yaml": "test", "jobs/test/a.yaml": "",
		"live:cn-beijing:prod/a": "prod", "live:cn-beijing:prod2/a": "", "live:cn-beijing:/a": "",
		"live:cn-hangzhou:any/a": "test", "live:cn-hangzhou:/a": "test", "live:cn-shanghai:web/a": "east", "live:cn-shanghai:db/a": "",
	} {
		if got := w.environmentAt(place); got != want {
			t.Errorf("%s is of %q, want %q", place, got, want)
		}
	}
}

// TestFolder: what a configuration names is below its own folder, which is taken by
// its letters.
func TestFolder(t *testing.T) {
	w := repository(t, "team{a,b}", twoEnvironments)
	if got := w.environmentAt("team{a,b}/jobs/prod/a.yaml"); got != "prod" {
		t.Errorf("the directory is of %q", got)
	}
	s := w.Policy().Suppressions[0]
	for place, want := range map[string]bool{"team{a,b}/x.yaml": true, "teama/x.yaml": false, "x.yaml": false} {
		if got := s.Concerns(suppression.Target{File: place}); got != want {
			t.Errorf("the suppression is about %s: %v", place, got)
		}
	}
}

func TestMappings(t *testing.T) {
	w := repository(t, ".", twoEnvironments)
	for _, c := range []struct {
		from, to string
		want     []string
	}{
		{"prod", "test", []string{"vpc-a", "vpc-b"}}, {"test", "prod", []string{"vpc-b", "vpc-a"}},
		{"prod", "east", []string{"vpc-a", "vpc-c"}}, {"test", "east", nil},
	} {
		var got []string
		for _, m := range w.Mappings(c.from, c.to) {
			got = append(got, m.From, m.To)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("between %s and %s: %v, want %v", c.from, c.to, got, c.want)
		}
	}
}

func TestEnvironments(t *testing.T) {
	w := repository(t, ".", twoEnvironments)
	names := func(asked ...string) string {
		all, err := w.Environments(asked)
		if err != nil {
			return err.Error()
		}
		var names []string
		for _, e := range all {
			names = append(names, e.Name)
		}
		return strings.Join(names, " ")
	}
	for _, c := range []struct{ got, want string }{
		{names(), "prod test east"}, {names("test", "prod", "test"), "test prod"},
		{names("prod", "prd"), `there is no environment "prd" in ".saejob.yaml"; it has prod, test, east; did you mean prod?`},
	} {
		if c.got != c.want {
			t.Errorf("got %s, want %s", c.got, c.want)
		}
	}
	t.Chdir(t.TempDir())
	if _, err := open(t).Environments(nil); err == nil || !strings.Contains(err.Error(), "there is no .saejob.yaml here") {
		t.Errorf("without a configuration: %v", err)
	}
}

func TestMistakes(t *testing.T) {
	repository(t, ".", "environments: {}\n")
	write(t, config.Name, "environmnts: {}\nrules: []\n")
	_, err := Open("", anyName)
	var mistakes *Mistakes
	if !errors.As(err, &mistakes) || mistakes.File != config.Name || len(mistakes.Problems) != 2 {
		t.Errorf("%v: %+v", err, mistakes)
	}
}

// TestAt: the workspace of a revision goes by what was there, and only lists what
// was added since.
func TestAt(t *testing.T) {
	repository(t, ".", twoEnvironments)
	write(t, "jobs/prod/a.yaml", "# saejob:ignore=cpu-memory reason=\"agreed\"\nAppName: a\nCpu: 500\n")
	write(t, "jobs/prod/b.yaml", "AppName: b\nCpu: 500\n")
	runGit(t, ".", "add", ".")
	runGit(t, ".", "commit", "-qm", "agreed")
	write(t, config.Name, strings.Replace(twoEnvironments, "directory: east", "directory: west", 1)+
		"  - {ignore: [name-duplicate], reason: new}\n")
	here := open(t)
	reader := &source.Reader{}
	defer reader.Close()
	there, err := here.At(t.Context(), reader, "HEAD")
	if err != nil {
		t.Fatal(err)
	}

	added := map[string]bool{}
	for _, s := range there.Policy().Suppressions {
		added[s.Names[0]] = s.Added
	}
	if len(added) != 2 || added["image-tag-latest"] || !added["name-duplicate"] {
		t.Errorf("added: %v", added)
	}
	var o diff.Options
	if there.Accept(&o); len(o.Suppressions) != 1 {
		t.Errorf("a comparison goes by %d suppressions", len(o.Suppressions))
	}
	// east has another directory here, which is judged, but not by its name.
	if e, ok := there.EnvironmentOf("west"); !ok || e.Name != "" {
		t.Errorf("west is of %q, %v", e.Name, ok)
	}
	if got := strings.Join(there.Sources(nil), " "); got != "jobs/prod jobs/{test} west" {
		t.Errorf("sources: %s", got)
	}
	trusted := there.Policy().Trusted
	for _, c := range []struct {
		name, place string
		want        int
	}{{"a", "jobs/prod/a.yaml", 1}, {"other", "jobs/prod/a.yaml", 0}, {"b", "jobs/prod/b.yaml", 0}, {"c", "jobs/prod/c.yaml", 0}} {
		template, _ := job.Parse([]byte("AppName: " + c.name + "\n"))
		if got := trusted(template, c.place); len(got) != c.want {
			t.Errorf("%s trusts %d suppressions of %s, want %d", c.place, len(got), c.name, c.want)
		}
	}
	if here.Policy().Trusted != nil {
		t.Error("the workspace here was changed")
	}
}
