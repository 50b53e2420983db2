//go:build ignore

package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"time"

	"saejob/export"
	"saejob/internal/config"
	"saejob/internal/sae"
	"saejob/internal/secret"
	"saejob/internal/source"
)

// liveFlags say how live templates are read, and as whom. Every command that reads
// some has them.
type liveFlags struct {
	Endpoint    string        `group:"live" env:"SAEJOB_ENDPOINT" placeholder:"URL" help:"Call this address instead of the region's own; plain http only to this machine ($$${env})."`
	Profile     *string       `group:"live" placeholder:"NAME" xor:"login" help:"Use this profile of the aliyun CLI, and no other credentials. Without it: the first configured of ALIBABA_CLOUD_ACCESS_KEY_ID, RRSA, the profile of $$ALIBABA_CLOUD_PROFILE or the current one, ~/.alibabacloud/credentials, ALIBABA_CLOUD_CREDENTIALS_URI and ALIBABA_CLOUD_ECS_METADATA."`
	ECSRole     ecsRole       `group:"live" name:"ecs-role" xor:"login" help:"Use the RAM role of the ECS instance that this runs on; --ecs-role=NAME if it has several."`
	Rate        int           `group:"live" default:"50" placeholder:"N" help:"How many calls a minute to make at most, ${default} by default; SAE takes 60 from all tools together."`
	Concurrency int           `group:"live" default:"4" help:"How many templates to describe at a time."`
	Timeout     time.Duration `group:"live" default:"30s" help:"How long one call may take."`
	Window      time.Duration `hidden:"" help:"How long the minute of the quota is; what else is waited for is in proportion to it."`
}

// check refuses what no flag may say.
func (f *liveFlags) check() error {
	switch {
	case f.Rate < 1:
		return fmt.Errorf("--rate is %d; it must be at least 1 call a minute", f.Rate)
	case f.Profile != nil && *f.Profile == "":
		return errors.New("--profile names no profile; leave it out for the usual order")
	case f.Concurrency < 1:
		return fmt.Errorf("--concurrency is %d; it must be at least 1", f.Concurrency)
	case f.Timeout <= 0:
		return fmt.Errorf("--timeout is %s; it must be more than nothing, such as 30s", f.Timeout)
	}
	return nil
}

// cloud is what a run calls SAE with. It is one for all that a run reads: the quota
// does not know how often we list, and nobody is to be asked twice for the same
// keys.
type cloud struct {
	flags    *liveFlags
	app      *app
	accounts map[string]account
	progress *progress
}

func (f *liveFlags) newCloud(a *app) (*cloud, error) {
	return &cloud{flags: f, app: a, accounts: map[string]account{}}, f.check()
}

// list lists the templates of a region, as an environment says how to reach it.
func (c *cloud) list(ctx context.Context, e config.Environment, request export.Request) (*export.Listing, error) {
	account := c.account(ctx, e.Profile)
	client, err := sae.New(sae.Options{
		Region: e.Region, VPC: e.VPC, Endpoint: c.flags.Endpoint, Credentials: account.credentials,
		Version: version(), Timeout: c.flags.Timeout, Pace: account.pace,
		Watch: func(s sae.Stats) { c.progress.watch(s) },
	})
	if err != nil {
		return nil, err
	}
	request.Region = e.Region
	listing, err := export.Live(ctx, client, request)
	return listing, hint(err)
}

// sources opens what a command reads, live templates too.
type sources struct {
	*source.Reader
	cloud *cloud
}

// reader gives the sources of a run; secrets of live ones are redacted under key.
func (f *liveFlags) reader(a *app, key secret.Key) (*sources, error) {
	c, err := f.newCloud(a)
	return c.reader(key), err
}

// reader gives sources that are read from this cloud.
func (c *cloud) reader(key secret.Key) *sources {
	s := &sources{c.app.reader(), c}
	s.Cloud = source.Cloud{List: c.target, Options: export.Options{Key: key, Concurrency: c.flags.Concurrency}, Watch: c.watch}
	return s
}

// done says that all is read; the error says why the run comes to nothing.
func (s *sources) done(ctx context.Context) error {
	s.cloud.end()
	return cmp.Or(hint(s.Err()), ctx.Err())
}

// Close ends what was started.
func (s *sources) Close() {
	s.Reader.Close()
	s.cloud.end()
}

// target lists the templates of a live source.
func (c *cloud) target(ctx context.Context, t source.Target) (*export.Listing, error) {
	e := config.Environment{Region: t.Region}
	if t.Namespace != "" {
		e.Namespaces = []string{t.Namespace}
	}
	if t.Environment != "" {
		found, err := c.app.environments([]string{t.Environment}, false)
		if err != nil {
			return nil, err
		}
		e = found[0]
	}
	if c.progress == nil {
		c.progress = c.newProgress(ctx, e.Profile)
	}
	return c.list(ctx, e, export.Request{Namespaces: e.Namespaces})
}

// watch shows how many of the templates that are to be described are.
func (c *cloud) watch(done, all int) {
	if c.progress != nil {
		c.progress.expect(all)
		c.progress.step("")
	}
}

// end takes away what shows how far it is.
func (c *cloud) end() {
	c.progress.end()
	c.progress = nil
}

// hint adds to an error what to do about it.
func hint(err error) error {
	if what := advice(err); what != "" {
		return fmt.Errorf("%w\nhint: %s", err, what)
	}
	return err
}

func advice(err error) string {
	switch {
	case errors.Is(err, sae.ErrNoCredentials):
		return "aliyun configure makes a profile; or set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET; " +
			"on ECS, --ecs-role takes the instance's role"
	case errors.Is(err, sae.ErrForbidden):
		return "the RAM policy has to allow sae:ListJobs and sae:DescribeJob, as saejob ram-policy prints it"
	case errors.Is(err, sae.ErrNoHost):
		return "SAE has no region of that name, or this computer has no network"
	case errors.Is(err, sae.ErrThrottled):
		return "the quota is 60 calls a minute for all tools together; let no other call meanwhile, or make fewer with --rate"
	}
	return ""
}
