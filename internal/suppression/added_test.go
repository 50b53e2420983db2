package suppression

import (
	"testing"
	"time"

	"saejob/internal/job"
)

// TestAdded: whatever of a suppression says what it accepts, another one is added; where it
// stands, and why it is there, may change.
func TestAdded(t *testing.T) {
	at := func(name string) job.Path { return job.Path(nil).Member(name) }
	make := func(change func(s *Suppression)) *Suppression {
		s := &Suppression{
			Names: []string{"a", "b"}, Reason: "why", Expires: time.Date(2027, 1, 31, 0, 0, 0, 0, time.UTC),
			Files: []string{"jobs/**"}, Templates: []string{"nightly-*"}, Environment: "prod", Path: at("Cpu"),
		}
		change(s)
		return s
	}
	trusted := []*Suppression{make(func(*Suppression) {})}
	for _, c := range []struct {
		name   string
		change func(s *Suppression)
		want   bool
	}{
		{"nothing", func(*Suppression) {}, false},
		{"the reason", func(s *Suppression) { s.Reason = "because" }, false},
		{"the line", func(s *Suppression) { s.At.Line, s.Lines = 7, Lines{7, 8} }, false},
		{"the names", func(s *Suppression) { s.Names = []string{"a", "c"} }, true},
		{"the path", func(s *Suppression) { s.Path = at("Memory") }, true},
		{"the day", func(s *Suppression) { s.Expires = s.Expires.AddDate(0, 0, 1) }, true},
		{"no day", func(s *Suppression) { s.Expires = time.Time{} }, true},
		{"the files", func(s *Suppression) { s.Files = []string{"**"} }, true},
		{"the templates", func(s *Suppression) { s.Templates = nil }, true},
		{"the environment", func(s *Suppression) { s.Environment = "test" }, true},
	} {
		found := make(c.change)
		MarkAdded([]*Suppression{found}, trusted)
		if found.Added != c.want {
			t.Errorf("%s: added is %v", c.name, found.Added)
		}
	}
}
