package export

import (
	"context"
	"fmt"
	"slices"

	"saejob/internal/job"
	"saejob/internal/sae"
)

// Live lists the templates of a region. None is described yet.
func Live(ctx context.Context, c *sae.Client, r Request) (*Listing, error) {
	namespaces, err := r.namespaces()
	if err != nil {
		return nil, err
	}
	l := &Listing{Flat: len(namespaces) == 1}
	if len(namespaces) == 0 {
		namespaces = []string{""} // all of the region
	}
	seen := map[string]bool{}
	for _, space := range namespaces {
		found, err := c.List(ctx, sae.ListQuery{Namespace: space})
		if err != nil {
			return nil, err
		}
		if !found.Complete {
			l.Unread = append(l.Unread, Outcome{
				Identity: job.Identity{RegionID: r.Region, NamespaceID: space}, Status: Unread,
				Err: fmt.Errorf("the list changed while it was read: %d templates of %d; export again", len(found.Jobs), found.Total),
			})
		}
		if found.Complete {
			l.listed = append(l.listed, job.Identity{RegionID: r.Region, NamespaceID: space})
		}
		for _, j := range found.Jobs {
			if !seen[j.AppID] {
				seen[j.AppID] = true
				l.Answers = append(l.Answers, live(c, r.Region, j))
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

func live(c *sae.Client, region string, j sae.Job) Answer {
	id := job.Identity{AppID: j.AppID, Name: j.AppName, RegionID: j.RegionID, NamespaceID: j.NamespaceID}
	if id.RegionID == "" {
		id.RegionID = region
	}
	return Answer{Identity: id, data: func(ctx context.Context) ([]byte, error) { return c.Describe(ctx, id.AppID) }}
}
