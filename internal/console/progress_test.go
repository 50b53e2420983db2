package console

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

// TestBar: on a terminal a bar says how far it is, how fast, how long it takes yet
// and what is waited for; lines stand above it, and when it ends it is gone.
func TestBar(t *testing.T) {
	const wipe = "\x1b[2K\r"
	var out bytes.Buffer
	p := &Progress{w: &out, rate: 2, shown: true, ended: make(chan struct{})}
	p.Begin(func(calls int) time.Duration { return time.Duration((calls-1)/2) * 61 * time.Second }) // two a window of 61 s
	shows := func(wants ...string) {
		t.Helper()
		p.mu.Lock()
		defer p.mu.Unlock()
		text := out.String()
		text = text[strings.LastIndex(text, "\n")+1:]
		for _, want := range wants {
			if !strings.Contains(text, want) {
				t.Errorf("%q does not show %q", text, want)
			}
		}
		out.Reset()
	}
	p.Expect(7)
	shows("  0% |   ", "0 of 7, about 3m3s left")
	p.Step("added a")
	if text := out.String(); !strings.Contains(text, wipe+"added a\n") {
		t.Errorf("%q", text)
	}
	shows(" 14% |███", "1 of 7, 2 a minute, about 2m2s left")
	p.Pause(time.Now().Add(30*time.Second + 400*time.Millisecond))
	if text := out.String(); !strings.Contains(text, wipe+"throttled: waiting 30s\n") {
		t.Errorf("%q", text)
	}
	p.Step("")
	shows(" 28% |", "2 of 7, 2 a minute, throttled for 30s, about 2m2s left")
	p.End()
	if text := out.String(); text != wipe {
		t.Errorf("at the end: %q", text)
	}
	p.Expect(0) // nothing to read, no bar
	if text := out.String(); text != wipe {
		t.Errorf("of nothing: %q", text)
	}
}

// TestPausesInALog: a pause is told of once, however many calls say so.
func TestPausesInALog(t *testing.T) {
	var out bytes.Buffer
	p := &Progress{w: &out, ended: make(chan struct{})}
	for _, left := range []time.Duration{0, 100 * time.Millisecond, 20 * time.Second, 20 * time.Second, 40 * time.Second} {
		p.Pause(time.Now().Add(left))
	}
	if text := out.String(); text != "throttled: waiting 20s\n" {
		t.Errorf("%q", text)
	}
	p.End()
}

// TestTenthsInALog: without a terminal each tenth is told of, from so many templates on that
// it takes long.
func TestTenthsInALog(t *testing.T) {
	for n, want := range map[int]int{fewTemplates - 1: 0, fewTemplates: 9, 1000: 9} {
		var out bytes.Buffer
		p := &Progress{w: &out, rate: 50, ended: make(chan struct{})}
		p.Begin(func(int) time.Duration { return time.Minute })
		p.Expect(n)
		for range n {
			p.Step("")
		}
		p.End()
		if got := strings.Count(out.String(), " read, about "); got != want {
			t.Errorf("of %d templates %d lines, want %d:\n%s", n, got, want, out.String())
		}
	}
}
