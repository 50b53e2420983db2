package secret

import (
	"html"
	"net/url"
	"strconv"
	"strings"
)

// decode undoes the escapes in a text. It also returns, for each byte of the result
// and for its end, where it comes from.
func decode(text string) (string, []int) {
	plain := make([]byte, 0, len(text))
	from := make([]int, 0, len(text)+1)
	for i := 0; i < len(text); {
		size, c := 1, text[i:i+1]
		switch text[i] {
		case '%':
			size, c = unescape(text, i, 3, func(escape string) string { s, _ := url.PathUnescape(escape); return s })
		case '&':
			if n := strings.IndexByte(text[i:min(len(text), i+8)], ';'); n > 0 {
				size, c = unescape(text, i, n+1, html.UnescapeString)
			}
		case '\\':
			size, c = decodeBackslash(text, i)
		}
		for range len(c) {
			from = append(from, i)
		}
		plain = append(plain, c...)
		i += size
	}
	return string(plain), append(from, len(text))
}

// decodeBackslash undoes \n, \" and \u0026.
func decodeBackslash(text string, i int) (size int, c string) {
	size = 2
	if strings.HasPrefix(text[i:], `\u`) {
		size = 6
	}
	return unescape(text, i, size, func(escape string) string {
		if escape == `\/` || escape == `\'` {
			return escape[1:]
		}
		s, _ := strconv.Unquote(`"` + escape + `"`)
		return s
	})
}

// unescape undoes the escape of some bytes at a place of the text. What is not an
// escape, or stands for a control character, stays as it is.
func unescape(text string, i, size int, undo func(string) string) (int, string) {
	if i+size <= len(text) {
		if c := undo(text[i : i+size]); c != "" && (c[0] >= ' ' || strings.Contains("\t\r\n", c)) {
			return size, c
		}
	}
	return 1, text[i : i+1]
}
