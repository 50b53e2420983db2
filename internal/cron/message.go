package cron

import (
	"fmt"
	"strings"

	"saejob/internal/text"
)

// it names a piece of the text.
func (c cell) it(piece string) string {
	if piece == c.text {
		return "it"
	}
	return text.Word(piece)
}

func (p part) allowed() string {
	if p.names == "" {
		return fmt.Sprintf("from %d to %d", p.low, p.high)
	}
	return fmt.Sprintf("from %d to %d or from %s to %s", p.low, p.high, p.names[:3], p.names[len(p.names)-3:])
}

// isQuartz reports whether a day is one of those that only Quartz knows: L, LW,
// 15W, 5L, FRIL, 6#3. So is what stands before the "-" of L-3.
func isQuartz(day, names string) bool {
	rest := strings.TrimLeft(day, "0123456789")
	if len(rest) > 3 && strings.Contains(names, rest[:3]) {
		rest = rest[3:]
	}
	return rest == "L" || rest == "W" || rest == "LW" || strings.HasPrefix(rest, "#")
}
