package text

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
)

// Invisible reports whether a character cannot be seen, or not be told from
// another: Unicode Cc, Cf, Zl, Zp, Co, U+00A0 and what is unassigned.
func Invisible(r rune) bool { return !unicode.IsGraphic(r) || r == '\u00a0' }

// Quote returns a text as a JSON string that shows everything it holds: invisible
// characters are escaped.
func Quote(s string) string {
	return quote(s, func(r rune) string {
		high, low := utf16.EncodeRune(r)
		return fmt.Sprintf(`\u%04x\u%04x`, high, low)
	})
}

// QuoteYAML returns a text as [Quote] does, as a double-quoted scalar of YAML: the
// two differ only beyond U+FFFF.
func QuoteYAML(s string) string {
	return quote(s, func(r rune) string { return fmt.Sprintf(`\U%08X`, r) })
}

// quote puts a text in double quotes; wide escapes what lies beyond U+FFFF.
func quote(s string, wide func(rune) string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
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
		default:
			b.WriteString(wide(r))
		}
	}
	b.WriteByte('"')
	return b.String()
}
