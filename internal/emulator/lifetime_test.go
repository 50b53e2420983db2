package emulator

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"runtime/pprof"
	"strings"
	"sync"
	"testing"
	"time"

	"saejob/internal/trial"
)

// until waits for something that is about to be.
func until(t *testing.T, what string, is func() bool) {
	t.Helper()
	for end := time.Now().Add(trial.Patience); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if is() {
			return
		}
	}
	t.Fatalf("never: %s", what)
}

// receive returns what is sent on a channel soon.
func receive[T any](t *testing.T, what string, from <-chan T) (value T) {
	t.Helper()
	select {
	case value = <-from:
	case <-time.After(trial.Patience):
		t.Fatalf("never: %s", what)
	}
	return value
}

// goroutines are those that run code of this package, but for tests.
func goroutines(t *testing.T) string {
	var b bytes.Buffer
	if err := pprof.Lookup("goroutine").WriteTo(&b, 2); err != nil {
		t.Fatal(err)
	}
	var ours []string
	for stack := range strings.SplitSeq(b.String(), "\n\n") {
		if strings.Contains(stack, "emulator.(*Server)") || strings.Contains(stack, "net/http.(*conn).serve") {
			ours = append(ours, stack)
		}
	}
	return strings.Join(ours, "\n\n")
}

// The long waits, and answers that nobody reads, end with the server.
func TestServerStops(t *testing.T) {
	for _, text := range []string{"hang", "latency:delay=1h", "slow-body:delay=1h", "big:size=1000000000000"} {
		t.Run(text, func(t *testing.T) {
			l := newLive(t, text)
			ctx, cancel := context.WithTimeout(t.Context(), trial.Patience)
			defer cancel()
			var group sync.WaitGroup
			defer group.Wait()
			for range 3 {
				group.Go(func() {
					r := l.request("DescribeJob", "AppId", "1").WithContext(ctx)
					r.RequestURI, r.URL.Host, r.Host = "", l.host, l.host
					l.sign(r)
					if response, err := l.http.Do(r); err == nil {
						defer response.Body.Close() // after the server's end
						until(t, "the server stops", func() bool { return l.server.underWay() == 0 })
					}
				})
			}
			until(t, "the calls are there", func() bool { return l.server.Calls().DescribeJob == 3 })
			l.stop()
			until(t, "no goroutine is left", func() bool { return goroutines(t) == "" })
		})
	}
}

func (s *Server) underWay() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.inFlight.now
}

// And with the caller.
func TestCallerGoes(t *testing.T) {
	for _, text := range []string{"hang", "latency:delay=1h", "slow-body:delay=1h", "big:size=1000000000000", "gzip-big:size=1000000000000"} {
		t.Run(text, func(t *testing.T) {
			l := newLive(t, text)
			ctx, cancel := context.WithCancel(t.Context())
			var group sync.WaitGroup
			group.Go(func() {
				r := l.request("DescribeJob", "AppId", "1").WithContext(ctx)
				r.RequestURI, r.URL.Host, r.Host = "", l.host, l.host
				l.sign(r)
				if response, err := l.http.Do(r); err == nil {
					<-ctx.Done()
					_ = response.Body.Close()
				}
			})
			until(t, "the call is there", func() bool { return l.server.Calls().DescribeJob == 1 })
			cancel()
			group.Wait()
			until(t, "the call ends", func() bool { return l.server.underWay() == 0 })
		})
	}
}

func TestMaxInFlight(t *testing.T) {
	l := newLive(t, "hang:times=4")
	ctx, cancel := context.WithCancel(t.Context())
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() { l.do(ctx, "DescribeJob", "AppId", "1") })
	}
	until(t, "4 calls are there", func() bool { return l.server.Calls().DescribeJob == 4 })
	cancel()
	group.Wait()
	until(t, "they end", func() bool { return l.server.underWay() == 0 })
	l.do(t.Context(), "DescribeJob", "AppId", "1")
	if got := l.server.MaxInFlight(); got != 4 {
		t.Errorf("got %d, want 4", got)
	}
}

// The faults of a connection, on listeners that are not Serve's, TLS too.
func TestOtherListeners(t *testing.T) {
	c := newClient(t, five()...)
	c.inject("reset:times=1", "truncate-chunked:times=1", "reset-body:times=1")
	for _, start := range []func(http.Handler) *httptest.Server{httptest.NewServer, httptest.NewTLSServer} {
		listener := start(c.server)
		listener.Client().Timeout = trial.Patience
		host := listener.Listener.Addr().String()
		for range 3 {
			r := c.request("DescribeJob", "AppId", "1")
			r.RequestURI, r.URL.Host, r.Host, r.URL.Scheme = "", host, host, strings.SplitN(listener.URL, ":", 2)[0]
			c.sign(r)
			if response, err := listener.Client().Do(r); err == nil {
				var b bytes.Buffer
				if _, err = b.ReadFrom(response.Body); err == nil {
					t.Errorf("got HTTP %d %s", response.StatusCode, b.String())
				}
				_ = response.Body.Close()
			}
		}
		listener.Close()
		c.server.Heal()
		c.inject("reset:times=1", "truncate-chunked:times=1", "reset-body:times=1")
	}
}

// Meant for the race detector.
func TestConcurrentFaults(t *testing.T) {
	l := newLive(t, "any:rate=0.5,delay=1ms,size=100000", "latency:delay=1ms,rate=0.5", "throttle:limit=20,window=1s,sliding=true,others=5,hint=timeleft")
	ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond) // for those that hang
	defer cancel()
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 20 {
				l.do(ctx, "ListJobs", "Workload", "job")
				l.do(ctx, "DescribeJob", "AppId", "1")
				l.server.MaxInFlight()
			}
		})
		group.Go(func() {
			l.inject("skew:by=1s", "status:times=1")
			if err := l.server.Put([]byte(`{"AppId":"3"}`)); err != nil {
				t.Error(err)
			}
			l.server.Remove("2")
		})
	}
	group.Wait()
	if n := l.server.Calls(); n.ListJobs+n.DescribeJob > 20 || n.Faulty > n.ListJobs+n.DescribeJob {
		t.Errorf("calls: %+v", n)
	}
}
