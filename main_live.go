package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path"
	"strings"
	"time"

	"saejob/export"
	"saejob/internal/emulator"
	"saejob/internal/job"
	"saejob/internal/report"
	"saejob/internal/sae"
)

type exportCmd struct {
	Region      string        `env:"ALIBABA_CLOUD_REGION_ID" placeholder:"REGION" help:"Region to export, such as cn-beijing ($$${env})."`
	Namespace   []string      `sep:"none" placeholder:"NS" help:"Only this namespace: test, or cn-beijing:test. Can be repeated; all by default."`
	AppID       []string      `name:"app-id" sep:"none" placeholder:"ID" help:"Only the template with this AppId. Can be repeated."`
	Name        string        `placeholder:"GLOB" help:"Only templates whose name matches, as in 'nightly-*'."`
	Dir         string        `short:"d" default:"." help:"Directory to write to, or - for stdout."`
	Prune       bool          `help:"Remove the files of templates that are gone, of the namespaces that were listed completely."`
	Force       bool          `help:"Prune even if that removes more than 30 % of the files."`
	Check       bool          `help:"Write nothing; exit with 1 if something would be written."`
	From        string        `placeholder:"PATH" help:"Read saved DescribeJob answers instead of calling the API: a file, a directory of *.json, or - for standard input."`
	Endpoint    string        `env:"SAEJOB_ENDPOINT" placeholder:"URL" help:"Call this address instead of the region's own; plain http only to this machine ($$${env})."`
	Rate        int           `default:"50" placeholder:"N" help:"How many calls a minute to make at most; SAE takes 60 from all tools together."`
	Concurrency int           `default:"4" help:"How many templates to describe at a time."`
	Timeout     time.Duration `default:"30s" help:"How long one call may take."`
}

func (c *exportCmd) Run(ctx context.Context, a *app) error {
	if c.Rate < 1 {
		return fmt.Errorf("--rate is %d; it must be at least 1 call a minute", c.Rate)
	}
	if c.Concurrency < 1 {
		return fmt.Errorf("--concurrency is %d; it must be at least 1", c.Concurrency)
	}
	if c.Prune && (len(c.AppID) > 0 || c.Name != "" || c.From != "" || c.Dir == "-") {
		return errors.New("--prune needs whole namespaces and a directory: it does not go with --app-id, --name, --from or -d -")
	}
	key, err := redactKey()
	if err != nil {
		return err
	}
	// One for the whole run: the quota does not know how often we list.
	pace := sae.NewPace(c.Rate, 0)
	listing, err := c.list(ctx, a, pace)
	if err != nil {
		return err
	}
	options := export.Options{Key: key, Concurrency: c.Concurrency, Check: c.Check, Done: c.tell(a)}
	if c.Prune {
		again := func(ctx context.Context) (*export.Listing, error) { return c.list(ctx, a, pace) }
		options.Prune = &export.Prune{Again: again, Force: c.Force}
	}
	var summary export.Summary
	if c.Dir == "-" {
		summary, err = export.Print(ctx, listing, a.stdout, options)
	} else {
		summary, err = export.Write(ctx, listing, c.Dir, options)
	}
	if err != nil {
		return err
	}
	if !summary.Complete() {
		a.raise(incomplete)
	}
	if c.Check && summary.Written() > 0 {
		a.raise(found)
	}
	a.say("%s", tally(summary, c.Check))
	return nil
}

func (c *exportCmd) list(ctx context.Context, a *app, pace *sae.Pace) (*export.Listing, error) {
	request := export.Request{Region: c.Region, Namespaces: c.Namespace, AppIDs: c.AppID, Name: c.Name}
	if c.From != "" {
		return export.Saved(c.From, a.stdin, request)
	}
	if c.Region == "" {
		return nil, errors.New("no region; name one with --region, or read saved answers with --from")
	}
	client, err := sae.New(sae.Options{
		Region: c.Region, Endpoint: c.Endpoint, Version: version(), Timeout: c.Timeout, Pace: pace,
	})
	if err != nil {
		return nil, err
	}
	listing, err := export.Live(ctx, client, request)
	return listing, hint(err)
}

// hint adds to an error what to do about it.
func hint(err error) error {
	switch {
	case errors.Is(err, sae.ErrForbidden):
		return fmt.Errorf("%w\nhint: the RAM policy has to allow sae:ListJobs and sae:DescribeJob", err)
	case errors.Is(err, sae.ErrThrottled):
		return fmt.Errorf("%w\nhint: the quota is 60 calls a minute for all tools together; let no other call meanwhile, or make fewer with --rate", err)
	}
	return err
}

