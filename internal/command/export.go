package command

import (
	"cmp"
	"context"
	"errors"
	"os"

	"saejob/export"
	"saejob/internal/config"
	"saejob/internal/secret"
)

type exportCmd struct {
	Env       []string `arg:"" optional:"" help:"Environments of .saejob.yaml to export, each to its own directory; instead of --region, --namespace and -d."`
	All       bool     `help:"Export all environments."`
	Region    string   `placeholder:"REGION" help:"Region to export, such as cn-beijing ($$ALIBABA_CLOUD_REGION_ID)."`
	Namespace []string `sep:"none" placeholder:"NS" help:"Only this namespace: test, or cn-beijing:test. Can be repeated; all by default."`
	AppID     []string `name:"app-id" sep:"none" placeholder:"ID" help:"Only the template with this AppId. Can be repeated."`
	Name      string   `placeholder:"GLOB" help:"Only templates whose name matches, as in 'nightly-*'."`
	Dir       string   `short:"d" placeholder:"DIR" help:"Directory to write to, or - for stdout; the current one by default."`
	Prune     bool     `help:"Remove the files of templates that are gone, of the namespaces that were listed completely."`
	Force     bool     `help:"Prune even if that removes more than 30 % of the files."`
	Check     bool     `help:"Write nothing; exit with 1 if something would be written."`
	From      string   `placeholder:"PATH" help:"Read saved DescribeJob answers instead of calling the API: a file, a directory of *.json, or - for standard input."`
	liveFlags
}

func (c *exportCmd) Run(ctx context.Context, a *app) error {
	if c.Prune && (len(c.AppID) > 0 || c.Name != "" || c.From != "" || c.Dir == "-") {
		return errors.New("--prune needs whole namespaces and a directory: it does not go with --app-id, --name, --from or -d -")
	}
	if c.Force && !c.Prune {
		return errors.New("--force says how to --prune, which is not asked for; leave it out, or add --prune")
	}
	cloud, err := c.newCloud(a)
	if err != nil {
		return err
	}
	key, err := a.key()
	if err != nil {
		return err
	}
	if c.All || len(c.Env) > 0 {
		return c.environments(ctx, cloud, key)
	}
	here := config.Environment{
		Region:     cmp.Or(c.Region, os.Getenv("ALIBABA_CLOUD_REGION_ID")),
		Namespaces: c.Namespace,
		Directory:  cmp.Or(c.Dir, "."),
	}
	r := &exportRun{exportCmd: c, cloud: cloud, key: key, of: here}
	summary, err := r.run(ctx)
	if err == nil {
		a.say("%s", tally(summary, c.Check))
	}
	return err
}

// exportRun is an export of some templates into a directory.
type exportRun struct {
	*exportCmd
	*cloud
	key secret.Key
	// of says what is exported, and where to.
	of config.Environment
	// advised is the hint that was given last: once is enough.
	advised string
}

func (r *exportRun) run(ctx context.Context) (summary export.Summary, err error) {
	// Templates that a terminal shows tell themselves how far it is.
	if r.From == "" && (r.of.Directory != "-" || !isTerminal(r.app.stdout)) {
		r.progress = r.newProgress(ctx, r.of.Profile)
		defer r.end()
	}
	listing, err := r.list(ctx)
	if err != nil {
		return summary, err
	}
	r.progress.listed(len(listing.Answers))
	options := export.Options{Key: r.key, Concurrency: r.Concurrency, Check: r.Check, Done: r.tell}
	if r.Prune {
		options.Prune = &export.Prune{Again: r.list, Force: r.Force}
	}
	if r.of.Directory == "-" {
		summary, err = export.Print(ctx, listing, r.app.stdout, options)
	} else {
		summary, err = export.Write(ctx, listing, r.of.Directory, options)
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
	request := export.Request{Namespaces: r.of.Namespaces, AppIDs: r.AppID, Name: r.Name}
	switch {
	case r.From != "":
		return export.Saved(ctx, r.From, r.app.stdin, request)
	case r.of.Region == "":
		return nil, errors.New("no region; name one with --region, or read saved answers with --from")
	}
	return r.cloud.list(ctx, r.of, request)
}
