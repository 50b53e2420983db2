package emulator

import (
	"fmt"
	"math/rand/v2"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// at is a client whose server's clock shows what the pointer says.
func at(t *testing.T, now *time.Time, faults ...string) *client {
	t.Helper()
	s, err := New(Options{Data: folder("1.json", `{"AppId":"1"}`), Credentials: []Credential{ada}, Clock: func() time.Time { return *now }})
	if err != nil {
		t.Fatal(err)
	}
	c := &client{T: t, server: s, Credential: ada}
	c.inject(faults...)
	return c
}

// try makes a call and gives the answer, whatever it is.
func (c *client) try(action string, query ...string) *httptest.ResponseRecorder {
	r := c.request(action, query...)
	c.sign(r)
	return c.send(r)
}

func TestQuota(t *testing.T) {
	second := func(n float64) time.Duration { return time.Duration(n * float64(time.Second)) }
	for _, test := range []struct {
		text  string
		calls []float64 // when, in seconds
		want  string    // + admitted, - throttled
	}{
		{"throttle:limit=2,window=10s", []float64{0, 1, 2, 9.9, 10, 10, 10, 20}, "++--++-+"},
		{"throttle:limit=2,window=10s", []float64{9, 9, 9, 10, 11, 12}, "++-++-"}, // 4 within 2 s
		{"throttle:limit=2,window=10s,sliding=true", []float64{0, 1, 2, 9.9, 10, 10, 11, 11}, "++--+-+-"},
		{"throttle:limit=2,window=10s,sliding=true", []float64{9, 9, 9, 10, 18.9, 19, 19, 19}, "++---++-"},
		{"throttle:limit=1,window=1h", []float64{0, 3599, 3600, 100000}, "+-++"},
		// The other client calls at 0, 5, 10, …
		{"throttle:limit=3,window=10s,others=2", []float64{0, 0, 0, 5, 5, 10, 10, 10}, "++---++-"},
		{"throttle:limit=3,window=10s,others=2", []float64{4, 4, 4, 9, 14, 14, 14}, "++--++-"},
		{"throttle:limit=3,window=10s,others=2,sliding=true", []float64{6, 6, 9.9, 10, 15, 16, 16, 100000, 100000}, "+---" + "-+-" + "+-"},
		{"throttle:limit=1,window=10s,others=1", []float64{0, 5, 9, 10, 99}, "-----"},
	} {
		t.Run(test.text, func(t *testing.T) {
			now := noon
			c := at(t, &now, test.text)
			got, admitted := "", 0
			for _, n := range test.calls {
				now = noon.Add(second(n))
				r := c.request("DescribeJob", "AppId", "1")
				r.Header.Set("x-acs-date", now.Format(dateLayout))
				c.sign(r)
				w := c.send(r)
				switch w.Code {
				case 200:
					got += "+"
					admitted++
				default:
					got += "-"
					c.refused(w, 400, "Throttling.User")
				}
			}
			if got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
			if n := c.server.Calls(); n != (Calls{DescribeJob: admitted, Throttled: len(got) - admitted}) {
				t.Errorf("calls: %+v", n)
			}
		})
	}
}

func TestQuotaHints(t *testing.T) {
	for _, test := range []struct{ text, header, want string }{
		{"none", "", ""},
		{"timeleft", "X-Ratelimit-User", "Limit:1,Remain:0,TimeLeft:7501,Reset:1795435210"},
		{"timeleft-api", "X-Ratelimit-User-Api", "Limit:1,Remain:0,TimeLeft:7501,Reset:1795435210"},
		{"acs-retry-after", "X-Acs-Retry-After", "7501"},
		{"retry-after", "Retry-After", "8"},
	} {
		for _, kind := range []string{"throttle:limit=1,window=10s,", "throttle:limit=1,window=10s,sliding=true,", "status:after=1,wait=7500500us,"} {
			t.Run(kind+test.text, func(t *testing.T) {
				now := noon
				c := at(t, &now, kind+"hint="+test.text)
				c.call("DescribeJob", "AppId", "1")
				now = noon.Add(2*time.Second + 499500*time.Microsecond)
				w := c.try("DescribeJob", "AppId", "1")
				want := test.want
				if strings.HasPrefix(kind, "status") {
					want = strings.Replace(want, "Limit:1", "Limit:0", 1)
				}
				if got := w.Header().Get(test.header); got != want || w.Code < 400 {
					t.Errorf("HTTP %d, %s: got %q, want %q", w.Code, test.header, got, want)
				}
				for _, hint := range hints {
					if h := hint.header; h != "" && !strings.EqualFold(h, test.header) && w.Header().Get(h) != "" {
						t.Errorf("%s: %s", h, w.Header().Get(h))
					}
				}
			})
		}
	}
}

// What is told is right: a moment before, there is no room, and then there is.
// And whenever calls come, no window has more than the quota has.
func TestQuotaIsNeverExceeded(t *testing.T) {
	for seed := range uint64(60) {
		random := rand.New(rand.NewPCG(seed, 0))
		limit := 1 + random.IntN(12)
		others := random.IntN(min(4, limit))
		f := Fault{Kind: "throttle", Limit: limit, Others: others, Window: 100 * time.Millisecond, Sliding: seed%2 == 0}
		t.Run(fmt.Sprintf("%d %s", seed, f), func(t *testing.T) {
			var s quotas
			s.add(f, noon)
			now := noon
			clock := func() time.Time { return now }
			var admitted []time.Time
			for range 400 {
				now = now.Add(time.Duration(random.IntN(30)) * time.Millisecond)
				full, left, _ := s.take("ListJobs", clock)
				if full == nil {
					admitted = append(admitted, now)
				} else if left <= 0 || left > f.Window {
					t.Fatalf("%s left", left)
				} else if others == 0 {
					now = now.Add(left - 1)
					if full, _, _ := s.take("ListJobs", clock); full == nil {
						t.Fatal("there was room earlier")
					}
					now = now.Add(1)
					if full, _, _ := s.take("ListJobs", clock); full != nil {
						t.Fatal("there is no room by then")
					}
					admitted = append(admitted, now)
				}
			}
			if len(admitted) < limit {
				t.Errorf("only %d calls", len(admitted))
			}
			if most := mostIn(admitted, f); most > limit {
				t.Errorf("%d calls in a window", most)
			}
		})
	}
}

func mostIn(calls []time.Time, f Fault) int {
	most := 0
	for i, from := range calls {
		if !f.Sliding {
			from = noon.Add(from.Sub(noon).Truncate(f.Window))
		}
		n := 0
		for _, t := range calls[i:] {
			if t.Sub(from) < f.Window {
				n++
			}
		}
		most = max(most, n)
	}
	return most
}

func TestQuotasTogether(t *testing.T) {
	now := noon
	c := at(t, &now, "throttle:limit=3,window=10s", "throttle:limit=1,window=10s,action=ListJobs,code=429,error=Throttling.Api")
	c.call("ListJobs", "Workload", "job")
	c.refused(c.try("ListJobs", "Workload", "job"), 429, "Throttling.Api") // and uses up nothing of the other
	c.call("DescribeJob", "AppId", "1")
	c.call("DescribeJob", "AppId", "1")
	c.refused(c.try("DescribeJob", "AppId", "1"), 400, "Throttling.User")
	if got := c.server.Calls(); got != (Calls{ListJobs: 1, DescribeJob: 2, Throttled: 2}) {
		t.Errorf("calls: %+v", got)
	}
	c.server.Heal()
	c.call("DescribeJob", "AppId", "1")
}

// A call that is not well signed uses up nothing; one that a fault spoils does.
func TestQuotaCountsWhatIsAdmitted(t *testing.T) {
	now := noon
	c := at(t, &now, "throttle:limit=2", "status:times=1")
	r := c.request("DescribeJob", "AppId", "1")
	c.sign(r)
	forge(r)
	c.refused(c.send(r), 400, "SignatureDoesNotMatch")
	c.refused(c.try("DescribeJob", "AppId", "1"), 503, "ServiceUnavailable")
	c.refused(c.try("DescribeJob", "AppId", "none"), 404, "InvalidAppId.NotFound")
	c.refused(c.try("DescribeJob", "AppId", "1"), 400, "Throttling.User")
	if got := c.server.Calls(); got != (Calls{DescribeJob: 2, Throttled: 1, Refused: 1, Faulty: 1}) {
		t.Errorf("calls: %+v", got)
	}
}