// tell says what became of each template.
func (c *exportCmd) tell(a *app) func(export.Outcome) {
	return func(o export.Outcome) {
		switch o.Status {
		case export.Refused, export.Unread:
			a.complain("%s: %s", report.Safe(c.label(o)), report.SafeLines(hint(o.Err).Error()))
		case export.Printed:
		case export.Stale:
			a.say("would prune %s", report.Safe(c.label(o)))
		default:
			would := ""
			if c.Check && o.Status != export.Unchanged && o.Status != export.Gone {
				would = "would be "
			}
			a.say("%s%-9s %s", would, o.Status, report.Safe(c.label(o)))
		}
	}
}

// label names what an outcome is about: its file, else the template.
func (c *exportCmd) label(o export.Outcome) string {
	switch {
	case o.OldPath != "":
		return path.Join(c.Dir, o.OldPath) + " → " + path.Join(c.Dir, o.Path)
	case o.Path != "":
		return path.Join(c.Dir, o.Path)
	case o.Origin != "":
		return o.Origin
	case o.Identity.Name != "":
		return o.Identity.Name
	case o.Identity.AppID != "":
		return o.Identity.AppID
	}
	return cmp.Or(o.Identity.NamespaceID, o.Identity.RegionID)
}

// tally says in a line what became of the templates.
func tally(s export.Summary, check bool) string {
	var parts []string
	for _, count := range []struct {
		n    int
		what string
	}{
		{s.Printed, "printed"}, {s.Added, "added"}, {s.Changed, "changed"}, {s.Moved, "moved"},
		{s.Unchanged, "unchanged"}, {s.Gone, "gone"}, {s.Stale - s.Pruned, "to prune"}, {s.Pruned, "pruned"}, {s.Refused, "refused"}, {s.Unread, "unread"},
	} {
		if count.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", count.n, count.what))
		}
	}
	text := fmt.Sprintf("%d templates", s.Total())
	if s.Total() == 1 {
		text = "1 template"
	}
	if len(parts) > 0 {
		text += ": " + strings.Join(parts, ", ")
	}
	if check {
		text += " (nothing was written)"
	}
	return text
}

type emulateCmd struct {
	Listen string `default:"127.0.0.1:0" placeholder:"ADDR" help:"Address of this machine to listen at; port 0 takes any that is free."`
	Data   string `type:"existingdir" placeholder:"DIR" help:"Directory of *.json files, each the Data of a DescribeJob answer; embedded samples by default."`
}

func (c *emulateCmd) Run(ctx context.Context, a *app) error {
	options := emulator.Options{Credentials: []emulator.Credential{keyPair()}}
	if c.Data != "" {
		options.Data = os.DirFS(c.Data)
	}
	server, err := emulator.New(options)
	if err != nil {
		return err
	}
	listener, err := listenHere(c.Listen)
	if err != nil {
		return err
	}
	fmt.Fprintf(a.stdout, "http://%s\n", listener.Addr())
	a.say("serving the access key %s until interrupted; try\n  saejob export --endpoint http://%s --region cn-beijing -d jobs",
		report.Safe(options.Credentials[0].AccessKeyID), listener.Addr())
	return server.Serve(ctx, listener)
}

// keyPair is the one of the standard environment variables, else emulator's own.
func keyPair() emulator.Credential {
	c := emulator.Credential{
		AccessKeyID: os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_ID"),
		Secret:      os.Getenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET"),
		Token:       os.Getenv("ALIBABA_CLOUD_SECURITY_TOKEN"),
	}
	if c.AccessKeyID == "" || c.Secret == "" {
		return emulator.Credential{AccessKeyID: "emulator", Secret: "emulator"}
	}
	return c
}

// listenHere listens at an address of this machine that no other can reach.
func listenHere(address string) (net.Listener, error) {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return nil, fmt.Errorf("--listen %s is no address; write one like 127.0.0.1:8080", job.Quote(address))
	}
	if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return nil, fmt.Errorf("--listen %s can be reached from elsewhere; the emulator serves 127.0.0.1, ::1 and localhost only", job.Quote(address))
	}
	return net.Listen("tcp", address)
}
