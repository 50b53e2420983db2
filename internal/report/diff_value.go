package report

import (
	"fmt"
	"regexp"
	"strings"

	"saejob/internal/inert"
	"saejob/internal/job"
	"saejob/internal/text"
)

// maxText is how many code points of a text are shown in a report for people.
const maxText = 400

// inline returns a value in one line. Of an item that a list knows by its member
// key, what the path does not say already.
func inline(n *job.Node, key string) string {
	n = n.View()
	if n.Kind != job.Object {
		return flow(n)
	}
	var members []*job.Entry
	for _, e := range n.Entries {
		if key == "" || e.Key != key {
			members = append(members, e)
		}
	}
	if key != "" && len(members) == 1 && members[0].Value.Kind < job.List {
		return scalar(members[0].Value, isPlain)
	}
	if key != "" && len(members) == 0 {
		return ""
	}
	return flowMembers(members)
}

// flow returns a value as it stands within another, in one line.
func flow(n *job.Node) string {
	switch n.Kind {
	case job.Object:
		return "{" + flowMembers(n.Entries) + "}"
	case job.List:
		var items []string
		for _, e := range n.Entries {
			items = append(items, within(e.Value))
		}
		return "[" + strings.Join(items, ", ") + "]"
	}
	return scalar(n, isPlain)
}

func flowMembers(entries []*job.Entry) string {
	var members []string
	for _, e := range entries {
		members = append(members, name(e.Key)+": "+within(e.Value))
	}
	return strings.Join(members, ", ")
}

func within(n *job.Node) string {
	if n.Kind >= job.List {
		return flow(n)
	}
	return scalar(n, func(text string) bool { return isPlain(text) && !strings.ContainsAny(text, ",[]{}") })
}

// scalar returns a scalar as it is shown: a text without quotes where it is
// recognized as what it is.
func scalar(n *job.Node, plain func(string) bool) string {
	switch n.Kind {
	case job.Null, job.Unreadable:
		return "null"
	case job.String:
		if s := n.Shown(); !plain(s) {
			return inert.Line(text.Quote(clip(s)))
		}
	}
	return inert.Line(clip(n.Shown()))
}

var (
	notText  = regexp.MustCompile(`^(true|false|null|-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?)$`)
	nameText = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_-]*$`)
	wordText = regexp.MustCompile(`^[\pL\pN][\pL\pN._-]*$`)
)

// isPlain reports whether a text can stand without quotes and be seen for what it
// is.
func isPlain(s string) bool {
	return s != "" && !notText.MatchString(s) && strings.TrimSpace(s) == s &&
		s[0] != '"' && s[0] != '{' && s[0] != '[' && !strings.Contains(s, "  ") &&
		!strings.Contains(s, ": ") && !strings.Contains(s, "→") && strings.IndexFunc(s, text.Invisible) < 0
}

// name returns a member's name.
func name(s string) string {
	if nameText.MatchString(s) {
		return s
	}
	return inert.Line(text.Quote(clip(s)))
}

// word returns a name that may begin a line.
func word(s string) string {
	if wordText.MatchString(s) {
		return inert.Line(s)
	}
	return inert.Line(text.Quote(s))
}

// clip cuts a text that is too long to be read.
func clip(s string) string {
	if len(s) <= maxText {
		return s
	}
	runes := []rune(s)
	if len(runes) <= maxText {
		return s
	}
	return fmt.Sprintf("%s… (%d more characters)", string(runes[:maxText]), len(runes)-maxText)
}

// block returns a value that is too large for one line as lines: much as a file
// shows it, but for texts of several lines within.
func block(n *job.Node) []string {
	switch {
	case n.Kind == job.Object && len(n.Entries) > 0:
		var lines []string
		for _, e := range n.Entries {
			lines = append(lines, blockMember(name(e.Key)+":", e.Value)...)
		}
		return lines
	case n.Kind == job.List && len(n.Entries) > 0:
		var lines []string
		for _, e := range n.Entries {
			mark := "- "
			for _, line := range blockItem(e.Value) {
				lines, mark = append(lines, mark+line), "  "
			}
		}
		return lines
	case n.Kind == job.String && strings.Contains(n.Shown(), "\n"):
		lines := strings.Split(strings.TrimSuffix(n.Shown(), "\n"), "\n")
		for i, line := range lines {
			lines[i] = textLine(line)
		}
		return lines
	}
	return []string{flow(n)}
}

func blockMember(head string, n *job.Node) []string {
	if n.Kind < job.List || len(n.Entries) == 0 {
		return []string{head + " " + flow(n)}
	}
	lines := []string{head}
	for _, line := range block(n) {
		lines = append(lines, "  "+line)
	}
	return lines
}

func blockItem(n *job.Node) []string {
	if n.Kind < job.List {
		return []string{flow(n)}
	}
	return block(n)
}

// textLine returns a line of a text, and the blanks at its end as escapes.
func textLine(line string) string {
	line = clip(line)
	end := strings.TrimRight(line, " ")
	return inert.Line(end) + strings.Repeat(`\u{20}`, len(line)-len(end))
}
