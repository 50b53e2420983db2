package console

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// Progress tells how far a run is that calls SAE: on a terminal with a bar, in a
// log with a line a tenth, and when it has to wait. It is used by several
// goroutines. A nil Progress says nothing.
type Progress struct {
	w     io.Writer
	rate  int  // calls a minute
	shown bool // on a terminal

	mu sync.Mutex
	// bar is nil in a log, and until it is known how many templates there are.
	bar *progressbar.ProgressBar
	// left returns how long so many calls take at least.
	left func(calls int) time.Duration

	total, done int
	began       time.Time
	paused      time.Time // until when the pause is that was told of last
	ended       chan struct{}
	end         sync.Once
}

// fewTemplates are so soon read that a log needs no word on the way.
const fewTemplates = 20

// Progress returns what tells how far a run is that makes so many calls a minute
// at most; nil with -q.
func (c *Console) Progress(rate int) *Progress {
	if c.Quiet {
		return nil
	}
	return &Progress{w: c.Err, rate: rate, shown: IsTerminal(c.Err), ended: make(chan struct{})}
}

// IsTerminal reports whether what is written is shown on a terminal.
func IsTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// Begin tells that calls are made from now on; left returns how long so many more
// of them take at least.
func (p *Progress) Begin(left func(calls int) time.Duration) {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.left, p.began = left, time.Now()
}

// Expect tells how many templates there are to read, as far as is known.
func (p *Progress) Expect(total int) {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	first := p.total == 0
	p.total = total
	switch {
	case p.bar != nil:
		p.bar.ChangeMax(total)
	case first && total > 0:
		p.began = time.Now()
		p.show()
	}
}

// show puts a bar on a terminal.
func (p *Progress) show() {
	if !p.shown {
		return
	}
	p.bar = progressbar.NewOptions(p.total, progressbar.OptionSetWriter(p.w), progressbar.OptionFullWidth(),
		progressbar.OptionSetPredictTime(false), progressbar.OptionSetElapsedTime(false), progressbar.OptionShowDescriptionAtLineEnd(),
		progressbar.OptionSetDescription(p.says()), progressbar.OptionUseANSICodes(true), progressbar.OptionClearOnFinish())
	_ = p.bar.RenderBlank()
	go p.tick()
}

// tick renews what the bar says while nothing happens.
func (p *Progress) tick() {
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

// Step tells that a template is done, with a line about it; empty: none.
func (p *Progress) Step(line string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.print(line)
	p.reach(min(p.done+1, p.total))
}

// Reach tells how many templates are done, of how many.
func (p *Progress) Reach(done, total int) {
	if p == nil {
		return
	}
	p.Expect(total)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.reach(done)
}

func (p *Progress) reach(done int) {
	before := p.done
	p.done = done
	if p.bar != nil {
		_ = p.bar.Set(p.done)
		p.bar.Describe(p.says())
		return
	}
	tenth := func(n int) int { return n * 10 / max(1, p.total) }
	if p.total >= fewTemplates && tenth(p.done) > tenth(before) && p.done < p.total {
		fmt.Fprintf(p.w, "%d of %d read, about %s left\n", p.done, p.total, p.rest())
	}
}

// End takes the bar away. A second time it does nothing.
func (p *Progress) End() {
	if p == nil {
		return
	}
	p.end.Do(func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		close(p.ended)
		if p.bar != nil {
			_ = p.bar.Clear()
			p.bar = nil
		}
	})
}
