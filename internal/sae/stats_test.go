package sae

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// account serves n templates, 200 a page.
func account(n int) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		q := r.URL.Query()
		if id := q.Get("AppId"); id != "" {
			answers(200, success(`{"AppId":"`+id+`"}`))(w, r)
			return
		}
		number, _ := strconv.Atoi(q.Get("CurrentPage"))
		var apps []string
		for id := (number - 1) * pageSize; id < min(n, number*pageSize); id++ {
			apps = append(apps, fmt.Sprintf(`{"AppId":"%d"}`, id))
		}
		answers(200, success(fmt.Sprintf(`{"TotalSize":%d,"Applications":[%s]}`, n, strings.Join(apps, ","))))(w, r)
	}
}

// everything lists and describes, from 16 goroutines.
func everything(t *testing.T, c *Client, want int) {
	l, err := c.List(t.Context(), ListQuery{})
	if err != nil || !l.Complete || len(l.Jobs) != want {
		t.Errorf("%d templates, complete: %t, %v", len(l.Jobs), l.Complete, err)
	}
	queue := make(chan string)
	var group sync.WaitGroup
	for range 16 {
		group.Go(func() {
			for id := range queue {
				if got, err := c.Describe(t.Context(), id); err != nil || string(got.Data) != `{"AppId":"`+id+`"}` {
					t.Errorf("%s: got %s, %v", id, got.Data, err)
				}
			}
		})
	}
	for _, j := range l.Jobs {
		queue <- j.AppID
	}
	close(queue)
	group.Wait()
}

// Without faults there are as many calls as templates and pages, in as few windows
// as that many need.
func TestCallsWithoutFaults(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start, events, last := time.Now(), 0, Stats{}
		c := inside(t, Options{Pace: NewPace(0, 0), Watch: func(s Stats) { events++; last = s }}, account(450))
		everything(t, c, 450)
		if want := (Stats{Calls: 453}); c.Stats() != want || last != want || events != 453 {
			t.Errorf("%+v, told %+v in %d events", c.Stats(), last, events)
		}
		if took := time.Since(start); took != 9*61*time.Second {
			t.Errorf("after %s", took)
		}
	})
}

// With faults of all kinds everything comes, too. What is told never goes back,
// and says of each pause until when it is.
func TestCallsWithFaults(t *testing.T) {
	for seed := range uint64(10) {
		synctest.Test(t, func(t *testing.T) {
			var mu sync.Mutex
			r := rand.New(rand.NewPCG(seed, 0))
			kinds := []http.HandlerFunc{
				dead, answers(500, "<html>"), answers(502, ""), answers(503, ""), answers(429, "", "Retry-After", "2"),
				answers(400, `{"Code":"Throttling.User"}`), answers(400, `{"Code":"Throttling.User"}`, "X-Ratelimit-User", "TimeLeft:700"),
				answers(400, `{"Code":"SignatureNonceUsed"}`), answers(200, `{"Code":"Throttling.Api","Success":false}`),
			}
			good, sent := account(250), 0
			answer := func(w http.ResponseWriter, r2 *http.Request) {
				mu.Lock()
				sent++
				kind := good
				if r.IntN(10) == 0 {
					kind = kinds[r.IntN(len(kinds))]
				}
				pause := time.Duration(r.IntN(200)) * time.Millisecond
				mu.Unlock()
				time.Sleep(pause)
				kind(w, r2)
			}
			var last Stats
			told := func(s Stats) {
				if s.Calls != last.Calls+1 || s.Throttled < last.Throttled || s.Failed < last.Failed || s.Paused < last.Paused {
					t.Errorf("told %+v, then %+v", last, s)
				}
				if s.Throttled > last.Throttled && s.Paused > last.Paused && !s.PausedUntil.After(time.Now()) {
					t.Errorf("throttled, and no pause: %+v", s)
				}
				last = s
			}
			c := inside(t, Options{Pace: NewPace(0, 0), Watch: told}, answer)
			everything(t, c, 250)
			if s := c.Stats(); s.Calls != sent || s.Calls != 252+s.Throttled+s.Failed || s.Throttled == 0 || s.Failed == 0 {
				t.Errorf("seed %d: %d sent, %+v", seed, sent, s)
			}
		})
	}
}

// Clients of one account keep one pace, and a pause of one is one of all; each
// counts for itself.
func TestClientsOfOneAccount(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start, p := time.Now(), NewPace(20, time.Minute)
		one, two := inside(t, Options{Pace: p}, account(40)), inside(t, Options{Pace: p}, account(40))
		var group sync.WaitGroup
		group.Go(func() { everything(t, one, 40) })
		everything(t, two, 40)
		group.Wait()
		if took := time.Since(start); took != 4*time.Minute {
			t.Errorf("after %s", took)
		}
		number, _ := p.enter(t.Context())
		p.leave(number, throttled(90*time.Second))
		want := Stats{Calls: 41, PausedUntil: time.Now().Add(90 * time.Second), Paused: 90 * time.Second}
		if one.Stats() != want || two.Stats() != want {
			t.Errorf("got %+v and %+v, want %+v", one.Stats(), two.Stats(), want)
		}
	})
}
