package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"saejob/export"
	"saejob/internal/sae"
	"saejob/internal/secret"
)

type exportCmd struct {
	Env         []string      `arg:"" optional:"" help:"Environments of .saejob.yaml to export, each to its own directory; instead of --region, --namespace and -d."`
	All         bool          `help:"Export all environments."`
	Region      string        `placeholder:"REGION" help:"Region to export, such as cn-beijing ($$ALIBABA_CLOUD_REGION_ID)."`
	Namespace   []string      `sep:"none" placeholder:"NS" help:"Only this namespace: test, or cn-beijing:test. Can be repeated; all by default."`
	AppID       []string      `name:"app-id" sep:"none" placeholder:"ID" help:"Only the template with this AppId. Can be repeated."`
	Name        string        `placeholder:"GLOB" help:"Only templates whose name matches, as in 'nightly-*'."`
	Dir         string        `short:"d" help:"Directory to write to, or - for stdout; the current one by default."`
	Prune       bool          `help:"Remove the files of templates that are gone, of the namespaces that were listed completely."`
	Force       bool          `help:"Prune even if that removes more than 30 % of the files."`
	Check       bool          `help:"Write nothing; exit with 1 if something would be written."`
	From        string        `placeholder:"PATH" help:"Read saved DescribeJob answers instead of calling the API: a file, a directory of *.json, or - for standard input."`
	Endpoint    string        `env:"SAEJOB_ENDPOINT" placeholder:"URL" help:"Call this address instead of the region's own; plain http only to this machine ($$${env})."`
	Profile     *string       `placeholder:"NAME" xor:"login" help:"Use this profile of the aliyun CLI, and no other credentials. Without it: the first configured of ALIBABA_CLOUD_ACCESS_KEY_ID, RRSA, the profile of $$ALIBABA_CLOUD_PROFILE or the current one, ~/.alibabacloud/credentials, ALIBABA_CLOUD_CREDENTIALS_URI and ALIBABA_CLOUD_ECS_METADATA."`
	ECSRole     ecsRole       `name:"ecs-role" xor:"login" help:"Use the RAM role of the ECS instance that this runs on; --ecs-role=NAME if it has several."`
	Rate        int           `default:"50" placeholder:"N" help:"How many calls a minute to make at most; SAE takes 60 from all tools together."`
	Concurrency int           `default:"4" help:"How many templates to describe at a time."`
	Timeout     time.Duration `default:"30s" help:"How long one call may take."`
	Window      time.Duration `hidden:"" help:"How long the minute of the quota is; what else is waited for is in proportion to it."`
}

// check refuses flags that do not go together.
func (c *exportCmd) check() error {
	switch {
	case c.Rate < 1:
		return fmt.Errorf("--rate is %d; it must be at least 1 call a minute", c.Rate)
	case c.Profile != nil && *c.Profile == "":
		return errors.New("--profile names no profile; leave it out for the usual order")
	case c.Concurrency < 1:
		return fmt.Errorf("--concurrency is %d; it must be at least 1", c.Concurrency)
	case c.Prune && (len(c.AppID) > 0 || c.Name != "" || c.From != "" || c.Dir == "-"):
		return errors.New("--prune needs whole namespaces and a directory: it does not go with --app-id, --name, --from or -d -")
	}
	return nil
}

func (c *exportCmd) Run(ctx context.Context, a *app) error {
	if err := c.check(); err != nil {
		return err
	}
	key, err := a.key()
	if err != nil {
		return err
	}
	if c.All || len(c.Env) > 0 {
		return c.environments(ctx, a, key)
	}
	c.Region = cmp.Or(c.Region, os.Getenv("ALIBABA_CLOUD_REGION_ID"))
	c.Dir = cmp.Or(c.Dir, ".")
	r := &exportRun{exportCmd: c, app: a, key: key, account: c.newAccount()}
	summary, err := r.run(ctx)
	if err == nil {
		a.say("%s", tally(summary, c.Check))
	}
	return err
}

// exportRun is an export of some templates into a directory.
type exportRun struct {
	*exportCmd
	app *app
	key secret.Key
	account
	vpc      bool
	progress *progress
	// advised is the hint that was given last: once is enough.
	advised string
}

// account is who calls. It is one for a whole run: the quota does not know how
// often we list, and nobody is to be asked twice for the same keys.
type account struct {
	pace        *sae.Pace
	credentials sae.Source
}

func (c *exportCmd) newAccount() account {
	return account{pace: sae.NewPace(c.Rate, c.Window), credentials: c.login()}
}

func (r *exportRun) run(ctx context.Context) (summary export.Summary, err error) {
	r.progress = r.newProgress()
	defer r.progress.end()
	listing, err := r.list(ctx)
	if err != nil {
		return summary, err
	}
	r.progress.listed(len(listing.Answers))
	options := export.Options{Key: r.key, Concurrency: r.Concurrency, Check: r.Check, Done: r.tell}
	if r.Prune {
		options.Prune = &export.Prune{Again: r.list, Force: r.Force}
	}
	if r.Dir == "-" {
		summary, err = export.Print(ctx, listing, r.app.stdout, options)
	} else {
		summary, err = export.Write(ctx, listing, r.Dir, options)
	}
	if err != nil {
		return summary, hint(err)
	}
	if !summary.Complete() {
		r.app.raise(incomplete)
	}
	if r.Check && summary.Written() > 0 {
		r.app.raise(found)
	}
	return summary, nil
}

func (r *exportRun) list(ctx context.Context) (*export.Listing, error) {
	request := export.Request{Region: r.Region, Namespaces: r.Namespace, AppIDs: r.AppID, Name: r.Name}
	if r.From != "" {
		return export.Saved(r.From, r.app.stdin, request)
	}
	if r.Region == "" {
		return nil, errors.New("no region; name one with --region, or read saved answers with --from")
	}
	client, err := sae.New(sae.Options{
		Region: r.Region, VPC: r.vpc, Endpoint: r.Endpoint, Credentials: r.credentials, Version: version(), Timeout: r.Timeout, Pace: r.pace,
		Watch: func(s sae.Stats) { r.progress.watch(s) },
	})
	if err != nil {
		return nil, err
	}
	listing, err := export.Live(ctx, client, request)
	return listing, hint(err)
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
