package rules

import (
	"container/heap"
	"time"

	"saejob/internal/cron"
)

// clock is a schedule in a zone, with the templates that go by it.
type clock struct {
	zone      *time.Location
	templates []*Facts
	// starts are minutes since 1970.
	starts []int64
}

// The starts of a clock are those of the first days of 2029. It begins on a
// Monday, and a day more on either side gives every zone a week.
var (
	firstStart = time.Date(2028, 12, 31, 0, 0, 0, 0, time.UTC)
	lastStart  = time.Date(2029, 1, 9, 0, 0, 0, 0, time.UTC)
)

// clocks returns the clocks that the templates of each namespace go by. Left out
// are templates that are suspended, cannot be told from others, or start more
// often than every rare.
func clocks(all []*Facts, rare time.Duration) map[string][]*clock {
	type name struct{ namespace, is string }
	seen, known := map[name]bool{}, map[[3]string]*clock{}
	found := map[string][]*clock{}
	for _, f := range all {
		n := name{f.NamespaceID, f.Name}
		if f.Suspended || n.namespace == "" || n.is == "" || seen[n] {
			continue
		}
		seen[n] = true
		key := [3]string{f.NamespaceID, f.Schedule, f.Zone}
		if known[key] == nil {
			known[key] = newClock(f.Schedule, f.Zone, rare)
			found[f.NamespaceID] = append(found[f.NamespaceID], known[key])
		}
		known[key].templates = append(known[key].templates, f)
	}
	return found
}

// newClock returns a clock that has no templates yet. It never starts one where the
// schedule or the zone cannot be read.
func newClock(schedule, zone string, rare time.Duration) *clock {
	c := &clock{}
	when, err := cron.Parse(schedule)
	if err != nil || when.Shortest() < rare {
		return c
	}
	if c.zone, err = cron.Zone(zone); err != nil {
		return c
	}
	for run, ok := when.Next(firstStart, c.zone); ok && run.Before(lastStart); run, ok = when.Next(run, c.zone) {
		c.starts = append(c.starts, run.Unix()/60)
	}
	return c
}

// agenda tells in which minute most templates start, as templates are taken away.
type agenda struct {
	clocks []*clock
	// at are the numbers of the clocks that start in a minute, count how many templates
	// do.
	at    map[int64][]int
	count map[int64]int
	queue minutes
}

// newAgenda returns the agenda of clocks. Minutes in which fewer than least start are
// left out.
func newAgenda(clocks []*clock, least int) *agenda {
	a := &agenda{clocks: clocks, at: map[int64][]int{}, count: map[int64]int{}}
	for _, c := range clocks {
		for _, minute := range c.starts {
			a.count[minute] += len(c.templates)
		}
	}
	for i, c := range clocks {
		for _, minute := range c.starts {
			if a.count[minute] >= least {
				a.at[minute] = append(a.at[minute], i)
			}
		}
	}
	for minute := range a.at {
		a.queue = append(a.queue, full{minute, a.count[minute]})
	}
	heap.Init(&a.queue)
	return a
}

// takeFullest takes away the templates that start in the minute in which most do,
// and returns them and when that is on the clock of the first.
func (a *agenda) takeFullest() (templates []*Facts, at time.Time) {
	for len(a.queue) > 0 {
		top := &a.queue[0]
		if now := a.count[top.minute]; now != top.count {
			top.count = now // some were taken away since
			heap.Fix(&a.queue, 0)
			continue
		}
		if top.count == 0 {
			break
		}
		for _, i := range a.at[top.minute] {
			c := a.clocks[i]
			if templates == nil && len(c.templates) > 0 {
				at = time.Unix(top.minute*60, 0).In(c.zone)
			}
			for _, minute := range c.starts {
				a.count[minute] -= len(c.templates)
			}
			templates, c.templates = append(templates, c.templates...), nil
		}
		break
	}
	return templates, at
}

// full is a minute with how many start in it, as far as that is known.
type full struct {
	minute int64
	count  int
}

// minutes is a heap: the fullest minute is first, of several the earliest.
type minutes []full

func (m minutes) Len() int { return len(m) }
func (m minutes) Less(i, j int) bool {
	return m[i].count > m[j].count || m[i].count == m[j].count && m[i].minute < m[j].minute
}
func (m minutes) Swap(i, j int) { m[i], m[j] = m[j], m[i] }
func (m *minutes) Push(x any)   { *m = append(*m, x.(full)) }
func (m *minutes) Pop() any {
	last := len(*m) - 1
	x := (*m)[last]
	*m = (*m)[:last]
	return x
}
