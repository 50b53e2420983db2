package console

import (
	"fmt"
	"time"
)

// says tells how far it is, in words.
func (p *Progress) says() string {
	words := fmt.Sprintf("%d of %d", p.done, p.total)
	if elapsed := time.Since(p.began); p.done > 0 {
		words += fmt.Sprintf(", %d a minute", min(p.rate, int(float64(p.done)/elapsed.Minutes())))
	}
	if wait := time.Until(p.paused); wait > 0 {
		words += fmt.Sprintf(", throttled for %s", max(time.Second, wait.Round(time.Second)))
	}
	return words + fmt.Sprintf(", about %s left", p.rest())
}

// rest is how long it takes yet: as long as the rate demands, and as it took until
// now.
func (p *Progress) rest() time.Duration {
	rest := p.total - p.done
	return max(p.left(rest), time.Since(p.began)/time.Duration(max(1, p.done))*time.Duration(rest)).Round(time.Second)
}

// Pause tells until when no call is made, once.
func (p *Progress) Pause(until time.Time) {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	wait := time.Until(until)
	told := time.Until(p.paused) > 0
	if !until.After(p.paused) || wait < time.Second/2 {
		return
	}
	p.paused = until
	if told {
		return // the pause that was told of has become longer
	}
	p.print(fmt.Sprintf("throttled: waiting %s", max(time.Second, wait.Round(time.Second))))
}

// print writes a line, above the bar where there is one.
func (p *Progress) print(line string) {
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
