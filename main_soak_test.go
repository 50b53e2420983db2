package main

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
	"time"

	"saejob/export"
	"saejob/internal/emulator"
	"saejob/internal/job"
	"saejob/internal/sae"
	"saejob/internal/secret"
)

// rig is an SAE and an export from it, with a minute that is as long as window.
type rig struct {
	server *emulator.Server
	url    string
	window time.Duration
	key    secret.Key
	// failed are the outcomes of templates that were not written.
	failed map[string]export.Outcome
}

func newRig(t *testing.T, templates int, window time.Duration, faults ...emulator.Fault) *rig {
	t.Helper()
	server, err := emulator.New(emulator.Options{Data: manyTemplates(templates, "new"), Faults: faults})
	if err != nil {
		t.Fatal(err)
	}
	listener := httptest.NewServer(server)
	t.Cleanup(func() {
		listener.CloseClientConnections()
		listener.Close()
	})
	return &rig{server: server, url: listener.URL, window: window, key: secret.RandomKey(), failed: map[string]export.Outcome{}}
}

// export exports everything into a directory, at a rate and so many at a time.
func (r *rig) export(dir string, rate, concurrency int) (export.Summary, error) {
	client, err := sae.New(sae.Options{
		Endpoint: r.url, Region: "cn-beijing", Timeout: max(r.window/2, 100*time.Millisecond), Pace: sae.NewPace(rate, r.window*61/60),
		Credentials: func(context.Context) (sae.Credentials, error) {
			return sae.NewCredentials("emulator", "emulator", ""), nil
		},
	})
	if err != nil {
		return export.Summary{}, err
	}
	ctx := context.Background()
	listing, err := export.Live(ctx, client, export.Request{Region: "cn-beijing", Namespaces: []string{"prod"}})
	if err != nil {
		return export.Summary{}, err
	}
	return export.Write(ctx, listing, dir, export.Options{Key: r.key, Concurrency: concurrency, Done: func(o export.Outcome) {
		if o.Err != nil {
			r.failed[o.Identity.AppID] = o
		}
	}})
}

// wrong says which of n templates is neither written as it is nor reported.
func (r *rig) wrong(dir string, n int) error {
	for i := range n {
		want, err := job.FromAnswer([]byte(someTemplate(i, "new")))
		if err != nil {
			return err
		}
		secret.Redact(want, r.key)
		job.Normalize(want)
		file := filepath.Join(dir, fmt.Sprintf("job-%03d.yaml", i))
		text, err := os.ReadFile(file)
		_, reported := r.failed[fmt.Sprintf("id-%03d", i)]
		switch {
		case err == nil && string(text) != string(job.Print(want)):
			return fmt.Errorf("%s is wrong:\n%.300s", file, text)
		case err != nil && !reported:
			return fmt.Errorf("%s is missing and was not reported", file)
		}
	}
	return nil
}

// TestSoakQuota: against a quota of 60 calls a window nothing is lost, hardly a
// call is refused, and hardly a window is wasted; with another client, nothing is
// lost.
func TestSoakQuota(t *testing.T) {
	n, window := soak(1000, 150), time.Duration(soak(3000, 300))*time.Millisecond
	for _, test := range []struct {
		name   string
		rate   int
		others int
		most   float64 // times the fewest windows
	}{{"rate 60", 60, 0, 1.1}, {"default", 50, 0, 1.3}, {"another client", 50, 20, 0}} {
		for _, sliding := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, sliding %v", test.name, sliding), func(t *testing.T) {
				hint := "timeleft"
				if test.others > 0 {
					hint = "none"
				}
				r := newRig(t, n, window, emulator.Fault{
					Kind: "throttle", Limit: 60, Window: window, Sliding: sliding, Others: test.others, Hint: hint,
				})
				dir := t.TempDir()
				start := time.Now()
				summary, err := r.export(dir, test.rate, 8)
				took := time.Since(start).Seconds() / window.Seconds()
				calls := r.server.Calls()
				made := calls.ListJobs + calls.DescribeJob
				fewest := float64((made - 1) / 60)
				t.Logf("%d calls, %d throttled, %.2f windows, at least %.0f: %.2f times", made, calls.Throttled, took, fewest, took/fewest)
				if err != nil || summary.Added != n {
					t.Errorf("%+v: %v", summary, err)
				}
				if err := r.wrong(dir, n); err != nil {
					t.Error(err)
				}
				if calls.DescribeJob != n || test.others == 0 && calls.Throttled*50 > made {
					t.Errorf("%+v", calls)
				}
				if os.Getenv("SOAK") != "" && test.most > 0 && took > test.most*fewest+0.2 {
					t.Errorf("it took %.2f windows", took)
				}
			})
		}
	}
}

// TestSoakFaults: with 30 % of the answers faulty in every way, an export ends
// complete and right, or names exactly what is missing.
func TestSoakFaults(t *testing.T) {
	const n = 50
	complete, incomplete, failed := 0, 0, 0
	for seed := range soak(200, 20) {
		r := newRig(t, n, 200*time.Millisecond, emulator.Fault{Kind: "any", Rate: 0.3, Seed: seed + 1, Delay: 5 * time.Millisecond, Size: 9_000_000})
		dir := t.TempDir()
		summary, err := r.export(dir, 1_000_000, 8)
		switch {
		case err != nil:
			failed++ // nothing was listed, or the run was ended: it says so
			continue
		case summary.Complete():
			complete++
			if summary.Added != n {
				t.Errorf("seed %d: complete, and %+v", seed, summary)
			}
		default:
			incomplete++
		}
		if err := r.wrong(dir, n); err != nil {
			t.Errorf("seed %d: %v; %+v", seed, err, summary)
		}
		if again, err := newRig(t, n, time.Second).export(dir, 1_000_000, 8); err != nil || again.Added+again.Unchanged != n {
			t.Errorf("seed %d: the next run: %+v %v", seed, again, err)
		}
	}
	t.Logf("%d complete, %d incomplete, %d that could not run", complete, incomplete, failed)
}

// TestCallsAreCounted: without faults an export makes a call for each template
// and one for each page.
func TestCallsAreCounted(t *testing.T) {
	for _, n := range []int{1, 200, 201, 410} {
		r := newRig(t, n, time.Second)
		if summary, err := r.export(t.TempDir(), 1_000_000, 4); err != nil || summary.Added != n {
			t.Fatalf("%+v %v", summary, err)
		}
		if calls := r.server.Calls(); calls.DescribeJob != n || calls.ListJobs != (n+199)/200 {
			t.Errorf("%d templates: %+v", n, calls)
		}
	}
}
