package source_test

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"saejob/internal/job"
	"saejob/internal/source"
	"saejob/internal/text"
	"saejob/internal/trial"
)

// TestRevisionWalk: what is a template in a revision is what is one in a
// directory, but for what git ignores.
func TestRevisionWalk(t *testing.T) {
	dir := repository(t, map[string]string{
		"a.yaml": template, "sub/b.yml": template, "c.json": `{"AppName": "c", "Cpu": 500}`, "UPPER.YAML": template,
		"other.yaml": "services: {}\nversion: 3\n", "empty.yaml": "", "broken.yaml": "AppName: a\nCpu: [\n", "text.txt": template,
		".hidden/h.yaml": template, ".h.yaml": template, "sub/.git-not/x.yaml": template, "jobs/nightly.yaml": template,
		".gitignore": "ignored.yaml\n", "ignored.yaml": template, "big.yaml": "AppName: a\nCpu: 1\n" + strings.Repeat("#", 3*job.MaxBytes),
		"*.yaml": template, "[a].yaml": template, "übung.yaml": template, ":(top)x.yaml": template, "a b.yaml": template,
	})
	if err := os.Symlink("a.yaml", filepath.Join(dir, "link.yaml")); err != nil {
		t.Skip(err)
	}
	run(t, dir, "add", "-A")
	run(t, dir, "update-index", "--add", "--cacheinfo", "160000,"+run(t, dir, "rev-parse", "HEAD")+",module.yaml")
	run(t, dir, "commit", "-q", "-m", "b")
	want := map[string]string{
		"a.yaml": "template", "sub/b.yml": "template", "c.json": "template", "UPPER.YAML": "template", "other.yaml": "other",
		"empty.yaml": "other", "broken.yaml": "problem", "big.yaml": "problem", "link.yaml": "template", "module.yaml": "other",
		"ignored.yaml": "template", "jobs/nightly.yaml": "template",
		"*.yaml": "template", "[a].yaml": "template", "übung.yaml": "template", ":(top)x.yaml": "template", "a b.yaml": "template",
	}
	var lines []string
	for _, name := range slices.Sorted(maps.Keys(want)) {
		lines = append(lines, "main:"+name+" "+want[name])
	}
	if got := places(t, reader(t, dir), "main:"); got != strings.Join(lines, "\n") {
		t.Errorf("got\n%s\nwant\n%s", got, strings.Join(lines, "\n"))
	}
	for path, want := range map[string]string{
		"sub":          "main:sub/b.yml template",
		"./sub/":       "main:sub/b.yml template",
		".hidden":      "main:.hidden/h.yaml template",
		"text.txt":     "main:text.txt template\nsingle",
		"*.yaml":       "main:*.yaml template\nsingle",
		":(top)x.yaml": "main::(top)x.yaml template\nsingle",
		"big.yaml":     "main:big.yaml problem\nsingle",
		"link.yaml":    "main:link.yaml template\nsingle",
		"module.yaml":  `"main:module.yaml": it is a submodule, which is not followed`,
		"nowhere":      `"main:nowhere": there is no "nowhere" in this revision`,
		"su":           `"main:su": there is no "su" in this revision`,
		"a.yaml/x":     `"main:a.yaml/x": there is no "a.yaml/x" in this revision`,
	} {
		if got := places(t, reader(t, dir), "main:"+path); got != want {
			t.Errorf("%s: got %s, want %s", path, got, want)
		}
	}
}

