package emulator

import (
	"context"
	"errors"
	"net"
	"net/http"
	"time"
)

// ServeHTTP answers one call. The signature comes first, then the quotas; a
// call that they let through is admitted, and counts as one whatever a fault
// does to it.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	arrived := time.Now()
	s.enter()
	defer s.leave()
	c := newCall(r)
	w.Header().Set("x-acs-request-id", c.requestID)
	w.Header().Set("x-acs-trace-id", c.traceID)
	// Clients tell by it how far off their own clock is.
	w.Header().Set("Date", s.world.clock.now().UTC().Format(http.TimeFormat))

	if refused := s.admit(c, r); refused != nil {
		s.count(func(n *Calls) { n.Refused++ })
		refused.write(w, c)
		return
	}
	if refused := s.world.quotas.refuse(c, s.world.clock.real, w.Header()); refused != nil {
		s.count(func(n *Calls) { n.Throttled++ })
		refused.write(w, c)
		return
	}
	delay, active := s.faults.choose(c)
	s.count(func(n *Calls) {
		*n.of(c.action)++
		if active.changesAnswer() {
			n.Faulty++
		}
	})
	if delay > 0 {
		pause(r.Context(), time.Until(arrived.Add(delay)))
	}
	s.answer(c, active, w, r)
}

// answer answers a call that was admitted. A fault acts before the template is
// looked up, on the list, on the finished answer, or on how it is sent.
func (s *Server) answer(c *call, f activeFault, w http.ResponseWriter, r *http.Request) {
	if f.before != nil {
		f.before(&s.world, c)
	}
	body, refused := s.lookUp(c, f)
	a := document(http.StatusOK, body)
	if refused != nil {
		a = refused.answer(c)
	}
	x := &exchange{Fault: f.Fault, call: c, answer: a, w: w, r: r, now: s.world.clock.now()}
	if f.alter != nil {
		f.alter(x)
	}
	if f.send != nil {
		f.send(x)
		return
	}
	x.write(w)
}

// lookUp returns what a call asks for.
func (s *Server) lookUp(c *call, f activeFault) ([]byte, *refusal) {
	if c.action == listJobs {
		return s.listJobs(c, f)
	}
	return s.describeJob(c)
}

// Serve answers calls on l until ctx ends, and gives those under way a second
// to finish; latency and faults that wait end then. It closes l. Its error is never
// that ctx ended.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	server := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: 10 * time.Second,
		BaseContext:       func(net.Listener) context.Context { return ctx },
	}
	stopped := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		defer close(stopped)
		grace, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		if server.Shutdown(grace) != nil {
			_ = server.Close()
		}
	})
	defer stop()
	err := server.Serve(l)
	if !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	<-stopped
	return nil
}
