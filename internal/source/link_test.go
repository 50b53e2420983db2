package source_test

import (
	"os"
	"path/filepath"
	"testing"
)

// A directory that is named is read, if it is a link too; what is ignored in it stays
// ignored.
func TestNamedDirectoryThatIsALink(t *testing.T) {
	dir := repository(t, map[string]string{"real/a.yaml": template, "real/b.yaml": template, ".gitignore": "b.yaml\n"})
	run(t, dir, "rm", "-q", "--cached", "real/b.yaml")
	if err := os.Symlink("real", filepath.Join(dir, "jobs")); err != nil {
		t.Skip(err)
	}
	for _, name := range []string{"jobs", "./jobs", "jobs/", filepath.Join(dir, "jobs")} {
		if got, want := places(t, reader(t, dir), name), "jobs/a.yaml template"; got != want {
			t.Errorf("%s: %s; want %s", name, got, want)
		}
	}
}
