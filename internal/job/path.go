package job

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"saejob/internal/text"
)

// Path says where in a template something is: Envs[LOG_LEVEL].value.
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

// Member gives the path of a member of what p leads to.
func (p Path) Member(name string) Path { return p.add(Step{Kind: MemberStep, Name: name}) }

// Item gives the path of an item of the list that p leads to.
func (p Path) Item(index int) Path { return p.add(Step{Kind: IndexStep, Index: index}) }

// Keyed gives the path of the nth item, from 1, that has the key.
func (p Path) Keyed(key string, nth int) Path {
	return p.add(Step{Kind: KeyStep, Name: key, Nth: nth})
}

// Add gives the path one step further. It never shares memory with p's next
// step.
func (p Path) add(s Step) Path { return append(p[:len(p):len(p)], s) }

// Within says whether the path leads to what a pattern leads to, or below. A
// pattern is a path in which the key * stands for every item.
func (p Path) Within(pattern Path) bool {
	if len(p) < len(pattern) {
		return false
	}
	for i, s := range pattern {
		everyItem := s.Kind == KeyStep && s.Name == "*" && p[i].Kind != MemberStep
		if !everyItem && p[i] != s {
			return false
		}
	}
	return true
}

var memberName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_-]*$`)

// String gives the path as it is written in reports. [ParsePath] is its inverse.
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

// plainKey says whether a key stands in brackets without quotes.
func plainKey(key string) bool {
	return key != "" && !strings.ContainsAny(key, `[]"#\`) && strings.IndexFunc(key, text.Invisible) < 0 &&
		strings.Trim(key, "0123456789") != ""
}

// ParsePath reads a path as [Path.String] writes it.
func ParsePath(str string) (Path, error) {
	var p Path
	rest := str
	for rest != "" {
		var s Step
		var err error
		switch {
		case rest[0] == '[':
			s, rest, err = parseBracket(rest[1:])
		case len(p) == 0 || rest[0] == '.':
			if len(p) > 0 {
				rest = rest[1:]
			}
			s, rest, err = parseMember(rest)
		default:
			err = fmt.Errorf("expected . or [ at %s", text.Quote(rest))
		}
		if err != nil {
			return nil, fmt.Errorf("path %s: %w", text.Quote(str), err)
		}
		p = append(p, s)
	}
	return p, nil
}

var pathName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_-]*`)

func parseMember(str string) (Step, string, error) {
	if strings.HasPrefix(str, `"`) {
		name, rest, err := parseQuoted(str)
		return Step{Kind: MemberStep, Name: name}, rest, err
	}
	name := pathName.FindString(str)
	if name == "" {
		return Step{}, "", fmt.Errorf("expected a name at %s", text.Quote(str))
	}
	return Step{Kind: MemberStep, Name: name}, str[len(name):], nil
}

func parseBracket(str string) (Step, string, error) {
	s := Step{Kind: KeyStep, Nth: 1}
	rest := str
	if strings.HasPrefix(str, `"`) {
		var err error
		if s.Name, rest, err = parseQuoted(str); err != nil {
			return s, "", err
		}
	} else {
		n := strings.IndexAny(str, "]#")
		if n < 1 {
			return s, "", fmt.Errorf("expected a key or an index at %s", text.Quote(str))
		}
		s.Name, rest = str[:n], str[n:]
		if index, err := strconv.Atoi(s.Name); err == nil && strings.Trim(s.Name, "0123456789") == "" {
			s = Step{Kind: IndexStep, Index: index}
		} else if !plainKey(s.Name) {
			return s, "", fmt.Errorf("write the key %s in quotes", text.Quote(s.Name))
		}
	}
	inner, rest, ok := strings.Cut(rest, "]")
	if !ok {
		return s, "", fmt.Errorf("expected ] at the end")
	}
	if inner == "" {
		return s, rest, nil
	}
	nth, err := strconv.Atoi(strings.TrimPrefix(inner, "#"))
	if err != nil || nth < 2 || inner != fmt.Sprintf("#%d", nth) || s.Kind != KeyStep {
		return s, "", fmt.Errorf("expected ] at %s", text.Quote(inner))
	}
	s.Nth = nth
	return s, rest, nil
}

// parseQuoted reads the JSON string that text begins with.
func parseQuoted(text string) (value, rest string, err error) {
	for i := 1; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '"':
			err = json.Unmarshal([]byte(text[:i+1]), &value)
			return value, text[i+1:], err
		}
	}
	return "", "", fmt.Errorf("a quote is not closed")
}
