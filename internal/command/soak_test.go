package command

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"saejob/internal/console"
	"saejob/internal/emulator"
)

// TestSoakQuota: against a quota of 60 calls a window nothing is lost, hardly a
// call is refused, and hardly a window is wasted; with another client, nothing is
// lost.
func TestSoakQuota(t *testing.T) {
	n, window := soak(1000, 150), time.Duration(soak(3000, 300))*time.Millisecond
	for _, test := range []struct {
		name   string
		rate   int
		others int
		most   float64 // times the fewest windows
	}{{"rate 60", 60, 0, 1.1}, {"default", 50, 0, 1.3}, {"another client", 50, 20, 0}, {"another client, rate 60", 60, 20, 0}} {
		for _, sliding := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, sliding %v", test.name, sliding), func(t *testing.T) {
				hint := "timeleft"
				if test.others > 0 {
					hint = "none"
				}
				r := newRig(t, n, emulator.Fault{
					Kind: "throttle", Limit: 60, Window: window, Sliding: sliding, Others: test.others, Hint: hint,
				})
				dir := t.TempDir()
				start := time.Now()
				said, status := r.export(t, dir, "--rate", strconv.Itoa(test.rate), "--window", (window * 61 / 60).String(), "--concurrency", "8")
				took := time.Since(start).Seconds() / window.Seconds()
				calls := r.server.Calls()
				made := calls.ListJobs + calls.DescribeJob
				fewest := float64((made - 1) / 60)
				t.Logf("%d calls, %d throttled, %.2f windows, at least %.0f: %.2f times", made, calls.Throttled, took, fewest, took/fewest)
				if err := r.wrong(dir, said); err != nil || status != console.Clean {
					t.Errorf("exit status %d, %v", status, err)
				}
				if os.Getenv("SOAK") != "" && test.others > 0 && test.rate == 60 && calls.Throttled == 0 {
					t.Error("no call was refused")
				}
				if made != n+(n+199)/200 || test.others == 0 && calls.Throttled*50 > made {
					t.Errorf("%+v", calls)
				}
				if os.Getenv("SOAK") != "" && test.most > 0 && took > test.most*fewest {
					t.Errorf("it took %.2f windows", took)
				}
			})
		}
	}
}

// TestSoakFaults: with 30 % of the answers faulty in every way, an export ends
// complete and right, or exits with 3 and names exactly what is missing; when the
// faults are over, the next one completes.
func TestSoakFaults(t *testing.T) {
	const n = 50
	ends := map[console.Status]int{}
	for seed := range soak(200, 20) {
		// Some faults are final, so that hardly a run is complete where all kinds
		// of them are met; every other one meets those that pass.
		faults := []emulator.Fault{{Kind: "any", Rate: 0.3, Seed: seed + 1, Delay: time.Millisecond, Size: soak(9_000_000, 100_000)}}
		if seed%2 == 1 {
			faults = nil
			for _, kind := range []string{"status", "status-empty", "status-html", "truncate", "truncate-chunked", "reset", "reset-body", "hang"} {
				faults = append(faults, emulator.Fault{Kind: kind, Rate: 0.3 / 8, Seed: seed + 1})
			}
		}
		r := newRig(t, n, faults...)
		dir := t.TempDir()
		said, status := r.export(t, dir, "--rate", "1000000", "--window", "200ms", "--timeout", "100ms", "--concurrency", "8")
		ends[status]++
		if status != console.Clean && status != console.Incomplete {
			t.Errorf("seed %d: exit status %d\n%s", seed, status, said)
		}
		if err := r.wrong(dir, said); err != nil || (status == console.Clean) == strings.Contains(said, "saejob: ") {
			t.Errorf("seed %d: exit status %d, %v\n%s", seed, status, err, said)
		}
		r.server.Heal()
		if said, status := r.export(t, dir, "--rate", "1000000"); status != console.Clean || r.wrong(dir, said) != nil {
			t.Errorf("seed %d: the next run: exit status %d, %v\n%s", seed, status, r.wrong(dir, said), said)
		}
	}
	t.Logf("%d complete, %d incomplete", ends[console.Clean], ends[console.Incomplete])
	if os.Getenv("SOAK") != "" && (ends[console.Clean] == 0 || ends[console.Incomplete] == 0) {
		t.Error("the faults are too many, or too few")
	}
}

// TestCallsAreCounted: without faults an export makes a call for each template
// and one for each page.
func TestCallsAreCounted(t *testing.T) {
	for _, n := range []int{1, 200, 201, soak(1000, 401)} {
		r := newRig(t, n)
		dir := t.TempDir()
		if said, status := r.export(t, dir, "--rate", "1000000"); status != console.Clean || r.wrong(dir, said) != nil {
			t.Fatalf("%d: %v\n%s", status, r.wrong(dir, said), said)
		}
		if calls := r.server.Calls(); calls != (emulator.Calls{ListJobs: (n + 199) / 200, DescribeJob: n}) {
			t.Errorf("%d templates: %+v", n, calls)
		}
	}
}
