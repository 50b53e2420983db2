package job

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"saejob/internal/text"
)

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
