package export

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"saejob/internal/job"
	"saejob/internal/sae"
	"saejob/internal/text"
)

// ByID describes the templates of the request's AppIDs, several at a time, and lists
// nothing: the permission for DescribeJob is enough. A template of another region, or of
// a namespace that was not asked for, is refused. The error says so where none of them
// is found.
//
// The answers are kept: what says where a template belongs stands in them, and each call
// counts.
func ByID(ctx context.Context, c *sae.Client, r Request, concurrency int) (*Listing, error) {
	namespaces, err := r.namespaces()
	if err != nil {
		return nil, err
	}
	k := &lookup{ctx: ctx, client: c, request: r, namespaces: namespaces, there: map[string]bool{}}
	found, err := k.describe(concurrency)
	if err != nil {
		return nil, err
	}
	l := &Listing{Flat: len(namespaces) == 1, gone: k.gone}
	var missing []Outcome
	for _, d := range found {
		switch id, err := k.identify(d); {
		case errors.Is(err, sae.ErrNotFound):
			missing = append(missing, Outcome{Identity: id, Status: NotFound, Err: err})
		case err != nil:
			status := Unread
			if id.Name != "" {
				status = Refused
			}
			l.Unread = append(l.Unread, Outcome{Identity: id, Status: status, Err: err})
		default:
			l.Answers = append(l.Answers, Answer{Identity: id, data: func(context.Context) (sae.Description, error) { return d.found, nil }})
		}
	}
	if len(missing) == len(found) {
		return nil, noneFound(missing)
	}
	l.Unread = append(l.Unread, missing...)
	return l, l.keep(Request{Name: r.Name})
}

// noneFound names the templates, of which none was found.
func noneFound(missing []Outcome) error {
	var ids []string
	for _, o := range missing {
		ids = append(ids, text.Quote(o.Identity.AppID))
	}
	what := "there is no template with the AppId " + text.Or(ids)
	if err := missing[len(missing)-1].Err; err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return errors.New(what)
}

// lookup asks DescribeJob for templates of which nothing but the AppId is known.
type lookup struct {
	ctx        context.Context
	client     *sae.Client
	request    Request
	namespaces []string

	mu sync.Mutex
	// there has the AppIds that were asked for, and whether a template has them.
	there map[string]bool
}

// description is what DescribeJob says of an AppId.
type description struct {
	appID string
	found sae.Description
	err   error
}

// describe asks for each AppId once. The error ends the run: every further call would
// fail alike.
func (k *lookup) describe(concurrency int) ([]description, error) {
	ctx, cancel := context.WithCancelCause(k.ctx)
	defer cancel(nil)
	var all []description
	for _, id := range k.request.AppIDs {
		if !slices.ContainsFunc(all, func(d description) bool { return d.appID == id }) {
			all = append(all, description{appID: id})
		}
	}
	var group sync.WaitGroup
	slots := make(chan struct{}, max(1, concurrency))
	for i := range all {
		slots <- struct{}{}
		group.Go(func() {
			defer func() { <-slots }()
			d := &all[i]
			if d.err = ctx.Err(); d.err == nil {
				d.found, d.err = k.client.DescribeRun(ctx, d.appID, k.request.JobID)
			}
			if sae.Misconfigured(d.err) {
				cancel(d.err)
			}
			k.learn(d.appID, d.err)
		})
	}
	group.Wait()
	return all, context.Cause(ctx)
}

// learn notes whether a template has an AppId, if an answer says so.
func (k *lookup) learn(appID string, err error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if err == nil || errors.Is(err, sae.ErrNotFound) {
		k.there[appID] = err == nil
	}
}

// gone reports whether no template has an AppId, by one call.
func (k *lookup) gone(appID string) (bool, error) {
	k.mu.Lock()
	there, known := k.there[appID]
	k.mu.Unlock()
	if known {
		return !there, nil
	}
	_, err := k.client.Describe(k.ctx, appID)
	k.learn(appID, err)
	if errors.Is(err, sae.ErrNotFound) {
		return true, nil
	}
	return false, err
}

// identify returns which template a description is of, as far as that is known. The
// error says why it is not to be exported.
func (k *lookup) identify(d description) (job.Identity, error) {
	unknown := job.Identity{AppID: d.appID}
	if d.err != nil {
		return unknown, d.err
	}
	t, err := job.FromAnswer(d.found.Data)
	if err != nil {
		return unknown, d.found.Refuse(err)
	}
	id := t.Identity()
	if region := regionOf(id); region != "" && region != k.request.Region {
		return id, d.found.Refuse(fmt.Errorf("the template is of the region %s, not of %s", text.Quote(region), text.Quote(k.request.Region)))
	}
	id.RegionID = k.request.Region
	space := id.NamespaceID
	if space == "" {
		space = id.RegionID // the region's own
	}
	if len(k.namespaces) > 0 && !slices.Contains(k.namespaces, space) {
		return id, d.found.Refuse(fmt.Errorf("the template is of the namespace %s, which was not asked for", text.Quote(space)))
	}
	return id, nil
}
