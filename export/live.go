package export

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"saejob/internal/job"
	"saejob/internal/sae"
	"saejob/internal/text"
)

// Live lists the templates of a region. None is described yet.
func Live(ctx context.Context, c *sae.Client, r Request) (*Listing, error) {
	namespaces, err := r.namespaces()
	if err != nil {
		return nil, err
	}
	l := &Listing{Flat: len(namespaces) == 1, asks: r.selection().Has}
	if len(namespaces) == 0 {
		namespaces = []string{""} // all of the region
	}
	seen := map[string]bool{}
	for _, space := range namespaces {
		list := &roll{client: c, query: sae.ListQuery{Namespace: space}, region: r.Region}
		l.rolls = append(l.rolls, list)
		found, err := list.read(ctx)
		switch {
		case errors.Is(err, sae.ErrNoNamespace):
			return nil, fmt.Errorf("namespace %s: %w", text.Quote(space), err)
		case err != nil && (ctx.Err() != nil || sae.Misconfigured(err)):
			return nil, err
		case err != nil:
			l.Unread = append(l.Unread, Outcome{Identity: job.Identity{RegionID: r.Region, NamespaceID: space}, Status: Unlisted, Err: err})
			continue
		}
		if !found.Complete {
			l.Unread = append(l.Unread, Outcome{
				Identity: job.Identity{RegionID: r.Region, NamespaceID: space}, Status: Unread,
				Missing: found.Total - len(found.Jobs),
				Err:     fmt.Errorf("the list changed while it was read: %d templates of %d; try again", len(found.Jobs), found.Total),
			})
		}
		if found.Complete {
			l.listed = append(l.listed, job.Identity{RegionID: r.Region, NamespaceID: space})
		}
		for _, j := range found.Jobs {
			if !seen[j.AppID] {
				seen[j.AppID] = true
				l.Answers = append(l.Answers, list.answer(j))
			}
		}
	}
	return l, r.keep(l)
}

// namespaces gives the ids of those asked for, each once.
func (r Request) namespaces() ([]string, error) {
	var ids []string
	for _, text := range r.Namespaces {
		id, err := r.namespaceID(text)
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return slices.Compact(ids), nil
}

func (r *roll) answer(j sae.Job) Answer {
	id := identity(j, r.region)
	return Answer{Identity: id, data: func(ctx context.Context) (sae.Description, error) { return r.describe(ctx, id.AppID) }}
}
