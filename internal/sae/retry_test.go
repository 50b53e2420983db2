package sae

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// tripper is a server without network: time stands still while it answers.
type tripper struct{ http.HandlerFunc }

func (h tripper) RoundTrip(r *http.Request) (*http.Response, error) {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if r.Context().Err() != nil {
		return nil, r.Context().Err()
	}
	if w.Code == http.StatusTeapot {
		return nil, io.ErrUnexpectedEOF
	}
	return w.Result(), nil
}

// dead is an answer that does not come.
var dead = answers(http.StatusTeapot, "")

// inside returns a client that calls the handler from inside a bubble of synctest.
func inside(t *testing.T, o Options, h http.HandlerFunc) *Client {
	t.Helper()
	o.Endpoint = "http://127.0.0.1"
	c := clientOf(t, o)
	c.transport.RegisterProtocol("http", tripper{limited(t, h)})
	return c
}

// What passes is made again four times, after about 1, 2, 4 and 8 seconds, signed
// anew; a good answer then is as good as one at once.
func TestAttempts(t *testing.T) {
	for _, faults := range []int{0, 1, 4, 5} {
		synctest.Test(t, func(t *testing.T) {
			start, nonces := time.Now(), map[string]bool{}
			c := inside(t, Options{Pace: NewPace(0, 0)}, func(w http.ResponseWriter, r *http.Request) {
				if nonces[r.Header.Get("X-Acs-Signature-Nonce")] = true; len(nonces) <= faults {
					dead(w, r)
					return
				}
				answers(200, success(template))(w, r)
			})
			got, err := c.Describe(t.Context(), appID)
			if faults < maxAttempts && (err != nil || string(got.Data) != template) {
				t.Errorf("%d faults: %v", faults, err)
			}
			const want = "after 5 attempts: DescribeJob: the connection ended before the answer did"
			if faults == maxAttempts && (err == nil || err.Error() != want || !Temporary(err)) {
				t.Errorf("got %v, want %s", err, want)
			}
			calls := min(faults+1, maxAttempts)
			most := time.Duration(1<<(calls-1)-1) * time.Second
			if took := time.Since(start); took > most || took < most/2 {
				t.Errorf("%d faults: after %s", faults, took)
			}
			if s := c.Stats(); len(nonces) != calls || s.Calls != calls || s.Failed != faults || s.Throttled != 0 {
				t.Errorf("%d faults: %d nonces, %+v", faults, len(nonces), s)
			}
		})
	}
}

// A final answer ends the call, whatever came before; being throttled in between
// is no failure.
func TestMixed(t *testing.T) {
	for _, v := range []struct {
		script string // a letter an attempt; the last one is repeated
		ok     bool
		calls  int
	}{
		{"g", true, 1}, {"f", false, 1}, {"df", false, 2}, {"dddf", false, 4}, {"tttttttg", true, 8},
		{"dtdtdtdtg", true, 9}, {"dtdtdtdtd", false, 9}, {"uuuuuu" + "g", true, 7}, {"nnnng", true, 5}, {"eeeee", false, 5},
	} {
		synctest.Test(t, func(t *testing.T) {
			kinds := map[byte]http.HandlerFunc{
				'g': answers(200, success(template)), 'd': dead, 't': answers(400, `{"Code":"Throttling.User"}`),
				'f': answers(404, `{"Code":"InvalidAppId.NotFound"}`), 'u': answers(503, ""),
				'n': answers(400, `{"Code":"SignatureNonceUsed"}`), 'e': answers(500, "<html>"),
			}
			n := 0
			c := inside(t, Options{Pace: NewPace(0, 0)}, func(w http.ResponseWriter, r *http.Request) {
				kinds[v.script[min(n, len(v.script)-1)]](w, r)
				n++
			})
			if _, err := c.Describe(t.Context(), appID); (err == nil) != v.ok || n != v.calls {
				t.Errorf("%s: %d calls, %v", v.script, n, err)
			}
		})
	}
}

