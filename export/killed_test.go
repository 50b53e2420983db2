package export

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"saejob/internal/atomic"
	"saejob/internal/secret"
	"saejob/internal/trial"
)

func TestLeftoversAreRemoved(t *testing.T) {
	dir := t.TempDir()
	put(t, "half", dir, ".saejob-nightly.yaml.tmp")
	put(t, "half", dir, "a", "b", ".saejob-x.yaml.tmp")
	for _, mine := range []string{".saejob.yaml", ".saejob-notes", "a.tmp"} {
		put(t, "mine", dir, mine)
	}
	check(t, dir, listed(t, true, full()))
	write(t, dir, listed(t, true, full()))
	equal(t, "files", names(t, dir), ".saejob-notes\n.saejob.yaml\na.tmp\nnightly.yaml\n")
}

// Killed at any moment, a run leaves each file old or new, and the next run
// completes. Here it kills itself; how many files are written by then is chance.
func TestKilled(t *testing.T) {
	if dir := os.Getenv("EXPORT_AND_DIE"); dir != "" {
		self, _ := os.FindProcess(os.Getpid())
		done := 0
		Write(trial.Soon(t), many(t, "new"), dir, Options{Key: secret.RandomKey(), Done: func(Outcome) {
			if done++; done == 20 {
				go self.Kill()
			}
		}})
		time.Sleep(trial.Patience) // for a kill that comes late
		return
	}
	dir, old, want := t.TempDir(), t.TempDir(), t.TempDir()
	write(t, dir, many(t, "old"))
	write(t, old, many(t, "old"))
	write(t, want, many(t, "new"))
	kill := exec.CommandContext(trial.Soon(t), os.Args[0], "-test.run=^TestKilled$")
	kill.Env = append(os.Environ(), "EXPORT_AND_DIE="+dir)
	if err := kill.Run(); err == nil {
		t.Error("it was not killed")
	}
	templates := map[string]bool{}
	for _, name := range strings.Fields(names(t, dir)) {
		if atomic.IsTemporary(name) {
			continue
		}
		templates[name[:3]] = true
		from := want
		if strings.HasSuffix(name, "-old.yaml") {
			from = old
		}
		equal(t, name, read(t, dir, name), read(t, from, name))
	}
	if len(templates) != 60 {
		t.Errorf("%d templates are left", len(templates))
	}
	if got := write(t, dir, many(t, "new")); strings.Contains(got, "refused") {
		t.Error(got)
	}
	equal(t, "files", names(t, dir), names(t, want))
}

// many returns templates whose names end alike.
func many(t *testing.T, suffix string) *Listing {
	t.Helper()
	var answers []string
	for i := range 60 {
		id := fmt.Sprintf("t%02d", i)
		answers = append(answers, answerOf(id, id+"-"+suffix, prod))
	}
	return listed(t, true, answers...)
}
