package source_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"saejob/internal/job"
	"saejob/internal/source"
	"saejob/internal/trial"
)

// TestKindOf: what a source is, is told by its spelling alone.
func TestKindOf(t *testing.T) {
	tests := []struct {
		text string
		want source.Kind
	}{
		{"-", source.Standard}, {"jobs", source.Path}, {"./a:b", source.Path}, {"../a:b", source.Path}, {"/a:b", source.Path},
		{"live:prod", source.Live}, {"live:cn-beijing:test", source.Live}, {"main:jobs", source.Revision},
		{"HEAD~1:jobs/a.yaml", source.Revision}, {"origin/main:jobs", source.Revision}, {"C:jobs", source.Revision}, {"", source.Path},
	}
	for _, test := range tests {
		if got := source.KindOf(test.text); got != test.want {
			t.Errorf("%s is %v, want %v", test.text, got, test.want)
		}
	}
}

// TestWalk: which files of a directory are templates.
func TestWalk(t *testing.T) {
	dir := t.TempDir()
	files := map[string]string{
		"a.yaml": template, "sub/b.yml": template, "c.json": `{"AppName": "c", "Cpu": 500}`, "UPPER.YAML": template,
		"other.yaml": "services: {}\nversion: 3\n", "one.yaml": "AppName: a\nx: y\n", "list.yaml": "- a\n", "empty.yaml": "",
		"broken.yaml": "AppName: a\nCpu: [\n", "broken-other.yaml": "{{ if }}\nx: [\n", "text.txt": template,
		".hidden/h.yaml": template, ".h.yaml": template, "big.yaml": "AppName: a\nCpu: 1\n" + strings.Repeat("#", job.MaxBytes),
	}
	for name, text := range files {
		write(t, filepath.Join(dir, name), text)
	}
	if err := os.Symlink(filepath.Join(dir, "a.yaml"), filepath.Join(dir, "link.yaml")); err != nil {
		t.Skip(err)
	}
	if err := os.Symlink(dir, filepath.Join(dir, "sub", "circle")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("nowhere", filepath.Join(dir, "dangling.yaml")); err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	snapshot, err := (&source.Reader{}).Open(trial.Soon(t), dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, ref := range snapshot.Refs {
		name, _ := filepath.Rel(dir, filepath.FromSlash(ref.Place))
		got[filepath.ToSlash(name)] = outcome(ref)
	}
	want := map[string]string{
		"a.yaml": "template", "sub/b.yml": "template", "c.json": "template", "UPPER.YAML": "template", "link.yaml": "template",
		"other.yaml": "other", "one.yaml": "other", "list.yaml": "other", "empty.yaml": "other", "broken-other.yaml": "other",
		"broken.yaml": "problem", "big.yaml": "problem", "dangling.yaml": "unread",
	}
	for name := range want {
		if got[name] != want[name] {
			t.Errorf("%s is %q, want %q", name, got[name], want[name])
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d files: %v", len(got), got)
	}
}

// TestUnreadableDirectory: what may hold templates is not skipped in silence; the rest
// is read. What git ignores is no loss.
func TestUnreadableDirectory(t *testing.T) {
	dir := repository(t, map[string]string{"jobs/a.yaml": template, ".gitignore": "data/\n"})
	for _, name := range []string{"jobs/closed", "jobs/data", "jobs/.hidden"} {
		write(t, filepath.Join(dir, name, "b.yaml"), template)
		chmod(t, filepath.Join(dir, name), 0)
	}
	const want = "jobs/a.yaml template\njobs/closed unread: the directory cannot be read: permission denied"
	if !trial.Plainly(func() {
		if got := whys(t, reader(t, dir), "jobs"); got != want {
			t.Errorf("got %s", got)
		}
		if _, err := reader(t, dir).Open(trial.Soon(t), "jobs/closed"); err == nil || err.Error() != `"jobs/closed": permission denied` {
			t.Error(err)
		}
	}) {
		t.Skip("this user may read everything")
	}
}

func chmod(t *testing.T, name string, mode os.FileMode) {
	t.Helper()
	if err := os.Chmod(name, mode); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(name, 0o700) })
}

// TestNamedFile: a file that is named is a template, whatever it looks like; its
// place is relative to the root of its repository.
func TestNamedFile(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, ".git", "HEAD"), "")
	write(t, filepath.Join(dir, "sub", "other.txt"), "services: {}\n")
	snapshot, err := (&source.Reader{Dir: filepath.Join(dir, "sub")}).Open(trial.Soon(t), "other.txt")
	if err != nil {
		t.Fatal(err)
	}
	if len(snapshot.Refs) != 1 || snapshot.Refs[0].Place != "sub/other.txt" || outcome(snapshot.Refs[0]) != "template" {
		t.Errorf("%+v", snapshot.Refs)
	}
}

func TestStandardInput(t *testing.T) {
	snapshot, err := (&source.Reader{Stdin: strings.NewReader(template)}).Open(trial.Soon(t), "-")
	if err != nil || len(snapshot.Refs) != 1 || snapshot.Refs[0].Place != source.Stdin || outcome(snapshot.Refs[0]) != "template" {
		t.Errorf("%+v %v", snapshot, err)
	}
}
