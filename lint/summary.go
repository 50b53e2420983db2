package lint

import (
	"fmt"
	"strings"
)

// Add adds what was found in another snapshot.
func (r *Result) Add(other Result) {
	r.Findings = append(r.Findings, other.Findings...)
	r.Unread = append(r.Unread, other.Unread...)
	r.Templates += other.Templates
	r.Skipped += other.Skipped
}

// Summary says in a line what was checked and what was found.
func (r *Result) Summary() string {
	var counts []string
	for _, s := range []Severity{Error, Warning, Info} {
		if n := r.Count(s); n > 0 {
			counts = append(counts, number(n, s.String()))
		}
	}
	text := number(r.Templates, "template") + ", no findings"
	if len(counts) > 0 {
		text = number(r.Templates, "template") + ": " + strings.Join(counts, ", ")
	}
	if r.Skipped > 0 {
		text += "; " + number(r.Skipped, "other file") + " passed over"
	}
	if n := len(r.Unread); n > 0 {
		text += "; " + number(n, "template") + " unread"
	}
	return text
}

func number(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
