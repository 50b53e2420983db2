package export

import (
	"context"
	"errors"
	"fmt"

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
		list := &liveList{client: c, query: sae.ListQuery{Namespace: space}, region: r.Region}
		l.live = append(l.live, list)
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
				Err:     fmt.Errorf("the list changed while reading it: got %d of %d templates; try again", len(found.Jobs), found.Total),
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
	return l, l.keep(r)
}

func (l *liveList) answer(j sae.Job) Answer {
	id := l.identity(j)
	return Answer{Identity: id, data: func(ctx context.Context) (sae.Description, error) { return l.describe(ctx, id.AppID) }}
}
