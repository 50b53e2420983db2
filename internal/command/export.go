package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"saejob/export"
	"saejob/internal/config"
	"saejob/internal/console"
	"saejob/internal/live"
	"saejob/internal/secret"
	"saejob/internal/workspace"
)

type exportCmd struct {
	Env       []string `arg:"" optional:"" help:"Environments of .saejob.yaml to export, each to its own directory; instead of --region, --namespace and -d."`
	All       bool     `help:"Export all environments."`
	Region    string   `placeholder:"REGION" help:"Region to export, such as cn-beijing ($$ALIBABA_CLOUD_REGION_ID)."`
	Namespace []string `sep:"none" placeholder:"NS" help:"Only this namespace: test, or cn-beijing:test. Can be repeated; all by default."`
	AppID     []string `name:"app-id" sep:"none" placeholder:"ID" help:"Only the template with this AppId; nothing is listed, so sae:DescribeJob is the only permission needed. Can be repeated."`
	JobID     *string  `name:"job-id" placeholder:"ID" help:"Name this run in the call, to see what it used; needs one --app-id and -d -. SAE does not document what it changes in the answer."`
	Name      string   `placeholder:"GLOB" help:"Only templates whose name matches, such as 'nightly-*'."`
	Dir       string   `short:"d" placeholder:"DIR" help:"Directory to write to, or - for stdout; the current one by default."`
	Prune     bool     `help:"Remove the files of templates that are gone, in namespaces that were listed completely."`
	Force     bool     `help:"Prune even if that removes more than 30 % of the files."`
	Check     bool     `help:"Write nothing; exit with 1 if something would be written."`
	From      string   `placeholder:"PATH" help:"Read saved DescribeJob answers instead of calling the API: a file, a directory of *.json, or - for standard input."`
	policyFrom
	liveFlags
}

// Run exports environments, or what the flags name.
func (c *exportCmd) Run(ctx context.Context, con *console.Console, w *workspace.Workspace) error {
	if err := c.checkByID(); err != nil {
		return err
	}
	if c.Prune && (len(c.AppID) > 0 || c.Name != "" || c.From != "" || c.Dir == "-") {
		return errors.New("--prune cannot be used with --app-id, --name, --from or -d -: it needs complete namespaces and a directory")
	}
	if c.Force && !c.Prune {
		return errors.New("--force is only for --prune; remove it, or add --prune")
	}
	w, done, err := c.policyOfSecrets(ctx, con, w)
	if err != nil {
		return err
	}
	defer done()
	cloud, err := c.cloud(w)
	if err != nil {
		return err
	}
	key, err := w.Key()
	if err != nil {
		return err
	}
	to := transfer{con: con, cloud: cloud, key: key, environments: w.Names()}
	if c.All || len(c.Env) > 0 {
		return c.environments(ctx, w, to)
	}
	to.of = config.Environment{
		Region:     cmp.Or(c.Region, os.Getenv("ALIBABA_CLOUD_REGION_ID")),
		Namespaces: c.Namespace,
		Directory:  cmp.Or(c.Dir, "."),
	}
	summary, err := (&exportRun{exportCmd: c, transfer: to}).run(ctx)
	if err == nil {
		con.Say("%s", tally(summary, c.Check))
	}
	return err
}

// checkByID refuses what does not go with --app-id and --job-id.
func (c *exportCmd) checkByID() error {
	switch {
	case slices.Contains(c.AppID, ""):
		return errors.New("--app-id is empty; name the AppId of a template, or remove the flag")
	case c.JobID == nil:
		return nil
	case *c.JobID == "":
		return errors.New("--job-id is empty; name the id of a run, or remove the flag")
	case len(c.AppID) != 1 || c.Dir != "-" || c.From != "":
		return errors.New("--job-id needs exactly one --app-id and -d -: what a run used is printed, not written to the file of its template; add them, and remove --from")
	}
	return nil
}

// transfer is what is exported, as whom, and where to.
type transfer struct {
	con   *console.Console
	cloud *live.Cloud
	key   secret.Key
	of    config.Environment
	// environments are the names of those that are configured.
	environments []string
}

// whatToName says what can be exported.
func (t transfer) whatToName() string {
	const other = "--region REGION, or read saved answers with --from"
	if len(t.environments) == 0 {
		return "add " + other
	}
	return fmt.Sprintf("name an environment of %s (%s), or --all for all of them; or add %s", config.Name, strings.Join(t.environments, ", "), other)
}

// exportRun is an export of some templates into a directory.
type exportRun struct {
	*exportCmd
	transfer
	progress *console.Progress
	// hinted is the hint that was given last: once is enough.
	hinted string
	// keyed counts the files that were redacted with a key until now.
	keyed int
}

func (r *exportRun) run(ctx context.Context) (summary export.Summary, err error) {
	// No progress line where the templates themselves appear in the terminal.
	if r.From == "" && (r.of.Directory != "-" || !console.IsTerminal(r.con.Out)) {
		r.progress = r.con.Progress(r.Rate)
		defer r.progress.End()
	}
	listing, err := r.list(ctx)
	if err != nil {
		return summary, err
	}
	r.progress.Expect(len(listing.Answers))
	options := export.Options{Key: r.key, Concurrency: r.Concurrency, Check: r.Check, Done: r.tell}
	options.Leave = len(r.AppID) == 0 && r.Name == "" && r.From == ""
	if r.Prune {
		options.Prune = &export.Prune{Again: r.list, Force: r.Force}
	}
	if r.of.Directory == "-" {
		summary, err = export.Print(ctx, listing, r.con.Out, options)
	} else {
		summary, err = export.Write(ctx, listing, r.of.Directory, options)
	}
	if err != nil {
		return summary, err
	}
	if r.keyed > 0 && r.key.IsOwn() {
		r.con.Say("%s", withoutKey(r.keyed))
	}
	if !summary.Complete() {
		r.con.Raise(console.Incomplete)
	}
	if r.Check && summary.Written() > 0 {
		r.con.Raise(console.Found)
	}
	return summary, nil
}

func (r *exportRun) list(ctx context.Context) (*export.Listing, error) {
	request := export.Request{Namespaces: r.of.Namespaces, AppIDs: r.AppID, Name: r.Name}
	if r.JobID != nil {
		request.JobID = *r.JobID
	}
	switch {
	case r.From != "":
		return export.Saved(ctx, r.From, r.con.In, request)
	case r.of.Region == "":
		return nil, errors.New("no region is named; " + r.whatToName())
	}
	return r.cloud.List(ctx, r.of, request, watch(r.progress))
}
