package job

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"saejob/internal/text"
)

// scalar returns a scalar, or an empty structure, as it is printed on one line.
func scalar(n *Node) string {
	switch n.Kind {
	case Bool, Number:
		return n.Text
	case String:
		return line(n.Text)
	case List:
		return "[]"
	case Object:
		return "{}"
	}
	return "null"
}

// Scalar returns a text as it is printed in a file, on one line.
func Scalar(text string) string { return line(text) }

// line returns a text as it is printed on one line: plain or in double quotes.
func line(s string) string {
	if isPlainText(s) {
		return s
	}
	return text.QuoteYAML(s)
}

// isPlainText reports whether a text can stand without quotes and be read as itself
// by everybody, whatever YAML they speak.
func isPlainText(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	switch {
	case s == "" || !unicode.IsLetter(first) && !strings.ContainsRune("/_$(<", first):
	case strings.ContainsAny(s, `"'#`) || strings.Contains(s, ": ") || last == ':':
	case unicode.IsSpace(last) || strings.IndexFunc(s, text.Invisible) >= 0:
	default:
		return misreadAs(s) == ""
	}
	return false
}

// isBlock reports whether a text is printed as a block of lines: it has a line
// break, and a block shows every character of it.
func isBlock(s string) bool {
	if !strings.Contains(s, "\n") {
		return false
	}
	lines := strings.Split(s, "\n")
	if first, _ := utf8.DecodeRuneInString(lines[0]); lines[0] == "" || unicode.IsSpace(first) {
		return false
	}
	for _, line := range lines {
		last, _ := utf8.DecodeLastRuneInString(line)
		if unicode.IsSpace(last) || strings.IndexFunc(line, text.Invisible) >= 0 {
			return false
		}
	}
	return true
}

// blockLines returns a block's indicator and its lines.
func blockLines(text string) (header string, lines []string) {
	lines = strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	switch {
	case !strings.HasSuffix(text, "\n"):
		return "|-", lines
	case strings.HasSuffix(text, "\n\n"):
		return "|+", lines
	}
	return "|", lines
}
