package rules

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"
	"time"

	"saejob/internal/job"
)

// scheduled returns the facts of n templates, of which some start at the same time.
func scheduled(random *rand.Rand, n int) []*Facts {
	var all []*Facts
	for i := range n {
		minute, hour := random.IntN(60), random.IntN(24)
		schedule := fmt.Sprintf("%d %d * * ?", minute, hour)
		switch random.IntN(3) {
		case 0:
			schedule = fmt.Sprintf("0 %d,%d * * ?", hour, (hour+5)%24)
		case 1:
			schedule = fmt.Sprintf("%d */4 * * ?", minute/20*20)
		}
		all = append(all, &Facts{
			Identity: job.Identity{Name: fmt.Sprint(i), NamespaceID: "n"}, Schedule: schedule,
			Zone: []string{"GMT+8:00", "UTC", "Asia/Kathmandu"}[random.IntN(3)],
		})
	}
	return all
}

// fullest does what an agenda does, by counting all anew.
func fullest(clocks []*clock) (templates []*Facts, at time.Time) {
	count, most := map[int64]int{}, int64(0)
	for _, c := range clocks {
		for _, minute := range c.starts {
			count[minute] += len(c.templates)
			if n := count[minute] - count[most]; n > 0 || n == 0 && minute < most {
				most = minute
			}
		}
	}
	for _, c := range clocks {
		if slices.Contains(c.starts, most) && len(c.templates) > 0 {
			if templates == nil {
				at = time.Unix(most*60, 0).In(c.zone)
			}
			templates, c.templates = append(templates, c.templates...), nil
		}
	}
	return templates, at
}

// TestAgenda: an agenda takes away what is found by counting all anew each time.
func TestAgenda(t *testing.T) {
	piles := 0
	for seed := range uint64(40) {
		all := scheduled(rand.New(rand.NewPCG(seed, 2)), 150)
		counted := clocks(all, rare)["n"]
		a := newAgenda(clocks(all, rare)["n"], crowd)
		for {
			want, wantAt := fullest(counted)
			if len(want) < crowd {
				if got, _ := a.takeFullest(); len(got) >= crowd {
					t.Fatalf("%d more start together", len(got))
				}
				break
			}
			piles++
			if got, at := a.takeFullest(); !slices.Equal(got, want) || at.String() != wantAt.String() {
				t.Fatalf("%d templates start together at %s, want %d at %s", len(got), at, len(want), wantAt)
			}
		}
	}
	if piles < 100 {
		t.Errorf("only %d piles", piles)
	}
}

// TestManySchedules: four times as many piles take four times as much memory, not
// sixteen times.
func TestManySchedules(t *testing.T) {
	bytes := func(piles int) uint64 {
		var all []*Facts
		for i := range piles * crowd {
			all = append(all, &Facts{
				Identity: job.Identity{Name: fmt.Sprint(i), NamespaceID: "n"}, Zone: "UTC",
				Schedule: fmt.Sprintf("%d %d * * ?", i/crowd%60, i/crowd/60),
			})
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		said := 0
		schedulesPileUp.Templates(all, func(*Facts, job.Path, string, ...any) { said++ })
		runtime.ReadMemStats(&after)
		if said != piles {
			t.Errorf("%d of %d piles are found", said, piles)
		}
		return after.TotalAlloc - before.TotalAlloc
	}
	if small, large := bytes(50), bytes(200); large > 6*small {
		t.Errorf("four times as many piles take %.1f times as much memory", float64(large)/float64(small))
	}
}
