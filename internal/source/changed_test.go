package source_test

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"saejob/internal/job"
	"saejob/internal/trial"
)

// changed returns the places below a path that changed since a revision.
func changed(t *testing.T, dir, ref, path string) string {
	t.Helper()
	r := reader(t, dir)
	s, err := r.Open(trial.Soon(t), path)
	if err != nil {
		t.Fatal(err)
	}
	places, err := r.Changed(trial.Soon(t), ref, s.Refs)
	if err != nil {
		return err.Error()
	}
	return strings.Join(slices.Sorted(maps.Keys(places)), " ")
}

// TestChanged: committed, staged, unstaged and new files, in both kinds of
// repositories.
func TestChanged(t *testing.T) {
	for _, format := range []string{"sha1", "sha256"} {
		t.Setenv("GIT_DEFAULT_HASH", format)
		dir := repository(t, map[string]string{
			"jobs/committed.yaml": template, "jobs/staged.yaml": template, "jobs/unstaged.yaml": template, "jobs/same.yaml": template,
			"jobs/crlf.yaml": template, "jobs/touched.yaml": template, "jobs/back.yaml": template, "jobs/old.yaml": template, "jobs/gone.yaml": template,
			"jobs/link.yaml": template, "other/x.yaml": template, ".gitignore": "ignored.yaml\n", "jobs/deep/a b.yaml": template,
		})
		run(t, dir, "tag", "v1")
		more := template + "Memory: 1\n"
		commit(t, dir, map[string]string{"jobs/committed.yaml": more, "jobs/back.yaml": more, "other/x.yaml": more})
		run(t, dir, "mv", "jobs/old.yaml", "jobs/moved.yaml")
		run(t, dir, "rm", "-q", "jobs/gone.yaml")
		write(t, filepath.Join(dir, "jobs/staged.yaml"), more)
		run(t, dir, "add", "-A")
		for name, text := range map[string]string{
			"unstaged.yaml": more, "new.yaml": template, "ignored.yaml": template, "deep/a b.yaml": more, "back.yaml": template, "touched.yaml": template,
			"crlf.yaml": strings.ReplaceAll(template, "\n", "\r\n"),
		} {
			write(t, filepath.Join(dir, "jobs", name), text)
		}
		if err := os.Remove(filepath.Join(dir, "jobs/link.yaml")); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink("same.yaml", filepath.Join(dir, "jobs/link.yaml")); err != nil {
			t.Skip(err)
		}
		const want = "jobs/committed.yaml jobs/deep/a b.yaml jobs/link.yaml jobs/moved.yaml jobs/new.yaml jobs/staged.yaml jobs/unstaged.yaml"
		for _, test := range []struct{ from, ref, path, want string }{
			{"", "v1", "jobs", want},
			{"jobs", "v1", ".", want},
			{"jobs", "v1", "same.yaml", ""},
			{"jobs", "HEAD", "committed.yaml", ""},
			{"jobs", "HEAD", "back.yaml", "jobs/back.yaml"},
			{"", "HEAD", "other", ""},
			{"", "HEAD~1", "other", "other/x.yaml"},
			{"", "nope", "jobs", `there is no revision "nope" in this repository`},
			{"", "v1:jobs", "jobs", `"v1:jobs" names a path; this must be a revision alone`},
			{"", ":jobs", "jobs", `":jobs" names a path; this must be a revision alone`},
			{"", "--all", "jobs", `a revision cannot begin with -`},
		} {
			if got := changed(t, filepath.Join(dir, test.from), test.ref, test.path); got != test.want {
				t.Errorf("%s: %s, since %s:\n got %s\nwant %s", test.from, test.path, test.ref, got, test.want)
			}
		}
	}
}

// TestChangedSeveralRepositories: each file is compared in its own repository;
// sources that are not files are not compared.
func TestChangedSeveralRepositories(t *testing.T) {
	a := repository(t, map[string]string{"a.yaml": template})
	b := repository(t, map[string]string{"b.yaml": template})
	write(t, filepath.Join(b, "b.yaml"), template+"Memory: 1\n")
	r := reader(t, a)
	r.Stdin = strings.NewReader(template)
	var refs []job.Ref
	for _, path := range []string{a, b, "-", "main:"} {
		s, err := r.Open(trial.Soon(t), path)
		if err != nil {
			t.Fatal(err)
		}
		refs = append(refs, s.Refs...)
	}
	if got, err := r.Changed(trial.Soon(t), "main", refs); err != nil || len(got) != 1 || !got["b.yaml"] {
		t.Error(got, err)
	}
	// A repository within another: places start from the outer one.
	write(t, filepath.Join(a, "inner", "c.yaml"), template)
	run(t, a, "init", "-q", "inner")
	if got := changed(t, a, "main", "."); got != "inner/c.yaml" {
		t.Error(got)
	}
	outside := t.TempDir()
	write(t, filepath.Join(outside, "a.yaml"), template)
	if got := changed(t, outside, "main", "."); !strings.HasSuffix(got, `a.yaml" is not in a git repository, so it has no revisions`) {
		t.Error(got)
	}
}

// TestChangedRunsNothing: a filter that attributes name is not run.
func TestChangedRunsNothing(t *testing.T) {
	dir := repository(t, map[string]string{"a.yaml": template, ".gitattributes": "*.yaml filter=evil\n"})
	ran := filepath.Join(dir, "ran")
	run(t, dir, "config", "filter.evil.clean", "touch '"+ran+"'; cat")
	write(t, filepath.Join(dir, "a.yaml"), template+"Memory: 1\n")
	if got := changed(t, dir, "main", "."); got != "a.yaml" {
		t.Error(got)
	}
	if _, err := os.Stat(ran); err == nil {
		t.Error("the filter was run")
	}
	run(t, dir, "add", "-A")
	if _, err := os.Stat(ran); err != nil {
		t.Error("the filter is none")
	}
}
