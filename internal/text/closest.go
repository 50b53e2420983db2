package text

import "strings"

// Closest returns the name that a mistyped one was meant to be; empty where none
// is close enough to be sure.
func Closest(mistyped string, names []string) string {
	best, least := "", 1<<30
	for _, name := range names {
		if isClose(mistyped, name) {
			if d := Distance(fold(mistyped), fold(name)); d < least {
				best, least = name, d
			}
		}
	}
	return best
}

// isClose reports whether one name is likely another one mistyped: equal but for
// case and separators, or at most a quarter of it mistyped. A short name with
// another first letter is another name: Gpu is not Cpu.
func isClose(mistyped, name string) bool {
	a, b := fold(mistyped), fold(name)
	if a == "" || b == "" {
		return false
	}
	d := Distance(a, b)
	if len(b) <= 4 && len(a) == len(b) && a[0] != b[0] && !strings.HasPrefix(b[1:], a[:1]) {
		return false
	}
	return d == 0 || d <= max(1, min(3, len(b)/4)) && d < len(b)
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
