package source_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"saejob/internal/trial"
)

// A directory that is named is read, if it is a link too; what is ignored in it stays
// ignored.
func TestNamedDirectoryThatIsALink(t *testing.T) {
	dir := repository(t, map[string]string{"real/a.yaml": template, "real/b.yaml": template, ".gitignore": "b.yaml\n"})
	run(t, dir, "rm", "-q", "--cached", "real/b.yaml")
	symlink(t, "real", filepath.Join(dir, "jobs"))
	for _, name := range []string{"jobs", "./jobs", "jobs/", filepath.Join(dir, "jobs")} {
		if got, want := places(t, reader(t, dir), name), "jobs/a.yaml template"; got != want {
			t.Errorf("%s: %s; want %s", name, got, want)
		}
	}
}

func symlink(t *testing.T, target, name string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, name); err != nil {
		t.Skip(err)
	}
}

// Links lead where they lead, in the working tree, a revision and the index alike, and
// out of the repository in none.
func TestLinks(t *testing.T) {
	outside := t.TempDir()
	write(t, filepath.Join(outside, "a.yaml"), template)
	dir := repository(t, map[string]string{"shared/x/a.yaml": template, "shared/other.yaml": "services: {}\n", "jobs/b.yaml": template})
	for name, target := range map[string]string{
		"jobs/plain.yaml": "b.yaml", "jobs/up.yaml": "../shared/x/a.yaml", "jobs/twice.yaml": "up.yaml", "jobs/through.yaml": "../way/a.yaml", "way": "shared/x",
		"jobs/other.yaml": "../shared/other.yaml", "jobs/lost.yaml": "nowhere.yaml", "jobs/loop.yaml": "loop2.yaml", "jobs/loop2.yaml": "loop.yaml",
		"jobs/out.yaml": "../../out.yaml", "jobs/absolute.yaml": filepath.Join(outside, "a.yaml"), "jobs/inside.yaml": filepath.Join(dir, "jobs/b.yaml"),
		"jobs/git.yaml": "../.git/config", "jobs/directory.yaml": "../shared", "jobs/directory": "../shared", "jobs/below.yaml": "b.yaml/a.yaml",
		"some": "shared", "jobs/null.yaml": "/dev/null",
	} {
		symlink(t, target, filepath.Join(dir, name))
	}
	commit(t, dir, nil)
	const leaves, loops, lost = "a link that leads out of the repository, which is not followed; name the file itself", "a link that leads in a circle", "a link to what is not there"
	want := strings.Join([]string{
		"absolute.yaml unread: " + leaves, "b.yaml template", "below.yaml unread: " + lost, "directory.yaml other: a link to a directory; not a template", "git.yaml unread: " + leaves, "inside.yaml unread: " + leaves,
		"loop.yaml unread: " + loops, "loop2.yaml unread: " + loops, "lost.yaml unread: " + lost, "null.yaml unread: " + leaves,
		"other.yaml other: not a template", "out.yaml unread: " + leaves, "plain.yaml template", "through.yaml template", "twice.yaml template", "up.yaml template",
	}, "\n")
	for _, side := range []string{"", "HEAD:", ":"} {
		got := strings.ReplaceAll(whys(t, reader(t, dir), side+"jobs"), side+"jobs/", "")
		if got != want {
			t.Errorf("%s\n got %s\nwant %s", side, got, want)
		}
		for name, want := range map[string]string{
			"way": "way/a.yaml template", "way/a.yaml": "way/a.yaml template\nsingle", "some/x": "some/x/a.yaml template",
			"jobs/up.yaml": "jobs/up.yaml template\nsingle", "jobs/directory.yaml/x": "jobs/directory.yaml/x/a.yaml template",
		} {
			if got := strings.ReplaceAll(places(t, reader(t, dir), side+name), side, ""); got != want {
				t.Errorf("%s%s: got %s", side, name, got)
			}
		}
	}
	if got := changed(t, dir, "HEAD", "jobs"); got != "" {
		t.Errorf("changed in a clean checkout: %s", got)
	}
	write(t, filepath.Join(dir, "shared/x/a.yaml"), template+"Memory: 1\n")
	if got := changed(t, dir, "HEAD", "jobs"); got != "jobs/through.yaml jobs/twice.yaml jobs/up.yaml" {
		t.Errorf("changed: %s", got)
	}
}

// Whatever is linked to what, a revision of a clean checkout has what the checkout has.
func TestLinksAlike(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	names := []string{"a.yaml", "b.yaml", "c", "d"}
	for range trial.Cases(200, 20) {
		dir := repository(t, map[string]string{"a.yaml": template, "c/a.yaml": template, "c/d/b.yaml": template})
		pick := func() string { return names[r.IntN(len(names))] }
		for range 12 {
			var parts []string
			for range 1 + r.IntN(4) {
				parts = append(parts, []string{"..", ".", pick(), pick(), pick()}[r.IntN(5)])
			}
			name := filepath.Join(dir, path.Join([]string{"", "c", "c/d"}[r.IntN(3)], fmt.Sprintf("%d%s", r.IntN(20), []string{"", ".yaml"}[r.IntN(2)])))
			if err := os.Symlink(strings.Join(parts, "/"), name); err != nil && !os.IsExist(err) {
				t.Skip(err)
			}
			names = append(names, filepath.Base(name))
		}
		commit(t, dir, nil)
		want := whys(t, reader(t, dir), ".")
		got := strings.ReplaceAll(whys(t, reader(t, dir), "HEAD:"), "HEAD:", "")
		if got != want {
			t.Fatalf("%s\n got %s\nwant %s", run(t, dir, "ls-files", "-s"), got, want)
		}
		if got := changed(t, dir, "HEAD", "."); strings.Contains(want, "template") && !strings.Contains(want, "unread") && got != "" {
			t.Fatalf("changed: %s", got)
		}
	}
}