// Who gives up is let go at once, wherever a call waits.
func TestGiveUpACall(t *testing.T) {
	for name, h := range map[string]http.HandlerFunc{
		"attempt": hang, "backoff": dead, "pause": answers(429, "", "Retry-After", "300"),
	} {
		synctest.Test(t, func(t *testing.T) {
			start := time.Now()
			ctx, cancel := context.WithTimeout(t.Context(), 400*time.Millisecond)
			defer cancel()
			_, err := inside(t, Options{Pace: NewPace(0, 0)}, h).Describe(ctx, appID)
			if !errors.Is(err, context.DeadlineExceeded) || Temporary(err) || time.Since(start) != 400*time.Millisecond {
				t.Errorf("%s: after %s: %v", name, time.Since(start), err)
			}
			if want := "DescribeJob: context deadline exceeded"; err.Error() != want {
				t.Errorf("%s: %v", name, err)
			}
		})
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	c := client(t, func(http.ResponseWriter, *http.Request) { t.Error("something was sent") })
	if _, err := c.List(ctx, ListQuery{}); !errors.Is(err, context.Canceled) || c.Stats() != (Stats{}) {
		t.Errorf("canceled before: %v", err)
	}
}

// An attempt that hangs is made again.
func TestHang(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		n := 0
		c := inside(t, Options{Pace: NewPace(0, 0), Timeout: 30 * time.Second}, func(w http.ResponseWriter, r *http.Request) {
			if n++; n == 1 {
				hang(w, r)
			}
			answers(200, success(template))(w, r)
		})
		if _, err := c.Describe(t.Context(), appID); err != nil || n != 2 {
			t.Errorf("%d calls, %v", n, err)
		}
	})
}

// SAE that lets nobody through ends a call, and who comes then.
func TestThrottledForEver(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		c := inside(t, Options{Pace: NewPace(0, 0)}, answers(400, `{"RequestId":"R-9","Code":"Throttling.User","Message":"Slow."}`))
		const want = "throttled on every call for 14m16s: DescribeJob: HTTP 400 Throttling.User: Slow. (request R-9)"
		for range 2 {
			_, err := c.Describe(t.Context(), appID)
			if !errors.Is(err, ErrThrottled) || err.Error() != want {
				t.Errorf("got %v", err)
			}
		}
		if took := time.Since(start); took > 15*time.Minute {
			t.Errorf("after %s", took)
		}
	})
}

// When no call is answered for five minutes, no more are made: a thousand would
// take hours to fail. One that is answered begins anew, whatever it says.
func TestGone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start, made := time.Now(), 0
		h := dead
		c := inside(t, Options{Pace: NewPace(0, 0)}, func(w http.ResponseWriter, r *http.Request) { made++; h(w, r) })
		failed := 0
		for range 1000 {
			_, err := c.Describe(t.Context(), appID)
			if err == nil || !Temporary(err) {
				t.Fatalf("got %v", err)
			}
			if strings.HasPrefix(err.Error(), "after 5 attempts: ") {
				failed++
			} else if want := "s: DescribeJob: the connection ended before the answer did"; !strings.HasPrefix(err.Error(), "no call was answered for 5m") || !strings.HasSuffix(err.Error(), want) {
				t.Fatalf("got %v", err)
			}
		}
		if took := time.Since(start); took < 5*time.Minute || took > 6*time.Minute || made != 5*failed || failed < 20 {
			t.Errorf("%d calls, %d of them failed, after %s", made, failed, took)
		}
	})
	for name, answered := range map[string]http.HandlerFunc{
		"good": answers(200, success(template)), "final": answers(404, "{}"), "throttled": answers(429, "", "Retry-After", "1"),
	} {
		synctest.Test(t, func(t *testing.T) {
			n := 0
			c := inside(t, Options{Pace: NewPace(0, 0)}, func(w http.ResponseWriter, r *http.Request) {
				if n++; n%60 == 0 { // that is each three minutes
					answered(w, r)
					return
				}
				dead(w, r)
			})
			for range 100 {
				if _, err := c.Describe(t.Context(), appID); err != nil && strings.HasPrefix(err.Error(), "no call was answered") {
					t.Fatalf("%s: after %d calls: %v", name, n, err)
				}
			}
		})
	}
}

// Calls that failed together are not repeated together, and each waits longer.
func TestBackoff(t *testing.T) {
	for failed, most := range map[int]time.Duration{1: time.Second, 2: 2 * time.Second, 4: 8 * time.Second} {
		waits := map[time.Duration]bool{}
		for range 50 {
			wait := backoff(time.Second, failed)
			if waits[wait] = true; wait < most/2 || wait > most {
				t.Errorf("after %d failures: %s", failed, wait)
			}
		}
		if len(waits) < 10 {
			t.Errorf("after %d failures: %d different waits of 50", failed, len(waits))
		}
	}
}
