// Package command is what can be typed, and what happens then: a file a command.
package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"sync"

	"github.com/alecthomas/kong"

	"saejob/internal/catalog"
	"saejob/internal/config"
	"saejob/internal/console"
	"saejob/internal/hint"
	"saejob/internal/report"
	"saejob/internal/sae/login"
	"saejob/internal/workspace"
	"saejob/schema"
)

// cli is what can be typed with every command.
type cli struct {
	Quiet   bool   `short:"q" help:"Print only the report and errors."`
	Verbose bool   `short:"v" help:"Print how each file is classified; never a value of a template."`
	Color   string `enum:"auto,always,never" default:"auto" help:"Color the report: ${enum}."`
	Config  string `placeholder:"FILE" help:"Read this configuration; by default .saejob.yaml, from here up to the repository's root."`
}

const description = `Keep the job templates of Alibaba Cloud Serverless App Engine as code.

  saejob demo                                  see it work, without an account
  saejob export --region cn-beijing -d jobs    write what is live to files
  saejob lint jobs                             check the files
  saejob diff main:jobs jobs                   see what differs from main

Exit status: 0 nothing to report, 1 findings or changes, 2 could not run,
3 incomplete, 130 interrupted.`

// Streams are where a run reads and writes.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
}

// Run runs a command line and returns the exit status.
func Run(ctx context.Context, args []string, s Streams) (status int) {
	con := &console.Console{In: console.Interruptible(ctx, s.In), Out: s.Out, Err: s.Err}
	defer func() {
		if p := recover(); p != nil {
			con.Complain("", fmt.Errorf("internal error: %s", crash(p)), "")
			status = int(console.CannotRun)
		}
	}()
	if err := run(ctx, args, con); err != nil {
		con.Raise(console.CannotRun)
		if !errors.Is(err, context.Canceled) || ctx.Err() == nil {
			complain(con, "", err)
		}
	}
	if ctx.Err() != nil {
		con.Raise(console.Interrupted)
	}
	return int(con.Status())
}

// run parses a command line and runs its command.
func run(ctx context.Context, args []string, con *console.Console) error {
	var c cli
	opened := sync.OnceValues(func() (*workspace.Workspace, error) { return workspace.Open(c.Config, names) })
	if len(args) == 0 {
		args = []string{"--help"}
	}
	command, err := parse(&c, typed(args), args, con.Out, con.Err,
		kong.BindTo(ctx, (*context.Context)(nil)),
		kong.Bind(con),
		kong.BindToProvider(func() (*workspace.Workspace, error) { return judging(opened) }))
	if err != nil || command == nil {
		return err
	}
	con.Quiet, con.Verbose, con.Color = c.Quiet, c.Verbose, c.Color
	if c.Config != "" { // what is named has to be there, whichever command needs it
		if _, err := opened(); err != nil {
			return err
		}
	}
	return command.Run()
}

// parse reads a command line that may mean any of some commands. Where help was asked
// for it is written, and there is no command to run.
func parse(c *cli, commands []named, args []string, out, err io.Writer, bound ...kong.Option) (*kong.Context, error) {
	helped := false
	options := append(bound,
		kong.Name("saejob"),
		kong.Description(description),
		kong.Writers(out, err),
		kong.Exit(func(int) { helped = true }),
		kong.ExplicitGroups([]kong.Group{{Key: "live", Title: "Live templates:"}}),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: true}),
		kong.Vars{"lintFormats": report.LintFormats.Help(), "diffFormats": report.DiffFormats.Help(), "logins": login.Order()},
	)
	for _, typed := range commands {
		options = append(options, kong.DynamicCommand(typed.name, typed.help, "", typed.command))
	}
	command, problem := kong.Must(c, options...).Parse(args)
	switch {
	case helped:
		return nil, nil
	case problem != nil:
		return nil, usage(problem)
	}
	return command, nil
}

// names are the names that a configuration may use.
var names = config.Vocabulary{Rule: catalog.WhyFixed, Ignored: catalog.Suggest}

// judging opens the workspace for the commands that judge or write templates: those
// that run only where the plan is that of the schema.
func judging(open func() (*workspace.Workspace, error)) (*workspace.Workspace, error) {
	if err := schema.Fresh(); err != nil {
		return nil, err
	}
	return open()
}

// usage explains a command line that cannot be run.
func usage(err error) error {
	help := "saejob --help"
	var parse *kong.ParseError
	if errors.As(err, &parse) {
		for _, p := range parse.Context.Path {
			if p.Command != nil {
				help = "saejob " + p.Command.Name + " --help"
			}
		}
	}
	return hint.Add(err, help+" lists what you can type")
}

// crash says where a panic came from. Its value may hold anything, so only what
// the runtime says of itself is shown.
func crash(p any) string {
	what := "panic"
	if err, ok := p.(runtime.Error); ok {
		what = err.Error()
	}
	return what + "\n" + string(debug.Stack())
}
