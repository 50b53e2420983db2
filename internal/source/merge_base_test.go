package source_test

import (
	"path/filepath"
	"testing"

	"saejob/internal/trial"
)

// REF... is where the branch left REF; what REF did since does not count.
func TestMergeBase(t *testing.T) {
	dir := repository(t, map[string]string{"jobs/a.yaml": template, "jobs/b.yaml": template})
	run(t, dir, "switch", "-q", "-c", "topic")
	commit(t, dir, map[string]string{"jobs/a.yaml": template + "Memory: 1\n"})
	run(t, dir, "switch", "-q", "main")
	commit(t, dir, map[string]string{"jobs/b.yaml": template + "Memory: 2\n", "jobs/new.yaml": template})
	run(t, dir, "switch", "-q", "topic")
	if got, want := places(t, reader(t, dir), "main...:jobs"), "main...:jobs/a.yaml template\nmain...:jobs/b.yaml template"; got != want {
		t.Errorf("got %s", got)
	}
	if got := changed(t, dir, "main...", "jobs"); got != "jobs/a.yaml" {
		t.Errorf("changed since the merge base: %s", got)
	}
	if got := changed(t, dir, "main", "jobs"); got != "jobs/a.yaml jobs/b.yaml" {
		t.Errorf("changed since main: %s", got)
	}
	content, err := reader(t, dir).File(trial.Soon(t), "main...", "jobs/b.yaml")
	if err != nil || string(content) != template {
		t.Errorf("%q, %v", content, err)
	}

	// Where there is none, it is said what to do.
	run(t, dir, "switch", "-q", "--orphan", "alone")
	commit(t, dir, map[string]string{"jobs/a.yaml": template})
	for spelling, want := range map[string]string{
		"main...:jobs": "\"main...:jobs\": \"main\" and HEAD have no merge base in this repository\n" +
			"hint: their histories have nothing in common; name the revision itself: main",
		"nope...:jobs":        `"nope...:jobs": there is no revision "nope" in this repository`,
		"main^{tree}...:jobs": `"main^{tree}...:jobs": there is no revision "main^{tree}" in this repository`,
	} {
		if got := places(t, reader(t, dir), spelling); got != want {
			t.Errorf("%s\n got %s\nwant %s", spelling, got, want)
		}
	}
	shallow := filepath.Join(t.TempDir(), "clone")
	run(t, filepath.Dir(shallow), "clone", "-q", "--depth=1", "--no-single-branch", "--branch=topic", "file://"+filepath.ToSlash(dir), shallow)
	const missing = "\"origin/main...:jobs\": \"origin/main\" and HEAD have no merge base in this repository\n" +
		"hint: the clone is shallow: git fetch --unshallow gets the rest (in GitHub Actions: fetch-depth: 0; in GitLab CI: GIT_DEPTH: 0)"
	if got := places(t, reader(t, shallow), "origin/main...:jobs"); got != missing {
		t.Errorf("got %s", got)
	}
	run(t, shallow, "fetch", "-q", "--unshallow")
	if got, want := places(t, reader(t, shallow), "origin/main...:jobs"), "origin/main...:jobs/a.yaml template\norigin/main...:jobs/b.yaml template"; got != want {
		t.Errorf("got %s", got)
	}

	// The branch of a shallow clone with one branch is fetched with what is before it.
	single := filepath.Join(t.TempDir(), "clone")
	run(t, filepath.Dir(single), "clone", "-q", "--depth=1", "--branch=topic", "file://"+filepath.ToSlash(dir), single)
	const fetch = "git fetch --unshallow origin +refs/heads/main:refs/remotes/origin/main"
	if got, want := places(t, reader(t, single), "origin/main...:jobs"), "\"origin/main...:jobs\": there is no revision \"origin/main\" in this repository\nhint: "+fetch; got != want {
		t.Errorf("got %s", got)
	}
	run(t, single, "fetch", "-q", "--unshallow", "origin", "+refs/heads/main:refs/remotes/origin/main")
	run(t, single, "fetch", "-q", "origin")
	if got, want := places(t, reader(t, single), "origin/main...:jobs"), "origin/main...:jobs/a.yaml template\norigin/main...:jobs/b.yaml template"; got != want {
		t.Errorf("after the fetch: %s", got)
	}
}
