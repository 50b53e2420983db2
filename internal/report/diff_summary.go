package report

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"saejob/internal/inert"
	"saejob/internal/text"
)

// summary is a report that has room for so many characters. What comes first
// gets in; once something does not, nothing after it does.
type summary struct {
	budget, size int
	digest       string
	text         strings.Builder
	// items: the last thing is an item of a list.
	items, full bool
	left        struct{ templates, changes, texts, problems int }
}

func size(text string) int { return utf8.RuneCountInString(text) }

// begin adds what is there in any case, and keeps room for what the end says.
func (s *summary) begin(head string) {
	s.size = size(s.tail(1<<20, 1<<20, 1<<20, 1<<20))
	s.write(head)
}

func (s *summary) write(parts ...string) {
	for _, part := range parts {
		part = inert.BreakCommands(part)
		s.size += size(part)
		s.text.WriteString(part)
	}
}

// fits reports whether texts have room in so many characters.
func (s *summary) fits(room int, parts ...string) bool {
	return !s.full && size(inert.BreakCommands(strings.Join(parts, ""))) <= room
}

func (s *summary) room(parts ...string) bool { return s.fits(s.budget-s.size, parts...) }

// add adds texts, if there is room for all of them.
func (s *summary) add(parts ...string) bool {
	if !s.room(parts...) {
		s.full = true
		return false
	}
	s.write(parts...)
	s.items = false
	return true
}

// item adds an item of a list.
func (s *summary) item(text string) bool {
	if text += "\n"; !s.items {
		text = "\n" + text
	}
	s.items = s.add(text)
	return s.items
}

// end returns the report, which says what is left out of it.
func (s *summary) end() string {
	if l := s.left; l.templates+l.changes+l.texts+l.problems > 0 {
		s.text.WriteString(s.tail(l.templates, l.changes, l.texts, l.problems))
	}
	return s.text.String()
}

func (s *summary) tail(templates, changes, texts, problems int) string {
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{{templates, "template"}, {changes, "change"}, {texts, "long text"}, {problems, "warning"}} {
		if p.n > 0 {
			parts = append(parts, text.Count(p.n, p.what))
		}
	}
	return fmt.Sprintf("\n**Left out:** %s; a summary has at most %d characters. `saejob diff -o json` writes everything; the SHA-256 of that report is `%s`.\n",
		strings.Join(parts, ", "), s.budget, s.digest)
}
