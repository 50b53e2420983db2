package job

import (
	"fmt"
	"regexp"
	"strings"

	"saejob/internal/text"
)

// Path is where in a template something is: Envs[LOG_LEVEL].value.
type Path []Step

// StepKind is the kind of a step.
type StepKind uint8

// A step goes to a member by its name, to an item by its index, or to an item by
// its key.
const (
	MemberStep StepKind = iota
	IndexStep
	KeyStep
)

// Step is one step of a path.
type Step struct {
	Kind StepKind
	// Name is the member's name or the item's key.
	Name string
	// Index is the item's, from 0.
	Index int
	// Nth tells items of the same key apart, from 1.
	Nth int
}

// Member returns the path of a member of what p leads to.
func (p Path) Member(name string) Path { return p.add(Step{Kind: MemberStep, Name: name}) }

// Item returns the path of an item of the list that p leads to.
func (p Path) Item(index int) Path { return p.add(Step{Kind: IndexStep, Index: index}) }

// Keyed returns the path of the nth item, from 1, that has the key.
func (p Path) Keyed(key string, nth int) Path {
	return p.add(Step{Kind: KeyStep, Name: key, Nth: nth})
}

// add returns the path one step further. It never shares memory with p's next
// step.
func (p Path) add(s Step) Path { return append(p[:len(p):len(p)], s) }

// Within reports whether the path leads to what a pattern leads to, or below. A
// pattern is a path in which the key * stands for every item.
func (p Path) Within(pattern Path) bool {
	if len(p) < len(pattern) {
		return false
	}
	for i, s := range pattern {
		if !(s.IsEveryItem() && p[i].Kind != MemberStep) && p[i] != s {
			return false
		}
	}
	return true
}

// IsEveryItem reports whether a step of a pattern stands for every item.
func (s Step) IsEveryItem() bool { return s.Kind == KeyStep && s.Name == "*" }

var memberName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_-]*$`)

// String returns the path as it is written in reports. [ParsePath] is its inverse.
func (p Path) String() string {
	var b strings.Builder
	for i, s := range p {
		switch s.Kind {
		case MemberStep:
			if i > 0 {
				b.WriteByte('.')
			}
			if memberName.MatchString(s.Name) {
				b.WriteString(s.Name)
			} else {
				b.WriteString(text.Quote(s.Name))
			}
		case IndexStep:
			fmt.Fprintf(&b, "[%d]", s.Index)
		case KeyStep:
			b.WriteByte('[')
			if plainKey(s.Name) {
				b.WriteString(s.Name)
			} else {
				b.WriteString(text.Quote(s.Name))
			}
			if s.Nth > 1 {
				fmt.Fprintf(&b, "#%d", s.Nth)
			}
			b.WriteByte(']')
		}
	}
	return b.String()
}

// plainKey reports whether a key stands in brackets without quotes.
func plainKey(key string) bool {
	return key != "" && !strings.ContainsAny(key, `[]"#\`) && strings.IndexFunc(key, text.Invisible) < 0 &&
		strings.Trim(key, "0123456789") != ""
}
