//go:build ignore

package command

import (
	"context"
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
	// bar is nil in a log, and until it is known how many templates there are.
	bar   *progressbar.ProgressBar
	pace  *sae.Pace
	rate  int  // calls a minute
	shown bool // on a terminal

	total, done int
	began       time.Time
	paused      time.Time // until when the pause is that was told of last
	ended       chan struct{}
}

// fewTemplates are so soon read that a log needs no word on the way.
const fewTemplates = 20

// newProgress begins before anything is read. Where nothing is to be said, it is
// nil, which says nothing.
func (c *cloud) newProgress(ctx context.Context, profile string) *progress {
	if c.app.Quiet {
		return nil
	}
	return &progress{
		w: c.app.stderr, pace: c.account(ctx, profile).pace, rate: c.flags.Rate, shown: isTerminal(c.app.stderr),
		began: time.Now(), ended: make(chan struct{}),
	}
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// listed tells how many templates there are to read.
func (p *progress) listed(total int) {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.total, p.began = total, time.Now()
	if !p.shown || total == 0 {
		return
	}
	p.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(p.w), progressbar.OptionFullWidth(),
		progressbar.OptionSetPredictTime(false), progressbar.OptionSetElapsedTime(false), progressbar.OptionShowDescriptionAtLineEnd(),
		progressbar.OptionSetDescription(p.says()), progressbar.OptionUseANSICodes(true), progressbar.OptionClearOnFinish())
	_ = p.bar.RenderBlank()
	go p.tick()
}

// expect tells that there are so many, where that becomes known little by little.
func (p *progress) expect(total int) {
	p.mu.Lock()
	first := p.total == 0
	p.total = total
	if p.bar != nil {
		p.bar.ChangeMax(total)
	}
	p.mu.Unlock()
	if first {
		p.listed(total)
	}
}

// tick renews what the bar says while nothing happens.
func (p *progress) tick() {
	for {
		select {
		case <-time.After(time.Second):
			p.mu.Lock()
			if p.bar != nil {
				p.bar.Describe(p.says())
			}
			p.mu.Unlock()
		case <-p.ended:
			return
		}
	}
}

// says tells how far it is, in words.
func (p *progress) says() string {
	text := fmt.Sprintf("%d of %d", p.done, p.total)
	if elapsed := time.Since(p.began); p.done > 0 {
		text += fmt.Sprintf(", %d a minute", min(p.rate, int(float64(p.done)/elapsed.Minutes())))
	}
	if wait := time.Until(p.paused); wait > 0 {
		text += fmt.Sprintf(", throttled for %s", max(time.Second, wait.Round(time.Second)))
	}
	return text + fmt.Sprintf(", about %s left", p.left().Round(time.Second))
}

// left is how long it takes yet: as long as the rate demands, and as it took until
// now.
func (p *progress) left() time.Duration {
	rest := p.total - p.done
	return max(p.pace.Left(rest), time.Since(p.began)/time.Duration(max(1, p.done))*time.Duration(rest))
}

// step tells that a template is done, with a line about it; empty: none.
func (p *progress) step(line string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.print(line)
	p.done = min(p.done+1, p.total)
	if p.bar != nil {
		_ = p.bar.Set(p.done)
		p.bar.Describe(p.says())
		return
	}
	if tenth := p.done * 10 / max(1, p.total); p.total >= fewTemplates && tenth > (p.done-1)*10/p.total && p.done < p.total {
		fmt.Fprintf(p.w, "%d of %d read, about %s left\n", p.done, p.total, p.left().Round(time.Second))
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
	if !s.PausedUntil.After(p.paused) || wait < time.Second/2 {
		return
	}
	p.paused = s.PausedUntil
	if told {
		return // the pause that was told of has become longer
	}
	p.print(fmt.Sprintf("throttled: waiting %s", max(time.Second, wait.Round(time.Second))))
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
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	close(p.ended)
	if p.bar != nil {
		_ = p.bar.Clear()
		p.bar = nil
	}
}
