package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"saejob/internal/sae"
)

// progress tells how far an export is: on a terminal with a bar, in a log with a
// line a tenth, and when it has to wait. It is used by several goroutines.
type progress struct {
	mu sync.Mutex
	w  io.Writer
	// bar is nil in a log.
	bar         *progressbar.ProgressBar
	total, done int
	began       time.Time
	paused      time.Time // until when the pause is that was told of last
}

// fewTemplates are so soon read that a log needs no word on the way.
const fewTemplates = 20

// newProgress begins with a number of templates to read. Where nothing is to be
// said, it is nil, which says nothing.
func (a *app) newProgress(total int) *progress {
	if a.Quiet {
		return nil
	}
	p := &progress{w: a.stderr, total: total, began: time.Now()}
	if f, ok := a.stderr.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		p.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(a.stderr), progressbar.OptionSetDescription("reading"),
			progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("templates"),
			progressbar.OptionSetPredictTime(true), progressbar.OptionSetWidth(30), progressbar.OptionClearOnFinish())
	}
	return p
}

// step tells that a template is done, with a line about it; empty: none.
func (p *progress) step(line string) {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.print(line)
	p.done++
	if p.bar != nil {
		_ = p.bar.Add(1)
		return
	}
	if tenth := p.done * 10 / max(1, p.total); p.total >= fewTemplates && tenth > (p.done-1)*10/p.total && p.done < p.total {
		left := time.Since(p.began) / time.Duration(p.done) * time.Duration(p.total-p.done)
		fmt.Fprintf(p.w, "%d of %d read, about %s left\n", p.done, p.total, left.Round(time.Second))
	}
}

// watch tells of a pause, once.
func (p *progress) watch(s sae.Stats) {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	wait := time.Until(s.PausedUntil)
	told := time.Until(p.paused) > 0
	if !s.PausedUntil.After(p.paused) || wait < time.Second {
		return
	}
	p.paused = s.PausedUntil
	if told {
		return // the pause that was told of has become longer
	}
	p.print(fmt.Sprintf("throttled: waiting %s", wait.Round(time.Second)))
}

// print writes a line, above the bar where there is one.
func (p *progress) print(line string) {
	if line == "" {
		return
	}
	if p.bar != nil {
		_ = p.bar.Clear()
	}
	fmt.Fprintln(p.w, line)
	if p.bar != nil {
		_ = p.bar.RenderBlank()
	}
}

// end takes the bar away.
func (p *progress) end() {
	if p != nil && p.bar != nil {
		_ = p.bar.Clear()
	}
}
