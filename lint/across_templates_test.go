package lint_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"saejob/internal/job"
	"saejob/internal/secret"
	"saejob/internal/severity"
	"saejob/lint"
	"saejob/rules"
)

// world is a rule that says which templates are seen together, and which of them
// are whole, of the last of them.
var world = rules.Rule{Name: "world", Severity: severity.Info, Templates: func(all []*rules.Facts, say rules.SayOf) {
	var names []string
	for _, f := range all {
		name := f.Name
		if f.Whole {
			name += "!"
		}
		names = append(names, name)
	}
	say(all[len(all)-1], rules.At("AppName"), "%s", strings.Join(names, " "))
}}

func snapshotOf(name string, refs ...job.Ref) job.Snapshot {
	world, _, _ := strings.Cut(name, ":")
	return job.Snapshot{Name: name, World: world, Refs: refs}
}

// fileOf is a template's file; its name is the template's.
func fileOf(name string) job.Ref {
	r := elsewhere(name)
	r.File = name
	return r
}

// elsewhere is a template that is in no file.
func elsewhere(name string) job.Ref {
	return job.Ref{Place: name, Open: func() (job.Document, error) {
		t, problems := job.Parse([]byte("AppName: " + name + "\n"))
		return job.Document{Template: t, Problems: problems}, nil
	}}
}

func among(l *lint.Linter, snapshots ...job.Snapshot) (said string, result lint.Result) {
	l.Key, l.Schema, l.Rules = secret.RandomKey(), lint.Plan(), []*rules.Rule{&world}
	result = l.Check(snapshots...)
	var lines []string
	for _, f := range result.Findings {
		if f.Rule == world.Name {
			lines = append(lines, fmt.Sprintf("%s: %s", f.File, f.Message))
		}
	}
	return strings.Join(lines, "\n"), result
}

// TestWorlds: what is on the disk, what is live and each revision are not taken
// for one another.
func TestWorlds(t *testing.T) {
	said, _ := among(&lint.Linter{},
		snapshotOf("jobs", fileOf("a"), fileOf("b")), snapshotOf("main:jobs", elsewhere("r")), snapshotOf("other", fileOf("c")),
		snapshotOf("live:prod", elsewhere("p")), snapshotOf("live:test", elsewhere("t")))
	if want := "r: r!\nc: a! b! c!\nt: p! t!"; said != want {
		t.Errorf("seen together:\n%s\nwant\n%s", said, want)
	}
}

// TestJudgedLast: what goes wrong between a template that is judged and one that
// is not is said of the former.
func TestJudgedLast(t *testing.T) {
	said, _ := among(&lint.Linter{Judges: func(place string) bool { return place == "a" }}, snapshotOf("jobs", fileOf("a"), fileOf("b")))
	if want := "a: b! a!"; said != want {
		t.Errorf("%q, want %q", said, want)
	}
}

// TestOverlap: a file of two sources is one file, and a source that holds nothing
// else is not empty.
func TestOverlap(t *testing.T) {
	said, result := among(&lint.Linter{}, snapshotOf("jobs", fileOf("jobs/a"), fileOf("jobs/b")), snapshotOf("jobs/a", fileOf("./jobs/a")))
	if said != "jobs/b: jobs/a! jobs/b!" || len(result.Judged) != 2 || len(result.Empty) != 0 {
		t.Errorf("%q, %d templates, empty: %v", said, len(result.Judged), result.Empty)
	}
}

// TestWhole: a place is not whole where something could not be read, nor is a
// file that was named.
func TestWhole(t *testing.T) {
	single := snapshotOf("a", fileOf("a"))
	single.Single = true
	unread := job.Ref{Place: "x", File: "x", Open: func() (job.Document, error) { return job.Document{}, errors.New("gone") }}
	flawed := job.Ref{Place: "y", File: "y", Open: func() (job.Document, error) {
		t, problems := job.Parse([]byte("AppName: [\n"))
		return job.Document{Template: t, Problems: problems}, nil
	}}
	for name, test := range map[string]struct {
		snapshots []job.Snapshot
		want      string
	}{
		"one file":    {[]job.Snapshot{single}, "a: a"},
		"all is read": {[]job.Snapshot{snapshotOf("jobs", fileOf("a"), fileOf("b"))}, "b: a! b!"},
		"one is not":  {[]job.Snapshot{snapshotOf("jobs", fileOf("a"), unread, fileOf("b"))}, "b: a b"},
		"one is flawed, elsewhere": {[]job.Snapshot{
			snapshotOf("jobs", flawed, fileOf("a")), snapshotOf("more", fileOf("b")),
		}, "b: a b"},
	} {
		if said, _ := among(&lint.Linter{}, test.snapshots...); said != test.want {
			t.Errorf("%s: %q, want %q", name, said, test.want)
		}
	}
}

// TestChangedMeanwhile: a template that cannot be read any more when its lines are wanted
// is unread, and the others are judged all the same.
func TestChangedMeanwhile(t *testing.T) {
	for name, again := range map[string]func() (job.Document, error){
		"gone":    func() (job.Document, error) { return job.Document{}, errors.New("gone") },
		"no YAML": func() (job.Document, error) { return job.Document{}, nil },
	} {
		opened := 0
		changing := fileOf("b")
		first := changing.Open
		changing.Open = func() (job.Document, error) {
			if opened++; opened > 1 {
				return again()
			}
			return first()
		}
		_, result := among(&lint.Linter{}, snapshotOf("jobs", fileOf("a"), changing))
		if len(result.Unread) != 1 || result.Unread[0].Place != changing.File || result.Unread[0].Err == nil {
			t.Errorf("%s: %+v", name, result.Unread)
		}
	}
}
