package sae

import (
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// throttle makes one call that is throttled, and returns for how long the next is
// held up.
func throttle(t *testing.T, p *Pace, hint time.Duration) time.Duration {
	t.Helper()
	number, err := p.enter(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	p.leave(number, throttled(hint))
	until, _ := p.paused()
	return time.Until(until)
}

// Without a hint a pause is twice the last, up to the window; a call that gets
// through begins anew.
func TestPauseWithoutHint(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := NewPace(1000, 0)
		for range 2 {
			for _, want := range []int{1, 2, 4, 8, 16, 32, 61, 61} {
				if got := throttle(t, p, 0); got != time.Duration(want)*time.Second {
					t.Errorf("paused for %s, want %d s", got, want)
				}
			}
			number, _ := p.enter(t.Context())
			p.leave(number, nil)
		}
		if _, total := p.paused(); total != 2*185*time.Second {
			t.Errorf("paused for %s altogether", total)
		}
	})
	synctest.Test(t, func(t *testing.T) {
		p := NewPace(1000, 61*time.Millisecond)
		for _, want := range []int{1, 2, 4, 8, 16, 32, 61} {
			if got := throttle(t, p, 0); got != time.Duration(want)*time.Millisecond {
				t.Errorf("paused for %s, want %d ms", got, want)
			}
		}
	})
}

// With one it is what the server asks for, up to ten windows, and what it would be
// without is not longer for it.
func TestPauseWithHint(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := NewPace(1000, 0)
		for hint, want := range map[time.Duration]time.Duration{
			time.Millisecond: time.Millisecond, 42 * time.Second: 42 * time.Second,
			8 * time.Minute: 8 * time.Minute, 24 * time.Hour: 610 * time.Second,
		} {
			if got := throttle(t, p, hint); got != want {
				t.Errorf("%s: paused for %s", hint, got)
			}
			if got := throttle(t, p, 0); got != time.Second {
				t.Errorf("%s: and then for %s", hint, got)
			}
			number, _ := p.enter(t.Context())
			p.leave(number, nil)
		}
	})
}

// Calls that were on their way say the same thing once more: no longer pause for
// it, unless they ask for one; and that one of them got through is no news either.
func TestPauseOfMany(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, start := NewPace(1000, 0), time.Now()
		var numbers []int
		for range 8 {
			number, _ := p.enter(t.Context())
			numbers = append(numbers, number)
		}
		until := func(want time.Duration) {
			t.Helper()
			if got, _ := p.paused(); got.Sub(start) != want {
				t.Errorf("paused until %s, want %s", got.Sub(start), want)
			}
		}
		for _, number := range numbers[:4] {
			p.leave(number, throttled(0))
			until(time.Second)
			time.Sleep(100 * time.Millisecond)
		}
		p.leave(numbers[4], throttled(2*time.Second)) // at 0.4 s
		until(2400 * time.Millisecond)
		p.leave(numbers[5], throttled(time.Second)) // a shorter one is in it
		until(2400 * time.Millisecond)
		p.leave(numbers[6], nil)
		if got := throttle(t, p, 0); got != 2*time.Second { // the second news
			t.Errorf("paused for %s", got)
		}
		p.leave(numbers[7], throttled(0))
		until(4400 * time.Millisecond)
	})
}

// A pause holds up who waits for a place already, and who comes.
func TestPauseHoldsAllUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, start := NewPace(2, time.Minute), time.Now()
		one, _ := p.enter(t.Context())
		two, _ := p.enter(t.Context())
		p.leave(one, nil)
		time.AfterFunc(30*time.Second, func() { p.leave(two, throttled(2*time.Minute)) })
		if _, err := p.enter(t.Context()); err != nil || time.Since(start) != 150*time.Second {
			t.Errorf("after %s: %v", time.Since(start), err)
		}
		time.Sleep(time.Hour)
	})
}

// Who never gets through is told so within a quarter of an hour, and so is who
// comes during the pause then. After it one may try again.
func TestPatience(t *testing.T) {
	for _, hint := range []time.Duration{0, 5 * time.Second, time.Minute, 24 * time.Hour} {
		synctest.Test(t, func(t *testing.T) {
			p, start := NewPace(0, 0), time.Now()
			var err error
			for calls := 0; err == nil && calls < mostCalls; calls++ {
				var number int
				if number, err = p.enter(t.Context()); err == nil {
					p.leave(number, throttled(hint))
				}
			}
			if took := time.Since(start); took > 15*61*time.Second || took < 10*time.Minute {
				t.Errorf("%s: gave up after %s", hint, took)
			}
			if err == nil {
				t.Fatalf("%s: never gave up", hint)
			}
			if !errors.Is(err, ErrThrottled) || !strings.HasPrefix(err.Error(), "throttled on every call for 1") ||
				!strings.HasSuffix(err.Error(), "s: ListJobs: HTTP 400 Throttling.User") {
				t.Error(err)
			}
			now := time.Now()
			if _, again := p.enter(t.Context()); again == nil || !time.Now().Equal(now) {
				t.Errorf("%s: then after %s: %v", hint, time.Since(now), again)
			}
			until, _ := p.paused()
			time.Sleep(time.Until(until))
			number, err := p.enter(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			p.leave(number, nil)
			throttle(t, p, time.Minute)
			if _, err := p.enter(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
}
