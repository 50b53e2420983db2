package diff

import (
	"fmt"
	"runtime"
	"testing"
)

// TestLargeLists: to compare lists of which every item changed, four times as long, takes
// four times as much memory, not sixteen times.
func TestLargeLists(t *testing.T) {
	lists := func(n int, name string) document {
		var logs, envs []any
		for i := range n {
			logs = append(logs, map[string]any{"logDir": fmt.Sprintf("/%s%d/*.log", name, i)})
			envs = append(envs, map[string]any{"name": fmt.Sprint("A", i), "value": name})
		}
		return document{"AppName": "nightly", "SlsConfigs": logs, "Envs": envs}
	}
	bytes := func(n int) uint64 {
		from, to := lists(n, "a"), lists(n, "b")
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if r := Compare(snapshot(t, "a", from), snapshot(t, "b", to), options()); len(r.Templates) != 1 || len(r.Templates[0].Changes) < 2*n {
			t.Errorf("%d changes of %d items", len(r.Templates[0].Changes), 2*n)
		}
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	if small, large := bytes(150), bytes(600); large > 6*small {
		t.Errorf("four times as many items take %.1f times as much memory", float64(large)/float64(small))
	}
}
