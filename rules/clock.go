package rules

import (
	"slices"
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

// takeFullest takes away the templates that start in the minute in which most do,
// and returns them and when that is on the clock of the first.
func takeFullest(clocks []*clock) (templates []*Facts, at time.Time) {
	count := map[int64]int{}
	fullest := int64(0)
	for _, c := range clocks {
		for _, minute := range c.starts {
			count[minute] += len(c.templates)
			if n := count[minute] - count[fullest]; n > 0 || n == 0 && minute < fullest {
				fullest = minute
			}
		}
	}
	for _, c := range clocks {
		if _, there := slices.BinarySearch(c.starts, fullest); there && len(c.templates) > 0 {
			if templates == nil {
				at = time.Unix(fullest*60, 0).In(c.zone)
			}
			templates, c.templates = append(templates, c.templates...), nil
		}
	}
	return templates, at
}
