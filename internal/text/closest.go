package text

import (
	"math/bits"
	"strings"
)

// Closest returns the name that a mistyped one was meant to be; empty where none
// is close enough to be sure.
func Closest(mistyped string, names []string) string {
	var all Names
	for _, name := range names {
		all.Add(name)
	}
	return all.Closest(mistyped)
}

// Names are names that many mistyped ones are compared with.
type Names struct{ all []folded }

// folded is a name with what it is compared by.
type folded struct {
	name, text string
	letters    uint64
}

// Add adds a name.
func (n *Names) Add(name string) {
	text := fold(name)
	n.all = append(n.all, folded{name, text, letters(text)})
}

// Closest does what [Closest] does.
func (n *Names) Closest(mistyped string) string {
	a := fold(mistyped)
	seen := letters(a)
	best, least := "", 1<<30
	for i := range n.all {
		b := &n.all[i]
		if !mayBeClose(a, b.text, seen, b.letters) {
			continue
		}
		if d := Distance(a, b.text); isClose(a, b.text, d) && d < least {
			best, least = b.name, d
		}
	}
	return best
}

// mostMistyped is how much of a name may be mistyped: a quarter.
func mostMistyped(name string) int { return max(1, min(3, len(name)/4)) }

// mayBeClose reports whether the distance of two names can be small enough, by what
// is quickly seen: their lengths, and which letters they have. What is mistyped once
// takes one letter away at most, and adds one.
func mayBeClose(a, b string, lettersOfA, lettersOfB uint64) bool {
	most := mostMistyped(b)
	return a != "" && b != "" && max(len(a)-len(b), len(b)-len(a)) <= most && bits.OnesCount64(lettersOfA^lettersOfB) <= 2*most
}

// letters returns a set of the bytes of a name.
func letters(name string) (set uint64) {
	for i := range len(name) {
		set |= 1 << (name[i] % 64)
	}
	return set
}

// isClose reports whether one name is likely another one mistyped: equal but for
// case and separators, or at most a quarter of it mistyped. A short name with
// another first letter is another name: Gpu is not Cpu.
func isClose(a, b string, distance int) bool {
	if len(b) <= 4 && len(a) == len(b) && a[0] != b[0] && !strings.HasPrefix(b[1:], a[:1]) {
		return false
	}
	return distance == 0 || distance <= mostMistyped(b) && distance < len(b)
}

func fold(name string) string {
	return strings.Map(func(r rune) rune {
		if r == '_' || r == '-' || r == ' ' || r == '.' {
			return -1
		}
		return r
	}, strings.ToLower(name))
}

// Distance returns how many bytes must be inserted, deleted, replaced or swapped
// with their neighbor to make b of a; 64 where one of them is longer than that.
func Distance(a, b string) int {
	if len(a) > 64 || len(b) > 64 {
		return 64
	}
	var rows [3][66]int
	for j := range len(b) + 1 {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		before, last, row := &rows[(i+1)%3], &rows[(i+2)%3], &rows[i%3]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
	}
	return rows[len(a)%3][len(b)]
}
