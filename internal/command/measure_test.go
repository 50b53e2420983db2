//go:build linux

package command

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http/httptest"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"saejob/internal/emulator"
	"saejob/internal/sae"
)

// BenchmarkExportLatency: 16 calls at a time that take 50 ms each, to files and to
// a pipe, beside the calls alone, whose answers nobody looks at; 16/latency, 100 %,
// is 320 templates a second.
func BenchmarkExportLatency(b *testing.B) {
	const n, at, latency = 3200, 16, 50 * time.Millisecond
	r, export := measured(b, n, emulator.Fault{Kind: "latency", Delay: latency, Action: "DescribeJob"})
	report := func(name string, took time.Duration) {
		b.ReportMetric(100*n/took.Seconds()*latency.Seconds()/at, name+"-%")
	}
	for b.Loop() {
		report("calls", callAll(b, r.url, n, at))
		for _, name := range []string{"files", "pipe"} {
			dir := "-"
			if name == "files" {
				dir = b.TempDir()
			}
			m := export(dir, "--concurrency", strconv.Itoa(at))
			report(name, m.took)
			b.ReportMetric(1000*m.cpu.Seconds()/n, name+"-cpu-ms")
		}
	}
	b.ReportMetric(0, "ns/op")
}

// callAll describes every template, so many at a time, and says how long it took.
func callAll(b *testing.B, url string, templates, at int) time.Duration {
	b.Helper()
	keys := func(context.Context) (sae.Credentials, error) {
		return sae.NewCredentials("emulator", "emulator", ""), nil
	}
	client, err := sae.New(sae.Options{Endpoint: url, Credentials: keys, Pace: sae.NewPace(100_000_000, 0)})
	if err != nil {
		b.Fatal(err)
	}
	start := time.Now()
	ids := make(chan string)
	var callers sync.WaitGroup
	for range at {
		callers.Go(func() {
			for id := range ids {
				if _, err := client.Describe(b.Context(), id); err != nil {
					b.Error(err)
				}
			}
		})
	}
	for i := range templates {
		ids <- fmt.Sprintf("id-%05d", i)
	}
	close(ids)
	callers.Wait()
	return time.Since(start)
}

// BenchmarkExportMemory: 20,000 templates, exported, again unchanged, and a tenth of
// them pruned.
func BenchmarkExportMemory(b *testing.B) {
	const n = 20_000
	r, export := measured(b, n)
	for b.Loop() {
		dir := b.TempDir()
		for _, step := range []string{"first", "again", "prune"} {
			flags := []string{"--concurrency", "16"}
			if step == "prune" {
				flags = append(flags, "--prune")
				for i := 0; i < n; i += 10 {
					r.server.Remove(fmt.Sprintf("id-%05d", i))
				}
			}
			m := export(dir, flags...)
			b.ReportMetric(m.peak, step+"-MB")
			b.ReportMetric(m.took.Seconds(), step+"-s")
		}
	}
	b.ReportMetric(0, "ns/op")
}

// measure is what a run took.
type measure struct {
	took, cpu time.Duration
	peak      float64 // MB of memory
}

// measured gives an SAE of that many templates, and what exports them in a process
// of its own.
func measured(b *testing.B, templates int, faults ...emulator.Fault) (*rig, func(dir string, flags ...string) measure) {
	b.Helper()
	server, err := emulator.New(emulator.Options{Data: likeSamples(b, templates), Faults: faults})
	if err != nil {
		b.Fatal(err)
	}
	listener := httptest.NewServer(server)
	b.Cleanup(listener.Close)
	run := exporter(b, listener.URL)
	return &rig{server, listener.URL, templates}, func(dir string, flags ...string) measure {
		c := run(dir)
		c.Args = append(append(c.Args, "-q", "--rate", "100000000"), flags...)
		start := time.Now()
		if err := c.Start(); err != nil {
			b.Fatal(err)
		}
		ended, peak := make(chan bool), make(chan float64)
		go watchMemory(c.Process.Pid, ended, peak)
		err := c.Wait()
		close(ended)
		m := measure{time.Since(start), c.ProcessState.UserTime() + c.ProcessState.SystemTime(), <-peak}
		if err != nil {
			b.Fatal(err)
		}
		return m
	}
}

// watchMemory tells, when a process has ended, how many MB it had at most. What the
// system says of it afterwards is of this process too, which has begun it.
func watchMemory(pid int, ended <-chan bool, tell chan<- float64) {
	most := 0.0
	for {
		select {
		case <-ended:
			tell <- most
			return
		case <-time.After(10 * time.Millisecond):
		}
		text, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
		if _, line, ok := strings.Cut(string(text), "\nVmHWM:"); ok {
			var kB float64
			if _, err := fmt.Sscanf(line, "%f kB", &kB); err == nil {
				most = max(most, kB/1000)
			}
		}
	}
}

// likeSamples gives n answers as the samples are, one after the other.
func likeSamples(b *testing.B, n int) fs.FS {
	b.Helper()
	samples, err := fs.Glob(emulator.Samples(), "*.json")
	if err != nil {
		b.Fatal(err)
	}
	files := fstest.MapFS{}
	for i := range n {
		text, err := fs.ReadFile(emulator.Samples(), samples[i%len(samples)])
		if err != nil {
			b.Fatal(err)
		}
		var data map[string]any
		if err := json.Unmarshal(text, &data); err != nil {
			b.Fatal(err)
		}
		data["AppId"], data["AppName"] = fmt.Sprintf("id-%05d", i), fmt.Sprintf("job-%05d", i)
		data["RegionId"], data["NamespaceId"] = "cn-beijing", "cn-beijing:prod"
		if text, err = json.Marshal(data); err != nil {
			b.Fatal(err)
		}
		files[fmt.Sprintf("%05d.json", i)] = &fstest.MapFile{Data: text}
	}
	return files
}
