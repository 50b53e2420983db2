// Package suppression accepts findings and changes, each with a reason: in a
// comment of the template's file, or in the configuration.
package suppression

import (
	"slices"
	"strings"
	"time"

	"saejob/internal/glob"
	"saejob/internal/job"
	"saejob/internal/text"
)

// Suppression says that what some rules find, or some changes, is accepted at a
// place, and why.
type Suppression struct {
	// Names are those of rules and changes.
	Names []string
	// Reason is why; a suppression without one accepts nothing.
	Reason string
	// Expires is the last day on which it holds; the zero time: it always does.
	Expires time.Time
	// Where it holds. What is empty holds everywhere.
	Files, Templates []string // globs: of places, with **, and of AppNames
	Environment      string
	// Path is where in a template it holds, and below; [*] stands for every item.
	Path job.Path
	// Lines are those of the entry that a comment is about: a finding there is
	// accepted too, whatever its path.
	Lines Lines

	// File and At are where it is written.
	File string
	At   job.Range
	// InSource: it is a comment in the file it is about.
	InSource bool
	// Wrong says what is wrong with it; empty: nothing. What is wrong accepts
	// nothing.
	Wrong string
	// Added: it is not there where suppressions are taken from. It accepts nothing.
	Added bool

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

// Holds reports whether the suppression accepts something on a day; it then counts
// as used.
func (s *Suppression) Holds(t Target, today time.Time) bool {
	if s.Wrong != "" || s.Added || s.Expired(today) || !slices.Contains(s.Names, t.Name) || !s.Concerns(t) {
		return false
	}
	onLine := t.Line > 0 && t.Line >= s.Lines.First && t.Line <= s.Lines.Last
	if !onLine && !t.Path.Within(s.Path) {
		return false
	}
	if s.used == nil {
		s.used = map[string]bool{}
	}
	s.used[t.Name] = true
	return true
}

// NamesAny reports whether one of the names is of a kind.
func (s *Suppression) NamesAny(is func(name string) bool) bool {
	return slices.ContainsFunc(s.Names, is)
}

// Key tells suppressions apart that accept different things.
func (s *Suppression) Key() string {
	return strings.Join([]string{
		strings.Join(s.Names, ","), s.Path.String(), s.Expires.Format(time.DateOnly),
		strings.Join(s.Files, ","), strings.Join(s.Templates, ","), s.Environment,
	}, " ")
}

// Know has it that a name is wrong which is none: suggest gives what was meant,
// or nothing, and whether the name is known.
func (s *Suppression) Know(suggest func(name string) (meant string, known bool)) {
	for _, name := range s.Names {
		meant, known := suggest(name)
		if known || s.Wrong != "" {
			continue
		}
		s.Wrong = "there is no rule and no change " + text.Quote(name)
		if meant != "" {
			s.Wrong += "; did you mean " + meant + "?"
		}
	}
}

// Concerns reports whether a template is one that the suppression is about.
func (s *Suppression) Concerns(t Target) bool {
	concerns := glob.MatchAny(s.Files, t.File) && glob.MatchAny(s.Templates, t.Template) &&
		(s.Environment == "" || s.Environment == t.Environment)
	s.seen = s.seen || concerns
	return concerns
}

// Expired reports whether the suppression no longer holds on a day.
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
