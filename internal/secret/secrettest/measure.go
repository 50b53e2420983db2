package secrettest

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Score is how many entries there are, and how many of them were judged right:
// secrets that were found, other values that were kept whole.
type Score struct{ Right, All int }

// Share is the share of those judged right.
func (s Score) Share() float64 { return float64(s.Right) / float64(s.All) }

// The totals stand beside the kinds.
const (
	Secrets = "secrets found"
	Others  = "others kept"
)

// Measure returns the scores by kind, and in total, of what says of each entry
// whether it judged it right.
func Measure(entries []Entry, right func(e *Entry) bool) map[string]Score {
	scores := map[string]Score{}
	for i := range entries {
		total := Others
		if entries[i].Secret {
			total = Secrets
		}
		ok := right(&entries[i])
		for _, name := range []string{entries[i].Kind, total} {
			s := scores[name]
			s.All++
			if ok {
				s.Right++
			}
			scores[name] = s
		}
	}
	return scores
}

// Table writes the scores of two finders side by side. Of all entries in which a
// finder sees a secret, the last line says how many hold one.
func Table(ours, theirs map[string]Score, name string) string {
	var out strings.Builder
	fmt.Fprintf(&out, "%-24s %7s %9s %9s\n", "", "entries", "saejob", name)
	kinds := slices.Sorted(maps.Keys(ours))
	kinds = slices.DeleteFunc(kinds, func(kind string) bool { return kind == Secrets || kind == Others })
	for _, kind := range append(kinds, Secrets, Others) {
		fmt.Fprintf(&out, "%-24s %7d %8.1f%% %8.1f%%\n", kind, ours[kind].All, 100*ours[kind].Share(), 100*theirs[kind].Share())
	}
	fmt.Fprintf(&out, "%-24s %7s %8.1f%% %8.1f%%\n", "precision", "", 100*precision(ours), 100*precision(theirs))
	return out.String()
}

func precision(scores map[string]Score) float64 {
	found, alarms := scores[Secrets].Right, scores[Others].All-scores[Others].Right
	return float64(found) / float64(max(1, found+alarms))
}
