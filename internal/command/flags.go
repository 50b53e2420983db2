package command

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/alecthomas/kong"

	"saejob/internal/console"
	"saejob/internal/live"
	"saejob/internal/sae/login"
	"saejob/internal/secret"
	"saejob/internal/source"
	"saejob/internal/workspace"
)

// liveFlags say how live templates are read, and as whom. Every command that reads
// some has them.
type liveFlags struct {
	Endpoint    string        `group:"live" env:"SAEJOB_ENDPOINT" placeholder:"URL" help:"Call this address instead of the region's; plain http only to this computer ($$${env})."`
	Profile     *string       `group:"live" placeholder:"NAME" xor:"login" help:"Use this profile of the aliyun CLI and no other credentials. By default: the first configured of ${logins}."`
	ECSRole     ecsRole       `group:"live" name:"ecs-role" xor:"login" help:"Use the RAM role of the ECS instance that saejob runs on; --ecs-role=NAME if it has several."`
	Rate        int           `group:"live" default:"50" placeholder:"N" help:"Make at most this many calls a minute, ${default} by default; SAE accepts 60 from all tools together."`
	Concurrency int           `group:"live" default:"4" help:"Describe this many templates at a time."`
	Timeout     time.Duration `group:"live" default:"30s" help:"Give up a call after this time."`
	Window      time.Duration `hidden:"" help:"Length of the quota window; other waits scale with it."`
}

// cloud returns what a run calls SAE with.
func (f *liveFlags) cloud(w *workspace.Workspace) (*live.Cloud, error) {
	if err := f.check(); err != nil {
		return nil, err
	}
	o := live.Options{
		Endpoint: f.Endpoint, Login: login.Login{ECSRole: f.ECSRole.asked, Role: f.ECSRole.name},
		Rate: f.Rate, Concurrency: f.Concurrency, Timeout: f.Timeout, Window: f.Window,
		Version: version(), Environment: w.Environment,
	}
	if f.Profile != nil {
		o.Login.Profile = *f.Profile
	}
	return live.New(o), nil
}

// check refuses what no flag may say.
func (f *liveFlags) check() error {
	switch {
	case f.Rate < 1:
		return fmt.Errorf("--rate is %d; it must be at least 1 call a minute", f.Rate)
	case f.Profile != nil && *f.Profile == "":
		return errors.New("--profile is empty; name a profile, or remove the flag to use the usual order")
	case f.Concurrency < 1:
		return fmt.Errorf("--concurrency is %d; it must be at least 1", f.Concurrency)
	case f.Timeout <= 0:
		return fmt.Errorf("--timeout is %s; it must be positive, such as 30s", f.Timeout)
	}
	return nil
}

// reader returns what opens a command's sources; secrets of live ones are redacted
// under key.
func (f *liveFlags) reader(con *console.Console, w *workspace.Workspace, key secret.Key) (*live.Reader, error) {
	cloud, err := f.cloud(w)
	if err != nil {
		return nil, err
	}
	r := cloud.Reader(con.In, key, watch(con.Progress(f.Rate)))
	r.Note = note(con)
	return r, nil
}

// note returns what tells the user of how sources are read.
func note(con *console.Console) func(string) {
	return func(what string) { con.Say("note: %s", what) }
}

// watch returns what tells a progress line how far the reading is.
func watch(p *console.Progress) live.Watch {
	return live.Watch{Begin: p.Begin, Reach: p.Reach, Pause: p.Pause, End: p.End}
}

// ecsRole is a flag whose value may be left out.
type ecsRole struct {
	asked bool
	name  string
}

// Decode reads --ecs-role and --ecs-role=NAME.
func (e *ecsRole) Decode(ctx *kong.DecodeContext) error {
	e.asked = true
	if ctx.Scan.Peek().Type == kong.FlagValueToken {
		e.name = ctx.Scan.Pop().String()
	}
	return nil
}

// IsBool tells kong that the flag needs no value.
func (ecsRole) IsBool() bool { return true }

// policyFrom is a flag of what goes by the configuration.
type policyFrom struct {
	PolicyFrom string `placeholder:"REF" help:"Take the configuration and the suppressions from this revision of git (main... is the merge base with HEAD), so that a pull request cannot relax its own checks. Suppressions added since have no effect; lint lists them."`
}

// policy returns the workspace that a run goes by, and what ends it.
func (f policyFrom) policy(ctx context.Context, w *workspace.Workspace) (*workspace.Workspace, func(), error) {
	if f.PolicyFrom == "" {
		return w, func() {}, nil
	}
	revisions := &source.Reader{}
	there, err := w.At(ctx, revisions, f.PolicyFrom)
	if err != nil {
		revisions.Close()
		return nil, nil, err
	}
	return there, revisions.Close, nil
}

// policyOfSecrets is [policyFrom.policy] for what reads live templates: where the
// revision is not named, it says when the names that are no secrets differ from
// those that were committed.
func (f policyFrom) policyOfSecrets(ctx context.Context, con *console.Console, w *workspace.Workspace) (*workspace.Workspace, func(), error) {
	if f.PolicyFrom == "" && !con.Quiet && w.SecretsDiffer(ctx) {
		con.Say("note: secrets in the configuration differ from those in HEAD; --policy-from HEAD takes the committed ones")
	}
	return f.policy(ctx, w)
}

// stdinName is a flag of what reads -.
type stdinName struct {
	StdinName string `placeholder:"PATH" help:"File name to use for standard input (-) in reports."`
}

// named returns the name of standard input, if that is among the sources.
func (n stdinName) named(sources []string) (string, error) {
	if n.StdinName != "" && !slices.Contains(sources, "-") {
		return "", errors.New("--stdin-name is only for standard input; add - as a source")
	}
	return n.StdinName, nil
}
