package command

import (
	"github.com/alecthomas/kong"

	"saejob/internal/sae"
)

// login is where the credentials come from: the profile, unless a flag says
// otherwise.
func (f *liveFlags) login(profile string) sae.Source {
	login := sae.Login{Profile: profile, ECSRole: f.ECSRole.asked, Role: f.ECSRole.name}
	if f.Profile != nil {
		login.Profile = *f.Profile
	}
	return login.Source()
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