// TestRevisionPath: a path starts from the current directory; places start from
// the root.
func TestRevisionPath(t *testing.T) {
	dir := repository(t, map[string]string{"a.yaml": template, "jobs/b.yaml": template, "jobs/deep/c.yaml": template, ".github/d.yaml": template})
	run(t, dir, "tag", "v1")
	run(t, dir, "branch", "origin/main")
	commit(t, dir, map[string]string{"jobs/new.yaml": template})
	id := run(t, dir, "rev-parse", "HEAD")
	const b, c, n = "%[1]s:jobs/b.yaml template", "%[1]s:jobs/deep/c.yaml template", "%[1]s:jobs/new.yaml template"
	for _, test := range []struct{ from, ref, path, want string }{
		{"jobs", "main", "", b + "\n" + c + "\n" + n},
		{"jobs", "main", ".", b + "\n" + c + "\n" + n},
		{"jobs", "v1", "./", b + "\n" + c},
		{"jobs", "HEAD~1", "deep/..", b + "\n" + c},
		{"jobs", id, "deep", c},
		{"jobs", id[:12], "deep", c},
		{"jobs", "origin/main", "../jobs", b + "\n" + c},
		{"jobs", "main^{tree}", "deep/c.yaml", c + "\nsingle"},
		{"jobs", "main@{2100-01-01 12:30}", "deep", c},
		{"jobs", "main", "..", "main:a.yaml template\n" + b + "\n" + c + "\n" + n},
		{"jobs", "main", "../.github", "main:.github/d.yaml template"},
		{"jobs", "main", "../..", `"main:../..": the path is outside the repository`},
		{"", "main", "../x", `"main:../x": the path is outside the repository`},
		{"", "v1", "jobs/deep/../b.yaml", b + "\nsingle"},
		{"", "main", "/jobs", `"main:/jobs": a path in a revision is relative to the current directory` + "\nhint: write it without the leading /"},
	} {
		want := strings.ReplaceAll(test.want, "%[1]s", test.ref)
		if got := places(t, reader(t, filepath.Join(dir, test.from)), test.ref+":"+test.path); got != want {
			t.Errorf("%s: %s:%s\n got %s\nwant %s", test.from, test.ref, test.path, got, want)
		}
	}
}

// TestNoRevision: a revision that does not exist is an error, with what to do.
func TestNoRevision(t *testing.T) {
	origin := repository(t, map[string]string{"a.yaml": template})
	run(t, origin, "branch", "dev")
	commit(t, origin, nil)
	run(t, origin, "config", "uploadpack.allowAnySHA1InWant", "true")
	first := run(t, origin, "rev-parse", "main~1")
	dir := t.TempDir()
	run(t, dir, "clone", "-q", "--depth=1", "--single-branch", "file://"+filepath.ToSlash(origin), "clone")
	dir = filepath.Join(dir, "clone")
	for ref, want := range map[string]string{
		"nope":             `there is no revision "nope" in this repository`,
		"-h":               `a revision cannot begin with -`,
		"--show-toplevel":  `a revision cannot begin with -`,
		"^main":            `there is no revision "^main" in this repository`,
		"main..main":       "\"main..main\" is a range, not a revision\nhint: name one of them; to compare both, write saejob diff main:PATH main:PATH",
		"main main":        `there is no revision "main main" in this repository`,
		"main\nmain":       `a revision cannot contain NUL or a line break`,
		"origin/dev":       "there is no revision \"origin/dev\" in this repository\nhint: git fetch --depth=1 origin +refs/heads/dev:refs/remotes/origin/dev",
		"origin/$(reboot)": `there is no revision "origin/$(reboot)" in this repository`,
		"main~1":           "there is no revision \"main~1\" in this repository\nhint: the clone is shallow: git fetch --unshallow",
		first:              "there is no revision \"" + first + "\" in this repository\nhint: git fetch --depth=1 origin " + first,
	} {
		spelling := ref + ":."
		if got := places(t, reader(t, dir), spelling); got != text.Quote(spelling)+": "+want {
			t.Errorf("%s\n got %s\nwant %s", ref, got, want)
		}
	}
	// What is said to bring them does.
	run(t, dir, "fetch", "-q", "--depth=1", "origin", "+refs/heads/dev:refs/remotes/origin/dev")
	run(t, dir, "fetch", "-q", "--depth=1", "origin", first)
	for ref, want := range map[string]string{
		"origin/dev": "origin/dev:a.yaml template", first: first + ":a.yaml template",
		"dev": "\"dev:.\": there is no revision \"dev\" in this repository\nhint: did you mean origin/dev?",
	} {
		if got := places(t, reader(t, dir), ref+":."); got != want {
			t.Errorf("%s: %s", ref, got)
		}
	}
}

