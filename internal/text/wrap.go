package text

import (
	"strings"

	"github.com/rivo/uniseg"
)

// Wrap returns a text in lines of at most that many columns. A line is broken at
// blanks, and where Unicode allows it beside a character that is two columns wide:
// Chinese has no blanks. What cannot be broken has a line of its own.
func Wrap(s string, columns int) string {
	var b strings.Builder
	column := 0
	for _, piece := range pieces(strings.Join(strings.Fields(s), " ")) {
		word := strings.TrimSuffix(piece, " ")
		if column > 0 && column+uniseg.StringWidth(word) > columns {
			b.WriteByte('\n')
			column = 0
		}
		b.WriteString(piece)
		column += uniseg.StringWidth(piece)
	}
	return strings.ReplaceAll(b.String(), " \n", "\n")
}

// pieces cuts a text where a line may end. Unicode allows a break after a hyphen
// or a slash, too; there it would cut a name in two.
func pieces(s string) []string {
	var all []string
	piece, state := "", -1
	for s != "" {
		var segment string
		segment, s, _, state = uniseg.FirstLineSegmentInString(s, state)
		piece += segment
		if s == "" || strings.HasSuffix(segment, " ") || isWide(lastCharacter(segment)) || isWide(firstCharacter(s)) {
			all = append(all, piece)
			piece = ""
		}
	}
	return all
}

func isWide(character string) bool { return uniseg.StringWidth(character) > 1 }

func firstCharacter(s string) string {
	first, _, _, _ := uniseg.FirstGraphemeClusterInString(s, -1)
	return first
}

func lastCharacter(s string) string {
	last := ""
	for characters := uniseg.NewGraphemes(s); characters.Next(); {
		last = characters.Str()
	}
	return last
}
