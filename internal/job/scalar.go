package job

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// scalar gives a scalar, or an empty structure, as it is printed on one line.
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

// Scalar gives a text as it is printed in a file, on one line.
func Scalar(text string) string { return line(text) }

// line gives a text as it is printed on one line: plain or in double quotes.
func line(text string) string {
	if isPlainText(text) {
		return text
	}
	return quote(text, `\U%08X`)
}

// isPlainText says whether a text can stand without quotes and be read as itself
// by everybody, whatever YAML they speak.
func isPlainText(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	switch {
	case text == "" || !unicode.IsLetter(first) && !strings.ContainsRune("/_$(<", first):
	case strings.ContainsAny(text, `"'#`) || strings.Contains(text, ": ") || last == ':':
	case unicode.IsSpace(last) || strings.IndexFunc(text, Invisible) >= 0:
	default:
		return misreadAs(text) == ""
	}
	return false
}

// Quote gives s as a JSON string that shows everything it holds: invisible
// characters are escaped.
func Quote(s string) string { return quote(s, "") }

// Or lists words as a message does: a, b or c.
func Or(words []string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

// quote puts a text in double quotes, with escapes for what could not be seen.
// JSON and YAML differ only beyond U+FFFF: wide is YAML's escape there, empty
// stands for JSON's pair of surrogates.
func quote(text, wide string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case !Invisible(r):
			b.WriteRune(r)
		case r <= 0xffff:
			fmt.Fprintf(&b, `\u%04x`, r)
		case wide != "":
			fmt.Fprintf(&b, wide, r)
		default:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// Invisible says whether a character cannot be seen, or not be told from
// another: Unicode Cc, Cf, Zl, Zp, Co, U+00A0 and what is unassigned.
func Invisible(r rune) bool { return !unicode.IsGraphic(r) || r == '\u00a0' }

// isBlock says whether a text is printed as a block of lines: it has a line
// break, and a block shows every character of it.
func isBlock(text string) bool {
	if !strings.Contains(text, "\n") {
		return false
	}
	lines := strings.Split(text, "\n")
	if first, _ := utf8.DecodeRuneInString(lines[0]); lines[0] == "" || unicode.IsSpace(first) {
		return false
	}
	for _, line := range lines {
		last, _ := utf8.DecodeLastRuneInString(line)
		if unicode.IsSpace(last) || strings.IndexFunc(line, Invisible) >= 0 {
			return false
		}
	}
	return true
}

// blockLines gives a block's indicator and its lines.
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
