package sae

import (
	"net/http"
	"testing"
	"testing/synctest"
	"time"
)

func TestHints(t *testing.T) {
	const ms, date = time.Millisecond, "Sat, 01 Aug 2026 12:00:00 GMT"
	for _, v := range []struct {
		name   string
		header []string
		want   time.Duration
	}{
		{"none", nil, 0},
		{"of the user", []string{"X-Ratelimit-User", "Limit:60,Remain:0,TimeLeft:2000,Reset:1234"}, 2001 * ms},
		{"of the user and API", []string{"X-Ratelimit-User-Api", "Limit:1,Remain:0,TimeLeft:3000"}, 3001 * ms},
		{"the larger", []string{"X-Ratelimit-User", "TimeLeft:2000", "X-Ratelimit-User-Api", "TimeLeft:30"}, 2001 * ms},
		{"the larger is the other", []string{"X-Ratelimit-User", "TimeLeft:30", "X-Ratelimit-User-Api", "TimeLeft:2000"}, 2001 * ms},
		{"twice", []string{"X-Ratelimit-User", "TimeLeft:30", "X-Ratelimit-User", "TimeLeft:2000"}, 2001 * ms},
		{"with blanks", []string{"X-Ratelimit-User", "Limit: 60, TimeLeft: 2000 , Reset:1"}, 2001 * ms},
		{"of nothing", []string{"X-Ratelimit-User", "TimeLeft:0"}, 0},
		{"less than nothing", []string{"X-Ratelimit-User", "TimeLeft:-5"}, 0},
		{"no number", []string{"X-Ratelimit-User", "TimeLeft:2s,TimeLeft:"}, 0},
		{"another name", []string{"X-Ratelimit-User", "MyTimeLeft:2000"}, 0},
		{"more than a number holds", []string{"X-Ratelimit-User", "TimeLeft:99999999999999999999"}, 1_000_000_000 * ms},
		{"in milliseconds", []string{"X-Acs-Retry-After", " 1500 "}, 1501 * ms},
		{"in milliseconds, no number", []string{"X-Acs-Retry-After", "soon"}, 0},
		{"in seconds", []string{"Retry-After", "7"}, 7 * time.Second},
		{"in seconds, none", []string{"Retry-After", "0"}, 0},
		{"in seconds, less", []string{"Retry-After", "-7"}, 0},
		{"in too many seconds", []string{"Retry-After", "99999999999999999999"}, 999_999_999 * time.Second},
		{"a date, by the server's clock", []string{"Retry-After", date, "Date", "Sat, 01 Aug 2026 11:59:20 GMT"}, 40 * time.Second},
		{"a date that is over", []string{"Retry-After", date, "Date", "Sat, 01 Aug 2026 12:00:01 GMT"}, 0},
		{"a date, by ours", []string{"Retry-After", "Sat, 01 Jan 2000 00:01:00 GMT"}, time.Minute},
		{"no date", []string{"Retry-After", "tomorrow"}, 0},
		{"all of them", []string{"Retry-After", "7", "X-Acs-Retry-After", "8000", "X-Ratelimit-User", "TimeLeft:6000"}, 8001 * ms},
	} {
		synctest.Test(t, func(t *testing.T) { // it is midnight of 2000-01-01
			h := http.Header{}
			for i := 0; i < len(v.header); i += 2 {
				h.Add(v.header[i], v.header[i+1])
			}
			if got := retryAfter(h); got != v.want {
				t.Errorf("%s: got %s, want %s", v.name, got, v.want)
			}
		})
	}
}

// Each kind of answer that says so holds the next call up for as long as it says,
// and costs no attempt, however often it comes.
func TestThrottledAnswers(t *testing.T) {
	for _, v := range []struct {
		name   string
		answer http.HandlerFunc
		want   time.Duration
	}{
		{"as documented", answers(400, `{"Code":"Throttling.User"}`, "X-Ratelimit-User", "Limit:60,Remain:0,TimeLeft:2999"), 3 * time.Second},
		{"of the API", answers(400, `{"Code":"Throttling.Api"}`, "X-Ratelimit-User-Api", "TimeLeft:2999"), 3 * time.Second},
		{"of another name", answers(403, `{"Code":"Request.Throttling"}`, "X-Acs-Retry-After", "2999"), 3 * time.Second},
		{"inside", answers(200, `{"Code":"Throttling","Success":false}`, "Retry-After", "3"), 3 * time.Second},
		{"429", answers(429, "", "Retry-After", "3"), 3 * time.Second},
		{"429, cut short", answers(429, "{", "Retry-After", "3"), 3 * time.Second},
		{"503", answers(503, "<html>", "Retry-After", "3"), 3 * time.Second},
		{"for too long", answers(429, "", "Retry-After", "3600"), 610 * time.Second},
	} {
		synctest.Test(t, func(t *testing.T) {
			var at []time.Time
			c := inside(t, Options{Pace: NewPace(0, 0)}, func(w http.ResponseWriter, r *http.Request) {
				if at = append(at, time.Now()); len(at) == 8 || len(at) == 2 && v.want > time.Minute {
					answers(200, success(template))(w, r)
					return
				}
				v.answer(w, r)
			})
			if _, err := c.Describe(t.Context(), appID); err != nil {
				t.Fatalf("%s: %v", v.name, err)
			}
			for n := range at[1:] {
				if got := at[n+1].Sub(at[n]); got != v.want {
					t.Errorf("%s: made again after %s", v.name, got)
				}
			}
		})
	}
}
