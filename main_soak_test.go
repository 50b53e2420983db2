package main

import (
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"saejob/internal/emulator"
	"saejob/internal/job"
)

// rig is an SAE with templates, and what is typed to export them.
type rig struct {
	server    *emulator.Server
	url       string
	templates int
}

func newRig(t *testing.T, templates int, faults ...emulator.Fault) *rig {
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
	t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "emulator")
	t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "emulator")
	return &rig{server, listener.URL, templates}
}

// export exports everything into a directory, with more flags.
func (r *rig) export(t *testing.T, dir string, flags ...string) (said string, status int) {
	t.Helper()
	return try(t, append([]string{"export", "--endpoint", r.url, "--region", "cn-beijing", "--namespace", "prod", "-d", dir}, flags...)...)
}

// left is what a list that is not complete does not have.
var left = regexp.MustCompile(`(?m)^saejob: cn-beijing:prod: the list changed while it was read: (\d+) templates of (\d+); try again$`)

// wrong says which file is not as it is live, or is missing and was not named, or
// is named and not missing.
func (r *rig) wrong(dir, said string) error {
	files, err := os.ReadDir(dir)
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	for _, file := range files {
		if i, ok := strings.CutPrefix(file.Name(), "job-"); !ok || len(i) != len("000.yaml") {
			return fmt.Errorf("%s is there and should not be", file.Name())
		}
	}
	unlisted := strings.Contains(said, "\nsaejob: cn-beijing:prod: ") || strings.HasPrefix(said, "saejob: cn-beijing:prod: ")
	unnamed := 0
	if m := left.FindStringSubmatch(said); m != nil {
		has, _ := strconv.Atoi(m[1])
		total, _ := strconv.Atoi(m[2])
		unlisted, unnamed = false, total-has
	}
	for i := range r.templates {
		want, err := job.FromAnswer([]byte(someTemplate(i, "new")))
		if err != nil {
			return err
		}
		job.Normalize(want)
		file := filepath.Join(dir, fmt.Sprintf("job-%03d.yaml", i))
		text, err := os.ReadFile(file)
		named := unlisted || strings.Contains(said, "saejob: "+file+": ")
		switch {
		case err == nil && string(text) != string(job.Print(want)):
			return fmt.Errorf("%s is wrong:\n%.300s", file, text)
		case err == nil && named:
			return fmt.Errorf("%s is there and was said to be missing", file)
		case err != nil && !named:
			unnamed--
		}
	}
	if unnamed < 0 {
		return fmt.Errorf("%d templates are missing that were not named", -unnamed)
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
	}{{"rate 60", 60, 0, 1.1}, {"default", 50, 0, 1.3}, {"another client", 50, 20, 0}, {"another client, rate 60", 60, 20, 0}} {
		for _, sliding := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, sliding %v", test.name, sliding), func(t *testing.T) {
				hint := "timeleft"
				if test.others > 0 {
					hint = "none"
				}
				r := newRig(t, n, emulator.Fault{
					Kind: "throttle", Limit: 60, Window: window, Sliding: sliding, Others: test.others, Hint: hint,
				})
				dir := t.TempDir()
				start := time.Now()
				said, status := r.export(t, dir, "--rate", strconv.Itoa(test.rate), "--window", (window * 61 / 60).String(), "--concurrency", "8")
				took := time.Since(start).Seconds() / window.Seconds()
				calls := r.server.Calls()
				made := calls.ListJobs + calls.DescribeJob
				fewest := float64((made - 1) / 60)
				t.Logf("%d calls, %d throttled, %.2f windows, at least %.0f: %.2f times", made, calls.Throttled, took, fewest, took/fewest)
				if err := r.wrong(dir, said); err != nil || status != clean {
					t.Errorf("exit status %d, %v", status, err)
				}
				if test.others > 0 && test.rate == 60 && n > 60 && calls.Throttled == 0 {
					t.Error("no call was refused")
				}
				if made != n+(n+199)/200 || test.others == 0 && calls.Throttled*50 > made {
					t.Errorf("%+v", calls)
				}
				if os.Getenv("SOAK") != "" && test.most > 0 && took > test.most*fewest {
					t.Errorf("it took %.2f windows", took)
				}
			})
		}
	}
}

// TestSoakFaults: with 30 % of the answers faulty in every way, an export ends
// complete and right, or exits with 3 and names exactly what is missing; when the
// faults are over, the next one completes.
func TestSoakFaults(t *testing.T) {
	const n = 50
	ends := map[int]int{}
	for seed := range soak(200, 20) {
		// Some faults are final, so that hardly a run is complete where all kinds
		// of them are met; every other one meets those that pass.
		faults := []emulator.Fault{{Kind: "any", Rate: 0.3, Seed: seed + 1, Delay: time.Millisecond, Size: soak(9_000_000, 100_000)}}
		if seed%2 == 1 {
			faults = nil
			for _, kind := range []string{"status", "status-empty", "status-html", "truncate", "truncate-chunked", "reset", "reset-body", "hang"} {
				faults = append(faults, emulator.Fault{Kind: kind, Rate: 0.3 / 8, Seed: seed + 1})
			}
		}
		r := newRig(t, n, faults...)
		dir := t.TempDir()
		said, status := r.export(t, dir, "--rate", "1000000", "--window", "200ms", "--timeout", "100ms", "--concurrency", "8")
		ends[status]++
		if status != clean && status != incomplete {
			t.Errorf("seed %d: exit status %d\n%s", seed, status, said)
		}
		if err := r.wrong(dir, said); err != nil || (status == clean) == strings.Contains(said, "saejob: ") {
			t.Errorf("seed %d: exit status %d, %v\n%s", seed, status, err, said)
		}
		r.server.Heal()
		if said, status := r.export(t, dir, "--rate", "1000000"); status != clean || r.wrong(dir, said) != nil {
			t.Errorf("seed %d: the next run: exit status %d, %v\n%s", seed, status, r.wrong(dir, said), said)
		}
	}
	t.Logf("%d complete, %d incomplete", ends[clean], ends[incomplete])
	if os.Getenv("SOAK") != "" && (ends[clean] == 0 || ends[incomplete] == 0) {
		t.Error("the faults are too many, or too few")
	}
}

// TestCallsAreCounted: without faults an export makes a call for each template
// and one for each page.
func TestCallsAreCounted(t *testing.T) {
	for _, n := range []int{1, 200, 201, soak(1000, 401)} {
		r := newRig(t, n)
		dir := t.TempDir()
		if said, status := r.export(t, dir, "--rate", "1000000"); status != clean || r.wrong(dir, said) != nil {
			t.Fatalf("%d: %v\n%s", status, r.wrong(dir, said), said)
		}
		if calls := r.server.Calls(); calls != (emulator.Calls{ListJobs: (n + 199) / 200, DescribeJob: n}) {
			t.Errorf("%d templates: %+v", n, calls)
		}
	}
}
