// Package command is what can be typed, and what happens then: a file a command.
package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"saejob/internal/config"
	"saejob/internal/inert"
	"saejob/internal/report"
	"saejob/schema"
)

type cli struct {
	Quiet   bool   `short:"q" help:"Say nothing but the report and errors."`
	Verbose bool   `short:"v" help:"Say what each file was taken for; never a value of a template."`
	Color   string `enum:"auto,always,never" default:"auto" help:"Color the report: ${enum}."`
	Config  string `placeholder:"FILE" help:"Read this configuration; by default .saejob.yaml, from here up to the repository's root."`

	Export  exportCmd  `cmd:"" help:"Write live templates, or saved answers, to files."`
	Lint    lintCmd    `cmd:"" help:"Check templates against the schema and the rules."`
	Diff    diffCmd    `cmd:"" help:"Show what changed from one source to another."`
	Drift   driftCmd   `cmd:"" help:"Show what changed from the files of environments to what is live."`
	Fmt     fmtCmd     `cmd:"" help:"Bring files into the normal form."`
	Render  renderCmd  `cmd:"" help:"Turn a file back into what the API returned."`
	Rules   rulesCmd   `cmd:"" help:"List what lint checks, or explain one rule."`
	Schema  schemaCmd  `cmd:"" help:"Print the schema."`
	Git     gitCmd     `cmd:"" help:"Have git compare by structure."`
	Init    initCmd    `cmd:"" help:"Write a configuration to begin with."`
	Emulate emulateCmd `cmd:"" help:"Serve an SAE on this machine, for trying things out."`
	Demo    demoCmd    `cmd:"" help:"Show the whole story on an emulated SAE."`
	Policy  policyCmd  `cmd:"" name:"ram-policy" help:"Print the least RAM policy that an export needs."`
	Version versionCmd `cmd:"" help:"Print the version."`
}

const description = `Keep the job templates of Alibaba Cloud Serverless App Engine as code.

  saejob demo                                  see it work, without an account
  saejob export --region cn-beijing -d jobs    write what is live to files
  saejob lint jobs                             check the files
  saejob diff main:jobs jobs                   see what changed since main

Exit status: 0 nothing to report, 1 findings or changes, 2 could not run,
3 incomplete, 130 interrupted.`

// Exit statuses, the same for every command. The strongest wins: in the order
// interrupted, cannotRun, incomplete, found, clean.
const (
	clean       = 0
	found       = 1
	cannotRun   = 2
	incomplete  = 3
	interrupted = 130
)

// app is what a command runs with.
type app struct {
	cli
	stdin          io.Reader
	stdout, stderr io.Writer
	status         int
	// config is the configuration, once it is read.
	config *config.Config
}

// raise makes the exit status at least as strong as status.
func (a *app) raise(status int) {
	strength := map[int]int{clean: 0, found: 1, incomplete: 2, cannotRun: 3, interrupted: 4}
	if strength[status] > strength[a.status] {
		a.status = status
	}
}

// say tells the user something that is not the report.
func (a *app) say(format string, args ...any) {
	if !a.Quiet {
		fmt.Fprintf(a.stderr, format+"\n", args...)
	}
}

// detail tells of a file what only -v asks for.
func (a *app) detail(place, what string) {
	if a.Verbose {
		fmt.Fprintf(a.stderr, "%s: %s\n", inert.Line(place), what)
	}
}

// complain tells of an error that does not end the run.
func (a *app) complain(format string, args ...any) {
	fmt.Fprintf(a.stderr, "saejob: "+format+"\n", args...)
}

// style says how to write to stdout.
func (a *app) style() report.Style { return report.NewStyle(a.Color, a.stdout, os.Getenv) }

// Streams are where a run reads and writes.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
}

// Run runs a command line and returns the exit status.
func Run(ctx context.Context, args []string, s Streams) int {
	a := &app{stdin: s.In, stdout: s.Out, stderr: s.Err}
	return a.run(ctx, args)
}

// planless are the commands that judge and write no template. They run also where
// the plan is not that of the schema.
var planless = []string{"rules", "schema", "emulate", "ram-policy", "version"}

// run parses a command line, runs it, and gives the exit status.
func (a *app) run(ctx context.Context, args []string) (status int) {
	defer func() {
		if p := recover(); p != nil {
			a.complain("internal error: %s", crash(p))
			status = cannotRun
		}
	}()
	a.stdin = interruptible{ctx, a.stdin}
	exited := -1
	parser := kong.Must(&a.cli,
		kong.Name("saejob"),
		kong.Description(description),
		kong.Writers(a.stdout, a.stderr),
		kong.Exit(func(status int) { exited = status }),
		kong.ExplicitGroups([]kong.Group{{Key: "live", Title: "Live templates:"}}),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: true}),
		kong.Vars{"lintFormats": strings.Join(lintFormats, ", "), "diffFormats": strings.Join(diffFormats, ", ")},
		kong.BindTo(ctx, (*context.Context)(nil)),
		kong.Bind(a),
	)
	if len(args) == 0 {
		args = []string{"--help"}
	}
	command, err := parser.Parse(args)
	if exited >= 0 {
		return exited // --help was asked for, and is printed
	}
	if err != nil {
		return a.usage(err)
	}
	if a.Config != "" {
		_, err = a.configuration() // what is named has to be there, whoever needs it
	}
	if err == nil && !slices.Contains(planless, command.Selected().Name) {
		err = schema.Fresh()
	}
	if err == nil {
		err = command.Run()
	}
	if err != nil {
		a.raise(cannotRun)
		if !errors.Is(err, context.Canceled) || ctx.Err() == nil {
			a.complain("%s", inert.Lines(err.Error()))
		}
	}
	if ctx.Err() != nil {
		a.raise(interrupted)
	}
	return a.status
}

// usage explains a command line that cannot be run.
func (a *app) usage(err error) int {
	help := "saejob --help"
	var parse *kong.ParseError
	if errors.As(err, &parse) {
		for _, p := range parse.Context.Path {
			if p.Command != nil {
				help = "saejob " + p.Command.Name + " --help"
			}
		}
	}
	a.complain("%s\nhint: %s shows what can be typed", inert.Lines(err.Error()), help)
	return cannotRun
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
