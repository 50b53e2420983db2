package emulator

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"time"
)

const version = "2019-05-06"

// action is a call that the API has.
type action struct {
	name   string
	path   string
	count  func(*Calls) *int
	answer func(*Server, *call) ([]byte, *refusal)
}

var actions = []action{
	{"ListJobs", "/pop/v1/sam/job/listJobs", func(c *Calls) *int { return &c.ListJobs }, (*Server).listJobs},
	{"DescribeJob", "/pop/v1/sam/job/describeJob", func(c *Calls) *int { return &c.DescribeJob }, (*Server).describeJob},
}

// call is one request on its way through the emulator.
type call struct {
	action    action
	query     url.Values
	host      string
	requestID string
	traceID   string
	spoiled   strike
	instead   []byte // of the Data that was asked for
}

// ServeHTTP answers one call. The signature comes first, then the quotas; a
// call that they let through is admitted, and counts as one whatever a fault
// makes of it.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	arrived := time.Now()
	s.enter()
	defer s.leave()
	c := &call{host: r.Host, requestID: newRequestID(), traceID: random(15)}
	w.Header().Set("x-acs-request-id", c.requestID)
	w.Header().Set("x-acs-trace-id", c.traceID)
	// Clients tell by it how far off their own clock is.
	w.Header().Set("Date", s.now().UTC().Format(http.TimeFormat))

	if refused := s.admit(c, r); refused != nil {
		s.count(func(n *Calls) { n.Refused++ })
		refused.write(w, c)
		return
	}
	if refused := s.throttle(c, w.Header()); refused != nil {
		s.count(func(n *Calls) { n.Throttled++ })
		refused.write(w, c)
		return
	}
	delay, spoiled := s.faults.strike(c)
	c.spoiled = spoiled
	s.count(func(n *Calls) {
		*c.action.count(n)++
		if spoiled.spoils() {
			n.Faulty++
		}
	})
	if delay > 0 {
		pause(r.Context(), time.Until(arrived.Add(delay)))
	}
	s.answer(c, w, r)
}

// answer answers a call that was admitted. A fault acts before the template is
// looked up, on the list, on the finished answer, or on how it is sent.
func (s *Server) answer(c *call, w http.ResponseWriter, r *http.Request) {
	if c.spoiled.meet != nil {
		c.spoiled.meet(s, c)
	}
	body, refused := c.action.answer(s, c)
	a := document(http.StatusOK, body)
	if refused != nil {
		a = refused.answer(c)
	}
	x := &exchange{Fault: c.spoiled.Fault, call: c, answer: a, w: w, r: r, now: s.now()}
	if c.spoiled.alter != nil {
		c.spoiled.alter(x)
	}
	if c.spoiled.send != nil {
		c.spoiled.send(x)
		return
	}
	x.write(w)
}

// Serve answers calls on l until ctx ends, and gives those under way a second
// to finish; nothing waits any longer then, as latency and some faults do. It
// closes l. Its error is never that ctx ended.
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

// newRequestID is a UUID as the gateway writes it.
func newRequestID() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // it never returns an error
	return fmt.Sprintf("%X-%X-%X-%X-%X", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}

// random is n random bytes, in hex.
func random(n int) string {
	b := make([]byte, n)
	_, _ = rand.Read(b) // it never returns an error
	return hex.EncodeToString(b)
}
