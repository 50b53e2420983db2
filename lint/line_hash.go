package lint

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"

	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/internal/secret"
)

// maskedText returns a file's text without what is secret in it, under any key the
// same, and otherwise as it is.
func maskedText(text []byte, m marked) string {
	l := newMaskedLines(text)
	m.template.Walk(func(_ *job.At, e *job.Entry, _ *plan.Field) bool { return l.hideIn(e, plainSecrets) })
	for i := range l.text {
		l.text[i] = maskComment(l.covered(i+1, func(int, int, int) {}))
	}
	masked := strings.Join(l.text, "\n")
	if strings.HasPrefix(string(text), bom) {
		return bom + masked
	}
	return masked
}

// plainSecrets hides what is no placeholder yet.
var plainSecrets = hiding{
	hides: func(n *job.Node) bool { return n.Shown() != n.Text },
	as: func(n *job.Node) string {
		keyless := n.Clone()
		for i := range keyless.Secrets {
			keyless.Secrets[i].Placeholder = job.Redacted
		}
		return shown(keyless)
	},
}

// maskComment masks what is unmistakably secret in a line's comment, or in what
// looks like one.
func maskComment(line string) string {
	for i, c := range line {
		if c == '#' && (i == 0 || line[i-1] == ' ' || line[i-1] == '\t') {
			return line[:i] + secret.Mask(line[i:])
		}
	}
	return line
}

// The hash of github/codeql-action (src/fingerprints.ts), which fills in what a
// report lacks and warns of what differs: of the block of characters from the
// beginning of a line on, blanks left out, in arithmetic modulo 2^64.
const (
	hashBlock = 100
	hashBase  = 37
	endOfFile = 0xffff
)

// lineHashes returns a hash for each line of a text whose line breaks are "\n": in
// hexadecimal digits, then which line of this hash it is.
func lineHashes(text string) []string {
	chars, starts := hashed(text)
	power := uint64(1)
	for range hashBlock {
		power *= hashBase
	}
	hash := uint64(0)
	for _, c := range chars[:hashBlock] {
		hash = hash*hashBase + uint64(c)
	}
	var hashes []string
	seen := map[uint64]int{}
	for i := range chars[hashBlock:] {
		if len(hashes) < len(starts) && i == starts[len(hashes)] {
			seen[hash]++
			hashes = append(hashes, fmt.Sprintf("%x:%d", hash, seen[hash]))
		}
		hash = hash*hashBase + uint64(chars[i+hashBlock]) - power*uint64(chars[i])
	}
	return hashes
}

// hashed returns the UTF-16 units of a text that are hashed, with its end and what
// fills the last block, and where among them each line begins.
func hashed(text string) (chars []uint16, starts []int) {
	begins := true
	for _, c := range append(utf16.Encode([]rune(text)), endOfFile) {
		if c == ' ' || c == '\t' {
			continue
		}
		if begins {
			starts = append(starts, len(chars))
		}
		begins = c == '\n'
		chars = append(chars, c)
	}
	return slices.Concat(chars, make([]uint16, hashBlock)), starts
}
