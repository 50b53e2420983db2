package export

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"saejob/internal/job"
	"saejob/internal/sae"
	"saejob/internal/secret"
	"saejob/internal/text"
)

// Listing says which templates there are: live ones ([Live]) or those of saved
// answers ([Saved]).
type Listing struct {
	// Answers are the templates that were asked for.
	Answers []Answer
	// Flat: one namespace was asked for, and its templates stand in DIR itself.
	Flat bool
	// Unread are the templates that are missing, as far as the list tells.
	Unread []Outcome
	// others were listed but not asked for. Names are kept apart from theirs, so
	// that a template has the same file whatever it is exported with.
	others []job.Identity
	// listed are the namespaces, by region, that were listed completely; without
	// a name, all of the region.
	listed []job.Identity
	// rolls are the lists of a live listing; asks says whether a template that
	// they have later was asked for, too.
	rolls []*roll
	asks  func(job.Identity) bool
}

// identities gives those of all templates that were listed.
func (l *Listing) identities() []job.Identity {
	ids := slices.Clone(l.others)
	for i := range l.Answers {
		ids = append(ids, l.Answers[i].Identity)
	}
	return ids
}

// Answer is a template that was listed. What DescribeJob says of it is read when
// it is needed, and not kept.
type Answer struct {
	// Identity is what the list says.
	Identity job.Identity
	// Origin is where a saved answer stands; empty for a live one.
	Origin string
	// data gives DescribeJob's answer.
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
		return nil, a.refuse(found, errors.New("the answer is of another template than was listed; try again"))
	}
	secret.Redact(t, key)
	job.Normalize(t)
	return t, nil
}

// refuse says what is wrong with an answer; of a live one, to which request it was.
func (a *Answer) refuse(found sae.Description, why error) error {
	if a.Origin != "" {
		return why
	}
	return found.Refuse(why)
}

// Request says which templates are asked for. What is empty asks for all.
type Request struct {
	// Region is the region's id, such as cn-beijing. Saved answers have their own.
	Region string
	// Namespaces are names (test) or ids (cn-beijing:test). The region's own
	// namespace is cn-beijing or cn-beijing: alone.
	Namespaces []string
	AppIDs     []string
	// Name is a pattern for AppName, of package glob.
	Name string
}

// namespaceID gives the id of a namespace that was asked for.
func (r Request) namespaceID(asked string) (string, error) {
	region, name, isID := strings.Cut(asked, ":")
	switch {
	case asked == "":
		return "", errors.New("a namespace without name")
	case asked == r.Region || region == r.Region && name == "":
		return r.Region, nil
	case isID && r.Region != "" && region != r.Region:
		return "", fmt.Errorf("namespace %s is not in the region %s", text.Quote(asked), text.Quote(r.Region))
	case isID || r.Region == "":
		return asked, nil
	}
	return r.Region + ":" + asked, nil
}

// selection returns which templates were asked for, by id and name.
func (r Request) selection() job.Selection { return job.Selection{AppIDs: r.AppIDs, Name: r.Name} }

// keep takes from the answers those that were asked for, by id and name. What
// was asked for by id and is not there is unread.
func (r Request) keep(l *Listing) error {
	if err := r.selection().Check(); err != nil {
		return err
	}
	missing := slices.Clone(r.AppIDs)
	var kept []Answer
	for _, a := range l.Answers {
		missing = slices.DeleteFunc(missing, func(id string) bool { return id == a.Identity.AppID })
		if r.selection().Has(a.Identity) {
			kept = append(kept, a)
		} else {
			l.others = append(l.others, a.Identity)
		}
	}
	if l.Answers = kept; len(kept) == 0 && r.Name != "" && len(l.Unread) == 0 {
		return fmt.Errorf("no template is called %s", text.Quote(r.Name))
	}
	slices.Sort(missing)
	for _, id := range slices.Compact(missing) {
		l.Unread = append(l.Unread, Outcome{
			Identity: job.Identity{AppID: id}, Status: Unread, Err: errors.New("no template with this AppId is listed"),
		})
	}
	return nil
}
