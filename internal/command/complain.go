package command

import (
	"errors"
	"fmt"

	"saejob/internal/console"
	"saejob/internal/hint"
	"saejob/internal/inert"
	"saejob/internal/sae"
	"saejob/internal/sae/login"
	"saejob/internal/workspace"
)

// complain tells of an error, with what to do about it. Of names what it is about;
// empty: the run.
func complain(con *console.Console, of string, err error) {
	var mistakes *workspace.Mistakes
	if errors.As(err, &mistakes) {
		for _, p := range mistakes.Problems {
			fmt.Fprintf(con.Err, "%s:%d:%d: error: %s\n", inert.Line(mistakes.File), p.Range.Line, p.Range.Column, inert.Line(p.Message))
		}
	}
	con.Complain(of, err, advice(err))
}

// advice says what to do about an error; empty: nobody knows.
func advice(err error) string {
	switch known := hint.Of(err); {
	case known != "":
		return known
	case errors.Is(err, login.ErrNoCredentials):
		return "create a profile with aliyun configure, or set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET; " +
			"on ECS, use the instance's role with --ecs-role"
	case errors.Is(err, sae.ErrForbidden) && describeAlone(err):
		return "the RAM policy must allow sae:DescribeJob; saejob ram-policy prints all that saejob needs"
	case errors.Is(err, sae.ErrForbidden):
		return "the RAM policy must allow sae:ListJobs and sae:DescribeJob; saejob ram-policy prints it"
	case errors.Is(err, sae.ErrNoHost):
		return "SAE has no region with that name, or this computer has no network"
	case errors.Is(err, sae.ErrThrottled):
		return "the quota is 60 calls a minute for all tools together; stop the other tools meanwhile, or use a lower --rate"
	}
	return ""
}

// describeAlone reports whether the permission that is missing is the one for
// DescribeJob: of some calls it is the only one needed.
func describeAlone(err error) bool {
	var e *sae.Error
	return errors.As(err, &e) && e.Missing == "sae:DescribeJob"
}
