// Package emulator is an SAE for laptops and tests: it answers ListJobs and
// DescribeJob from a folder, and checks the signature of each call as the
// gateway does. It shares no code with a client, so that it can judge one.
//
// It has the troubles of the cloud, too: quotas, and every kind of fault that a
// network or a server can have, each for some calls or all. Start with [New]; to
// add a kind of fault, add a row to the table of a fault_*.go file. A [Fault] is
// data; as text it is KIND[:KEY=VALUE[,KEY=VALUE]...], such as
// throttle:limit=60,window=1m or reset:action=DescribeJob,rate=0.1. [FaultHelp]
// lists all kinds and what they take.
package emulator

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"sync"
	"time"
)

// Options are the templates of an emulator and who may call it. The zero value is
// the samples, for emulator / emulator.
type Options struct {
	// Data holds the templates: each *.json file at its top is one Data object
	// of DescribeJob. Nil: [Samples].
	Data fs.FS
	// Credentials are the key pairs that are admitted. None: emulator / emulator.
	Credentials []Credential
	// Clock returns the time that calls are judged by. Nil: [time.Now].
	Clock func() time.Time
	// Faults apply from the start; see [Server.Inject].
	Faults []Fault
}

// Credential is a key pair; with a Token, a temporary one.
type Credential struct {
	AccessKeyID string
	Secret      string
	Token       string
}

// String names the access key only: the rest may be someone's real one.
func (c Credential) String() string { return c.AccessKeyID }

// Server is an emulator: an [http.Handler], safe for concurrent use.
type Server struct {
	credentials map[string]Credential // by AccessKeyID
	world       world
	nonces      nonces
	faults      faults

	mu       sync.Mutex
	calls    Calls
	inFlight struct{ now, most int }
}

// New returns an emulator. Its error names the file that cannot be served.
func New(o Options) (*Server, error) {
	if o.Data == nil {
		o.Data = Samples()
	}
	if len(o.Credentials) == 0 {
		o.Credentials = []Credential{{AccessKeyID: "emulator", Secret: "emulator"}}
	}
	if o.Clock == nil {
		o.Clock = time.Now
	}
	s := &Server{credentials: map[string]Credential{}, world: world{clock: clock{real: o.Clock}}}
	for _, c := range o.Credentials {
		if c.AccessKeyID == "" || c.Secret == "" {
			return nil, errors.New("a credential needs an access key id and a secret")
		}
		if _, twice := s.credentials[c.AccessKeyID]; twice {
			return nil, fmt.Errorf("two credentials for access key %s", c.AccessKeyID)
		}
		s.credentials[c.AccessKeyID] = c
	}
	if err := s.world.store.load(o.Data); err != nil {
		return nil, err
	}
	for _, f := range o.Faults {
		if err := s.Inject(f); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// Inject adds a fault, from now on. At most one fault changes the answer of a call,
// the first that applies; each latency delays it, and each quota counts it.
func (s *Server) Inject(f Fault) error {
	f, err := f.complete()
	if err != nil {
		return fmt.Errorf("fault: %w", err)
	}
	k, err := kindOf(f.Kind)
	if err != nil {
		return err
	}
	if k.install != nil {
		k.install(&s.world, f)
		return nil
	}
	s.faults.add(k, f)
	return nil
}

// Heal ends all faults. What they did stays done: a template that is gone is gone.
func (s *Server) Heal() {
	s.faults.clear()
	s.world.quotas.clear()
	s.world.clock.set(0)
}

// Put adds a template, or replaces the one of the same AppId; data is its Data
// object. From then on it is served, byte for byte.
func (s *Server) Put(data []byte) error {
	t, err := read(data)
	if err != nil {
		return err
	}
	s.world.store.put(t)
	return nil
}

// Remove removes a template and reports whether it was there. Its namespace stays.
func (s *Server) Remove(appID string) bool { return s.world.store.remove(appID) }

//go:embed samples/*.json
var samples embed.FS

// Samples are ten templates, each showing another kind of job. They were
// composed from the documentation; ids and credentials are invented.
func Samples() fs.FS {
	sub, err := fs.Sub(samples, "samples")
	if err != nil {
		panic(err) // the name is constant
	}
	return sub
}
