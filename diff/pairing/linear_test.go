package pairing_test

import (
	"fmt"
	"runtime"
	"testing"

	"saejob/diff/pairing"
	"saejob/internal/job"
	"saejob/internal/plan"
)

// TestLargeSets: to pair sets that are four times as large takes four times as much
// memory, not sixteen times.
func TestLargeSets(t *testing.T) {
	field := &plan.Field{Name: "F", Set: true, Type: plan.Type{List: &plan.List{Item: plan.Type{String: &plan.String{}}}}}
	bytes := func(n int) uint64 {
		var from, to job.Node
		for i := range n {
			from.Entries = append(from.Entries, &job.Entry{Value: &job.Node{Kind: job.String, Text: fmt.Sprint("a", i)}})
			to.Entries = append(to.Entries, &job.Entry{Value: &job.Node{Kind: job.String, Text: fmt.Sprint("b", i)}})
		}
		from.Kind, to.Kind = job.List, job.List
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if all := pairing.Items(pairing.Lists{&from, &from, &to}, field); len(all) != 2*n {
			t.Errorf("%d items, want %d", len(all), 2*n)
		}
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	if small, large := bytes(100), bytes(400); large > 6*small {
		t.Errorf("four times as many items take %.1f times as much memory", float64(large)/float64(small))
	}
}
