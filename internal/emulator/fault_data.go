package emulator

import "slices"

// The faults that tell of another world than there is, or make it another.

// grow says a TotalSize that is n more.
func (l *list) grow(n int) { l.TotalSize += n }

// repeat has the first template of the page stand in place of the last, too:
// the page is as long as it should be, and lacks one.
func (l *list) repeat(int) {
	if len(l.shown) > 0 {
		l.shown = slices.Clone(l.shown)
		l.shown[len(l.shown)-1] = l.shown[0]
	}
}

// lose takes the last template from the page.
func (l *list) lose(int) { l.shown = l.shown[:max(len(l.shown)-1, 0)] }

// shift moves the order on by n, and cuts the page anew.
func (l *list) shift(n int) {
	if len(l.templates) > 0 {
		n %= len(l.templates)
		l.templates = slices.Concat(l.templates[n:], l.templates[:n])
		l.cut()
	}
}

// lose takes away the template that a call asks for.
func (s *Server) lose(c *call) { s.Remove(c.query.Get("AppId")) }

// mistake has a call get another template: the next one, or one that is made
// up when there is no other.
func (s *Server) mistake(c *call) {
	templates, _ := s.store.all("")
	i := slices.IndexFunc(templates, func(t template) bool { return t.appID == c.query.Get("AppId") })
	switch {
	case i < 0: // not found, as without the fault
	case len(templates) == 1:
		c.instead = []byte(`{"AppId":"another","AppName":"another"}`)
	default:
		c.instead = templates[(i+1)%len(templates)].data
	}
}

// setSkew sets the clock ahead.
func (s *Server) setSkew(f Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.skew = f.By
}
