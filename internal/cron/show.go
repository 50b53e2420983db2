package cron

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// show gives a text as messages quote it: short, and in quotes when it is not
// plainly readable.
func show(text string) string {
	const most = 40
	short, n := text, 0
	for i := range text {
		if n++; n > most {
			short = text[:i] + "…"
			break
		}
	}
	plain := strings.IndexFunc(text, func(r rune) bool { return r < ' ' || r >= utf8.RuneSelf-1 }) < 0
	if text == "" || !plain {
		return strconv.Quote(short)
	}
	return short
}