// TestPartialClone: what the clone lacks is not fetched, and said; the rest is
// read.
func TestPartialClone(t *testing.T) {
	origin := repository(t, map[string]string{"a.yaml": template, "b.yaml": template})
	commit(t, origin, map[string]string{"b.yaml": template + "Memory: 1\n"})
	run(t, origin, "config", "uploadpack.allowFilter", "true")
	dir := filepath.Join(t.TempDir(), "clone")
	run(t, filepath.Dir(dir), "clone", "-q", "--filter=blob:none", "file://"+filepath.ToSlash(origin), dir)
	commit(t, origin, map[string]string{"a.yaml": template + "Memory: 2\n", "c.yaml": template + "Memory: 3\n"})
	run(t, dir, "fetch", "-q")

	r := reader(t, dir)
	const want = "origin/main:a.yaml unread\norigin/main:b.yaml template\norigin/main:c.yaml unread"
	for range 2 {
		if got := places(t, r, "origin/main:"); got != want {
			t.Errorf("got %s", got)
		}
	}
	s, err := r.Open(trial.Soon(t), "origin/main:a.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Refs[0].Open(); err == nil || !strings.Contains(err.Error(), "git fetch --refetch --no-filter") {
		t.Error(err)
	}
	run(t, dir, "fetch", "-q", "--refetch", "--no-filter")
	if got := places(t, r, "origin/main:"); got != strings.ReplaceAll(want, "unread", "template") {
		t.Errorf("after the fetch: %s", got)
	}
}

// TestNoRepository: neither a repository nor git is needed for paths.
func TestNoRepository(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a:b", "a.yaml"), template)
	t.Setenv("GIT_CEILING_DIRECTORIES", dir)
	const want = `"a:b": the current directory is not in a git repository, so there are no revisions` + "\nhint: to name a path with a colon, write ./a:b"
	if got := places(t, reader(t, dir), "a:b"); got != want {
		t.Errorf("got %s", got)
	}
	t.Setenv("PATH", "")
	for text, want := range map[string]string{
		"a:b":   `"a:b": git is not installed or not in PATH; revisions cannot be read without it` + "\nhint: to name a path with a colon, write ./a:b",
		"./a:b": filepath.ToSlash(dir) + "/a:b/a.yaml template",
	} {
		if got := places(t, reader(t, dir), text); got != want {
			t.Errorf("%s: got %s", text, got)
		}
	}
}

// TestOneGit: the files of all revisions are read by one git, which ends with the
// reader, and with the context.
func TestOneGit(t *testing.T) {
	files := map[string]string{}
	for i := range 50 {
		files[fmt.Sprintf("%d.yaml", i)] = template
	}
	dir := repository(t, files)
	commit(t, dir, files)
	trace := filepath.Join(t.TempDir(), "trace")
	t.Setenv("GIT_TRACE", trace)
	for _, end := range []string{"reader", "context"} {
		ctx, cancel := context.WithCancel(trial.Soon(t))
		r := &source.Reader{Dir: dir}
		var refs []job.Ref
		for _, text := range []string{"main:", "main~1:."} {
			s, err := r.Open(ctx, text)
			if err != nil {
				t.Fatal(err)
			}
			refs = append(refs, s.Refs...)
		}
		for _, ref := range refs {
			if got := outcome(ref); got != "template" {
				t.Fatal(ref.Place, got)
			}
		}
		if end == "reader" {
			r.Close()
		} else {
			cancel()
		}
		if _, err := refs[0].Open(); err == nil {
			t.Errorf("opened after the end of the %s", end)
		}
		r.Close()
		cancel()
	}
	said, err := os.ReadFile(trace)
	if n := strings.Count(string(said), "cat-file --batch"); err != nil || n != 2 {
		t.Errorf("git was started %d times for contents, %v", n, err)
	}
}
