// Package suppression accepts findings and changes, each with a reason: in a
// comment of the template's file ([InFile] reads these), or in the configuration.
//
// Whoever goes by a suppression asks [Suppression.Accepts] and notes what it was
// used for; [Suppression.Unused] is then what it was not. What names there are is
// handed to [Suppression.CheckNames].
package suppression

import (
	"slices"
	"strings"
	"time"

	"saejob/internal/glob"
	"saejob/internal/job"
	"saejob/internal/text"
)

// Suppression accepts what some rules find, or some changes, at a place, with a
// reason.
type Suppression struct {
	// Names are those of rules and changes.
	Names []string
	// Reason is why; a suppression without one has no effect.
	Reason string
	// Expires is the last day on which it has effect; the zero time: it never ends.
	Expires time.Time
	// Where it has effect; what is empty is everywhere.
	Files, Templates []string // globs: of places, with **, and of AppNames
	Environment      string
	// Path is where in a template it has effect, and below; [*] stands for every item.
	Path job.Path
	// Lines are those of the entry that a comment is about: a finding there is
	// accepted too, whatever its path.
	Lines Lines

	// File and At are where it is written.
	File string
	At   job.Range
	// InSource: it is a comment in the file it is about.
	InSource bool
	// Wrong is what is wrong with it; empty if nothing. A wrong one has no effect.
	Wrong string
	// Added: it is not there where suppressions are taken from. It has no effect.
	Added bool

	// used are the names for which it was marked as used; seen: it was marked as
	// one of a template that was looked at.
	used map[string]bool
	seen bool
}

// Lines are lines of a file, from 1; the zero Lines are none.
type Lines struct{ First, Last int }

// Target is what may be accepted: a finding or a change.
type Target struct {
	Name        string
	File        string
	Line        int
	Template    string
	Environment string
	Path        job.Path
}

// Accepts reports whether the suppression accepts something on a day.
func (s *Suppression) Accepts(t Target, today time.Time) bool {
	if s.Wrong != "" || s.Added || s.Expired(today) || !slices.Contains(s.Names, t.Name) || !s.Concerns(t) {
		return false
	}
	onLine := t.Line > 0 && t.Line >= s.Lines.First && t.Line <= s.Lines.Last
	return onLine || t.Path.Within(s.Path)
}

// Concerns reports whether a template is one that the suppression is about.
func (s *Suppression) Concerns(t Target) bool {
	return glob.MatchAny(s.Files, t.File) && glob.MatchAny(s.Templates, t.Template) &&
		(s.Environment == "" || s.Environment == t.Environment)
}

// MarkSeen notes that a template that the suppression is about was looked at.
func (s *Suppression) MarkSeen() { s.seen = true }

// MarkUsed notes that the suppression accepted something of that name.
func (s *Suppression) MarkUsed(name string) {
	if s.used == nil {
		s.used = map[string]bool{}
	}
	s.used[name], s.seen = true, true
}

// NamesAny reports whether one of the names is of a kind.
func (s *Suppression) NamesAny(is func(name string) bool) bool {
	return slices.ContainsFunc(s.Names, is)
}

// Key returns what two suppressions have in common that accept the same.
func (s *Suppression) Key() string {
	return strings.Join([]string{
		strings.Join(s.Names, ","), s.Path.String(), s.Expires.Format(time.DateOnly),
		strings.Join(s.Files, ","), strings.Join(s.Templates, ","), s.Environment,
	}, " ")
}

// CheckNames marks the suppression as wrong if one of its names is not known:
// suggest returns what was meant, or nothing, and whether the name is known.
func (s *Suppression) CheckNames(suggest func(name string) (meant string, known bool)) {
	for _, name := range s.Names {
		meant, known := suggest(name)
		if known || s.Wrong != "" {
			continue
		}
		s.Wrong = "there is no rule or change " + text.Quote(name)
		if meant != "" {
			s.Wrong += "; did you mean " + meant + "?"
		}
	}
}

// MarkAdded notes which suppressions are not among those that are trusted: they were
// added since, and have no effect.
func MarkAdded(found, trusted []*Suppression) {
	known := map[string]bool{}
	for _, s := range trusted {
		known[s.Key()] = true
	}
	for _, s := range found {
		s.Added = !known[s.Key()]
	}
}

// Expired reports whether the suppression has expired on a day.
func (s *Suppression) Expired(today time.Time) bool {
	return !s.Expires.IsZero() && today.Format(time.DateOnly) > s.Expires.Format(time.DateOnly)
}

// Unused returns the names for which the suppression accepted nothing, though a
// template that it is about was looked at, or all were. A comment's template was.
func (s *Suppression) Unused(all bool) []string {
	var unused []string
	for _, name := range s.Names {
		if !s.used[name] && (s.InSource || s.seen || all) {
			unused = append(unused, name)
		}
	}
	return unused
}
