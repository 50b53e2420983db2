package emulator

// Calls counts calls since the start. Each is in one of the first four: the
// admitted ones by action, whatever the answer was, those that a quota refused,
// and those that were refused before that.
type Calls struct {
	ListJobs    int
	DescribeJob int
	Throttled   int
	Refused     int
	// Faulty are the admitted ones whose answer a fault changed: all kinds but latency.
	Faulty int
}

// of returns the count of an action.
func (n *Calls) of(a action) *int {
	if a == listJobs {
		return &n.ListJobs
	}
	return &n.DescribeJob
}

// Calls returns what was called until now.
func (s *Server) Calls() Calls {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.calls
}

// MaxInFlight returns how many calls were under way at the same time, at most.
func (s *Server) MaxInFlight() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.inFlight.most
}

func (s *Server) count(add func(*Calls)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	add(&s.calls)
}

func (s *Server) enter() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.inFlight.now++
	s.inFlight.most = max(s.inFlight.most, s.inFlight.now)
}

func (s *Server) leave() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.inFlight.now--
}
