package command

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"saejob/internal/console"
	"saejob/internal/emulator"
	"saejob/internal/trial"
)

// TestInterrupted: an export that is interrupted ends at once, whatever it waits
// for, with the status that says so and without a word about it.
func TestInterrupted(t *testing.T) {
	for name, test := range map[string]struct {
		faults []string
		flags  []string
		calls  int // those that are made before it waits
	}{
		"a list":             {faults: []string{"hang"}, calls: 1},
		"a template":         {faults: []string{"hang:action=DescribeJob"}, calls: 5},
		"the rest of one":    {faults: []string{"slow-body:action=DescribeJob,delay=1m"}, calls: 5},
		"the next attempt":   {faults: []string{"reset"}, flags: []string{"--window", "1h"}, calls: 1},
		"the end of a pause": {faults: []string{"status:code=429,hint=retry-after,wait=5m"}, calls: 1},
		"its turn":           {flags: []string{"--rate", "2"}, calls: 2},
		"credentials":        {flags: []string{"keys"}},
		"standard input":     {flags: []string{"--from", "-"}},
	} {
		t.Run(name, func(t *testing.T) {
			var faults []emulator.Fault
			for _, text := range test.faults {
				fault, err := emulator.ParseFault(text)
				if err != nil {
					t.Fatal(err)
				}
				faults = append(faults, fault)
			}
			r, said := newRig(t, 20, faults...), &lockedBuffer{}
			ctx, cancel := context.WithCancel(trial.Soon(t))
			args := []string{"export", "--endpoint", r.url, "--region", "cn-beijing", "-d", t.TempDir()}
			waits := make(chan bool, 1)
			if len(test.flags) == 1 { // keys come from where nobody answers
				asked := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
					waits <- true
					<-r.Context().Done()
				}))
				defer asked.Close()
				defer asked.CloseClientConnections()
				t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "")
				t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "")
				t.Setenv("ALIBABA_CLOUD_CREDENTIALS_URI", asked.URL)
				t.Setenv("HOME", t.TempDir())
				t.Setenv("USERPROFILE", t.TempDir())
			} else {
				args = append(args, test.flags...)
				go r.made(ctx, test.calls, waits)
			}
			ended := make(chan console.Status)
			never, _ := io.Pipe()
			go func() { ended <- console.Status(Run(ctx, args, Streams{never, said, said})) }()
			select {
			case <-waits:
			case status := <-ended:
				t.Fatalf("it ended before it waited, with %d: %s", status, said.bytes())
			}
			time.Sleep(20 * time.Millisecond) // until it does wait
			start := time.Now()
			cancel()
			select {
			case status := <-ended:
				t.Logf("after %s", time.Since(start))
				if status != console.Interrupted || bytes.Contains(said.bytes(), []byte("saejob: ")) {
					t.Errorf("exit status %d: %s", status, said.bytes())
				}
			case <-time.After(trial.Patience):
				t.Errorf("it did not end: %s", said.bytes())
			}
		})
	}
}
