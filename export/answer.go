package export

import (
	"context"
	"errors"

	"saejob/internal/job"
	"saejob/internal/sae"
	"saejob/internal/secret"
)

// Answer is a template that was listed. What DescribeJob says of it is read when
// it is needed, and not kept.
type Answer struct {
	// Identity is what the list says.
	Identity job.Identity
	// Origin is the file of a saved answer; empty for a live one.
	Origin string
	// data returns DescribeJob's answer.
	data func(context.Context) (sae.Description, error)
}

// Template reads the template, in normal form and with placeholders for its
// secrets. The error holds nothing of the template.
func (a *Answer) Template(ctx context.Context, key secret.Key) (*job.Template, error) {
	found, err := a.data(ctx)
	if err != nil {
		return nil, err
	}
	return a.template(found, key)
}

func (a *Answer) template(found sae.Description, key secret.Key) (*job.Template, error) {
	t, err := job.FromAnswer(found.Data)
	if err != nil {
		return nil, a.refuse(found, err)
	}
	if id := t.Identity(); id.AppID != a.Identity.AppID || a.Identity.Name != "" && id.Name != a.Identity.Name {
		return nil, a.refuse(found, errors.New("the answer is for a different template than the one listed; try again"))
	}
	secret.Redact(t, key)
	job.Normalize(t)
	return t, nil
}

// refuse returns what is wrong with an answer; of a live one, with the request that
// it answers.
func (a *Answer) refuse(found sae.Description, why error) error {
	if a.Origin != "" {
		return why
	}
	return found.Refuse(why)
}
