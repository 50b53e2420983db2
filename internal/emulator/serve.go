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
}

// ServeHTTP answers one call.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c := &call{host: r.Host, requestID: newRequestID(), traceID: random(15)}
	w.Header().Set("x-acs-request-id", c.requestID)
	w.Header().Set("x-acs-trace-id", c.traceID)
	// Clients tell by it how far off their own clock is.
	w.Header().Set("Date", s.clock().UTC().Format(http.TimeFormat))

	refused := s.admit(c, r)
	s.count(c, refused)
	if refused != nil {
		refused.write(w, c)
		return
	}
	// The call is admitted and counted, and not yet answered: what befalls good
	// calls (faults, quotas, latency) belongs here, between the two.
	body, refused := c.action.answer(s, c)
	if refused != nil {
		refused.write(w, c)
		return
	}
	write(w, http.StatusOK, body)
}

// admit finds out which call r is, and refuses it unless someone who is known
// signed it.
func (s *Server) admit(c *call, r *http.Request) *refusal {
	if r.Method != http.MethodGet {
		return &refusal{http.StatusMethodNotAllowed, "UnsupportedHTTPMethod", "This http method is not supported."}
	}
	for _, name := range []string{
		"x-acs-action", "x-acs-version", "x-acs-date", "x-acs-signature-nonce", "x-acs-content-sha256",
	} {
		if r.Header.Get(name) == "" {
			return missing(name)
		}
	}
	if !c.find(r) {
		return &refusal{http.StatusNotFound, "InvalidAction.NotFound", "Specified api is not found, please check your url and method."}
	}
	if r.Header.Get("x-acs-version") != version {
		return &refusal{http.StatusNotFound, "InvalidVersion", "Specified parameter Version is not valid."}
	}
	var err error
	if c.query, err = url.ParseQuery(r.URL.RawQuery); err != nil {
		return invalid("query", "it is not well encoded")
	}
	return s.verify(r, c.query)
}

// find gives c its action: the one of the path, which the header must name,
// too.
func (c *call) find(r *http.Request) bool {
	for _, a := range actions {
		if a.path == r.URL.EscapedPath() && a.name == r.Header.Get("x-acs-action") {
			c.action = a
			return true
		}
	}
	return false
}

func (s *Server) count(c *call, refused *refusal) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if refused != nil {
		s.calls.Refused++
		return
	}
	*c.action.count(&s.calls)++
}

// Serve answers calls on l until ctx ends, and gives those under way a second
// to finish. It closes l. Its error is never that ctx ended.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	server := &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second}
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
