package report

import (
	"saejob/diff"
)

// verdictWords says in a line each what the verdicts in a report mean.
func verdictWords(r diff.Result) []string {
	v := r.Summary.Verdicts
	counts := []int{v.Drift, v.Pending, v.Conflict, v.Converged}
	var words []string
	for i, verdict := range diff.AllVerdicts() {
		if counts[i] > 0 {
			words = append(words, string(verdict)+": "+verdict.Means())
		}
	}
	return words
}
