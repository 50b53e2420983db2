package emulator

import (
	"net/http"
	"sync"
	"time"
)

// quotas limit calls. A call counts when all of them have room for it, whatever its
// answer is; it does not count when one refuses it.
type quotas struct {
	mu   sync.Mutex
	list []*quota
}

// quota is a number of calls a window.
type quota struct {
	Fault
	start time.Time   // here, and each Window later, begins one of the grid
	taken []time.Time // the calls in the window, at most Limit
	other time.Time   // when the other client calls next
}

func (s *quotas) add(f Fault, now time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.list = append(s.list, &quota{Fault: f, start: now, other: now})
}

func (s *quotas) clear() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.list = nil
}

// take counts a call, unless a quota is used up: then it returns which, and for how
// long. The clock is read under the lock, so that calls stand in order.
func (s *quotas) take(action string, clock func() time.Time) (full *quota, left time.Duration, now time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	now = clock()
	for _, q := range s.list {
		q.advance(now)
		if q.concerns(action) && len(q.taken) >= q.Limit {
			return q, q.left(now), now
		}
	}
	for _, q := range s.list {
		if q.concerns(action) {
			q.taken = append(q.taken, now)
		}
	}
	return nil, 0, now
}

func (q *quota) concerns(action string) bool { return q.Action == "" || q.Action == action }

// advance makes the other client's calls until now, evenly spread, and
// forgets those whose window is over. A call of its own that the quota refuses
// is lost.
func (q *quota) advance(now time.Time) {
	if q.Others > 0 {
		every := q.Window / time.Duration(q.Others)
		if missed := now.Add(-q.Window).Sub(q.other) / every; missed > 0 {
			q.other = q.other.Add(missed * every) // forgotten by now
		}
		for ; !q.other.After(now); q.other = q.other.Add(every) {
			q.forget(q.other)
			if len(q.taken) < q.Limit {
				q.taken = append(q.taken, q.other)
			}
		}
	}
	q.forget(now)
}

func (q *quota) forget(now time.Time) {
	n := 0
	for n < len(q.taken) && !q.counts(q.taken[n], now) {
		n++
	}
	q.taken = q.taken[n:]
}

// counts reports whether a call at t is in the window that is open now.
func (q *quota) counts(t, now time.Time) bool {
	if q.Sliding {
		return now.Sub(t) < q.Window
	}
	return !t.Before(q.begin(now))
}

// begin returns when the grid's window that is open now began.
func (q *quota) begin(now time.Time) time.Time {
	return now.Add(-(now.Sub(q.start) % q.Window))
}

// left returns how long the quota stays used up.
func (q *quota) left(now time.Time) time.Duration {
	from := q.begin(now)
	if q.Sliding {
		from = q.taken[0]
	}
	return from.Add(q.Window).Sub(now)
}

// refuse refuses a call beyond a quota, with the hint that the quota gives.
func (s *quotas) refuse(c *call, clock func() time.Time, header http.Header) *refusal {
	full, left, now := s.take(c.action.name, clock)
	if full == nil {
		return nil
	}
	full.hint(header, left, now)
	return &refusal{full.Status, full.Error, "Request was denied due to user flow control."}
}
