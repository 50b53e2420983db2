package sae

import (
	"context"
	"errors"
	"math/rand/v2"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// In these tests time stands still while anybody works: [synctest].

// Whatever the pattern of calls, how long they take and what comes of them: never
// more than the rate are answered within any window, nor begin within one.
func TestNeverMoreThanRate(t *testing.T) {
	for seed := range uint64(40) {
		synctest.Test(t, func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 0))
			rate, window := 1+r.IntN(20), time.Duration(1+r.IntN(100))*time.Second
			p := NewPace(rate, window)
			calls := pattern(t, p, r, 1+r.IntN(16))
			for i := range calls[:max(0, len(calls)-rate)] {
				if gap := calls[i+rate].begun.Sub(calls[i].begun); gap < window {
					t.Fatalf("seed %d: %d calls within %s of %s", seed, rate+1, gap, window)
				}
				// The server counts a call somewhere between its two ends. The
				// ends are not in order: look at each that was over before.
				within := 0
				for _, c := range calls[:i] {
					if calls[i].begun.Sub(c.ended) < window {
						within++
					}
				}
				if within >= rate {
					t.Fatalf("seed %d: a call begins when %d of %d places are taken", seed, within, rate)
				}
			}
		})
	}
}

type span struct{ begun, ended time.Time }

// pattern makes some hundred calls at random moments from several goroutines, and
// gives them in the order in which they began.
func pattern(t *testing.T, p *Pace, r *rand.Rand, users int) []span {
	var mu sync.Mutex
	var calls []span
	random := func(most time.Duration) time.Duration {
		mu.Lock()
		defer mu.Unlock()
		return time.Duration(r.Int64N(int64(most)))
	}
	var group sync.WaitGroup
	for range users {
		group.Go(func() {
			for range 200 / users {
				if random(2) == 0 {
					time.Sleep(random(p.window / 2))
				}
				number, err := p.enter(t.Context())
				if err != nil {
					continue // throttled for too long, by the throw of the dice
				}
				mu.Lock()
				calls = append(calls, span{begun: time.Now()})
				mine := len(calls) - 1
				mu.Unlock()
				time.Sleep(random(p.window / 3))
				switch random(20) {
				case 0:
					err = throttled(0)
				case 1:
					err = throttled(random(p.window))
				}
				mu.Lock()
				calls[mine].ended = time.Now()
				mu.Unlock()
				p.leave(number, err)
			}
		})
	}
	group.Wait()
	return calls
}

func throttled(hint time.Duration) error {
	return &Error{Action: "ListJobs", HTTPStatus: 400, Code: "Throttling.User", wait: hint}
}

// As many calls as the rate go at once, and as many a window later.
func TestWindow(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, start := NewPace(0, 0), time.Now()
		for n := range 151 {
			number, err := p.enter(t.Context())
			if want := time.Duration(n/50) * 61 * time.Second; err != nil || number != n+1 || time.Since(start) != want {
				t.Fatalf("call %d is the %dth, after %s: %v", n, number, time.Since(start), err)
			}
			p.leave(number, nil)
		}
	})
}

// A place is taken while the call is on its way, and a window longer.
func TestSlowCalls(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, start := NewPace(2, time.Minute), time.Now()
		one, _ := p.enter(t.Context())
		two, _ := p.enter(t.Context())
		time.AfterFunc(90*time.Second, func() { p.leave(one, nil) })
		time.AfterFunc(time.Hour, func() { p.leave(two, nil) })
		if _, err := p.enter(t.Context()); err != nil || time.Since(start) != 150*time.Second {
			t.Errorf("after %s: %v", time.Since(start), err)
		}
		time.Sleep(time.Hour)
	})
}

// Who comes first is served first.
func TestFair(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := NewPace(1, time.Minute)
		var served []int
		var group sync.WaitGroup
		for n := range 16 {
			group.Go(func() {
				number, _ := p.enter(t.Context())
				served = append(served, n)
				p.leave(number, nil)
			})
			synctest.Wait()
		}
		group.Wait()
		for n, who := range served {
			if n != who {
				t.Fatalf("served %v", served)
			}
		}
	})
}

// A caller who gives up is let go at once, wherever it waits, takes no place, and
// the others go on.
func TestGiveUp(t *testing.T) {
	for name, prepare := range map[string]func(p *Pace, number int){
		"for a place":           func(p *Pace, number int) { p.leave(number, nil) },
		"for a call to end":     func(*Pace, int) {},
		"for the end of pauses": func(p *Pace, number int) { p.leave(number, throttled(5*time.Minute)) },
	} {
		synctest.Test(t, func(t *testing.T) {
			p := NewPace(1, time.Minute)
			number, _ := p.enter(t.Context())
			prepare(p, number)
			start := time.Now()
			ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
			defer cancel()
			var group sync.WaitGroup
			for range 3 { // the first holds the turn, the others queue for it
				group.Go(func() {
					if _, err := p.enter(ctx); !errors.Is(err, context.DeadlineExceeded) || time.Since(start) != 10*time.Second {
						t.Errorf("%s: after %s: %v", name, time.Since(start), err)
					}
				})
			}
			group.Wait()
			if p.entered != 1 {
				t.Errorf("%s: %d calls", name, p.entered)
			}
			if name == "for a call to end" {
				p.leave(number, nil)
			}
			if _, err := p.enter(t.Context()); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			if _, err := p.enter(ctx); !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("%s: canceled before, and let in: %v", name, err)
			}
		})
	}
}

// What is said to be left is what it takes, as long as calls take no time.
func TestLeft(t *testing.T) {
	for seed := range uint64(50) {
		synctest.Test(t, func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 0))
			p := NewPace(1+r.IntN(7), time.Minute)
			for range r.IntN(20) {
				number, err := p.enter(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				time.Sleep(time.Duration(r.IntN(20)) * time.Second)
				if r.IntN(10) == 0 {
					err = throttled(time.Duration(1+r.IntN(90)) * time.Second)
				}
				p.leave(number, err)
			}
			if left := p.Left(0); left != 0 {
				t.Errorf("seed %d: nothing is left, for %s", seed, left)
			}
			start, n := time.Now(), 1+r.IntN(30)
			want := p.Left(n)
			for range n {
				number, err := p.enter(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				p.leave(number, nil)
			}
			if took := time.Since(start); took != want {
				t.Errorf("seed %d: %d calls at %d a minute took %s, not %s", seed, n, p.rate, took, want)
			}
		})
	}
	p := NewPace(2, time.Minute)
	for range 2 {
		_, _ = p.enter(t.Context())
	}
	if left := p.Left(2).Round(time.Second); left != time.Minute {
		t.Errorf("calls are under way: %s", left)
	}
	if left := p.Left(3).Round(time.Second); left != 2*time.Minute {
		t.Errorf("calls are under way: %s", left)
	}
}
