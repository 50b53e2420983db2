// Package live reads live templates for a command: as whom, at what pace, and
// telling how far it is. [New] makes what calls; [Cloud.List] lists for an export,
// [Cloud.Reader] opens sources of which some are live.
package live

import (
	"cmp"
	"context"
	"errors"
	"io"
	"time"

	"saejob/export"
	"saejob/internal/config"
	"saejob/internal/hint"
	"saejob/internal/region"
	"saejob/internal/sae"
	"saejob/internal/sae/login"
	"saejob/internal/secret"
	"saejob/internal/source"
)

// Options say how SAE is called, and as whom.
type Options struct {
	// Endpoint is called instead of the region's own address, if it is not empty.
	Endpoint string
	// Login is whose credentials are used, whatever an environment says; the zero
	// Login leaves that to the environment.
	Login login.Login
	// Rate is how many calls a minute are made at most, for each access key.
	Rate int
	// Concurrency is how many templates are described at a time.
	Concurrency int
	// Timeout is how long one call may take.
	Timeout time.Duration
	// Window is how long the minute of the quota is; zero: a minute.
	Window time.Duration
	// Version is saejob's own, which calls name.
	Version string
	// Environment finds an environment by its name.
	Environment func(name string) (config.Environment, error)
}

// Watch is told how far the reading is. What is nil is not told.
type Watch struct {
	// Begin is called before the first call; left returns how long so many calls
	// take at least.
	Begin func(left func(calls int) time.Duration)
	// Reach is told how many templates are described, of how many.
	Reach func(done, all int)
	// Pause is told until when no call is made.
	Pause func(until time.Time)
	// End is called when all is read.
	End func()
}

// Cloud is what a run calls SAE with. It is one for all that a run reads: the quota
// does not know how often we list, and nobody is to be asked twice for the same
// keys.
type Cloud struct {
	Options
	accounts map[string]account
}

// New returns a cloud that has called nothing yet.
func New(o Options) *Cloud { return &Cloud{Options: o, accounts: map[string]account{}} }

// List lists the templates of a region, as an environment says how to reach it; those
// that are asked for by AppId are described, and nothing is listed.
func (c *Cloud) List(ctx context.Context, e config.Environment, request export.Request, w Watch) (*export.Listing, error) {
	account := c.account(ctx, e.Profile)
	if w.Begin != nil {
		w.Begin(account.pace.Left)
	}
	client, err := sae.New(sae.Options{
		Region: e.Region, VPC: e.VPC, Endpoint: c.Endpoint, Credentials: account.credentials,
		Version: c.Version, Timeout: c.Timeout, Pace: account.pace,
		Watch: func(s sae.Stats) {
			if w.Pause != nil {
				w.Pause(s.PausedUntil)
			}
		},
	})
	if err != nil {
		return nil, err
	}
	request.Region = e.Region
	list := export.Live
	if len(request.AppIDs) > 0 {
		list = func(ctx context.Context, client *sae.Client, request export.Request) (*export.Listing, error) {
			return export.ByID(ctx, client, request, c.Concurrency)
		}
	}
	listing, err := list(ctx, client, request)
	return listing, meantRegion(err, e.Region)
}

// meantRegion adds to the error of a region that has no host which one may have been meant.
func meantRegion(err error, id string) error {
	if close := region.Meant(id); close != "" && errors.Is(err, sae.ErrNoHost) {
		return hint.Add(err, "SAE is not known to be in a region "+id+"; did you mean "+close+"?")
	}
	return err
}

// Reader opens sources, live ones too.
type Reader struct {
	*source.Reader
	watch Watch
}

// Reader returns what opens the sources of a command; secrets of live templates are
// redacted under key.
func (c *Cloud) Reader(stdin io.Reader, key secret.Key, w Watch) *Reader {
	r := &Reader{&source.Reader{Stdin: stdin}, w}
	r.Cloud = source.Cloud{
		List: func(ctx context.Context, t source.Target) (*export.Listing, error) {
			e, err := c.environment(t)
			if err != nil {
				return nil, err
			}
			return c.List(ctx, e, export.Request{Namespaces: e.Namespaces}, w)
		},
		Options: export.Options{Key: key, Concurrency: c.Concurrency},
		Watch:   w.Reach,
	}
	return r
}

// environment returns the environment that a live source is, or is as good as.
func (c *Cloud) environment(t source.Target) (config.Environment, error) {
	switch {
	case t.Environment != "":
		return c.Environment(t.Environment)
	case t.Namespace != "":
		return config.Environment{Region: t.Region, Namespaces: []string{t.Namespace}}, nil
	}
	return config.Environment{Region: t.Region}, nil
}

// Done tells that all is read; the error says why the run comes to nothing.
func (r *Reader) Done(ctx context.Context) error {
	r.end()
	return cmp.Or(r.Err(), ctx.Err())
}

// Close ends what was started.
func (r *Reader) Close() {
	r.Reader.Close()
	r.end()
}

func (r *Reader) end() {
	if r.watch.End != nil {
		r.watch.End()
	}
}
