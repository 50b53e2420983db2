package export

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"saejob/internal/job"
	"saejob/internal/sae"
)

// maxFutile is how often a list is read again that still names a template that
// is not found.
const maxFutile = 3

// liveList is the list of one namespace, or of a region. It is read again when a
// template on it is not found: that was deleted, or the list is wrong.
type liveList struct {
	client *sae.Client
	query  sae.ListQuery
	region string

	mu     sync.Mutex
	listed map[string]bool // by AppId, as of the last list
	known  map[string]bool // those that were ever listed
	late   []job.Identity  // those that the first list did not have
	futile int
}

// read lists the templates, and notes those of a complete list.
func (l *liveList) read(ctx context.Context) (sae.Listing, error) {
	found, err := l.client.List(ctx, l.query)
	first := l.listed == nil
	if err != nil || !found.Complete && !first {
		return found, err
	}
	l.listed = map[string]bool{}
	if first {
		l.known = map[string]bool{}
	}
	for _, j := range found.Jobs {
		if l.listed[j.AppID] = true; l.known[j.AppID] {
			continue
		}
		if l.known[j.AppID] = true; !first {
			l.late = append(l.late, l.identity(j))
		}
	}
	return found, nil
}

// identity returns what the list says of a template; without a region it is of the
// one that was asked.
func (l *liveList) identity(j sae.Job) job.Identity {
	id := job.Identity{AppID: j.AppID, Name: j.AppName, RegionID: j.RegionID, NamespaceID: j.NamespaceID}
	if id.RegionID == "" {
		id.RegionID = l.region
	}
	return id
}

// describe reads a template. One that is not found is [job.ErrGone] if it is not
// listed any more.
func (l *liveList) describe(ctx context.Context, appID string) (sae.Description, error) {
	found, err := l.client.Describe(ctx, appID)
	if errors.Is(err, sae.ErrNotFound) {
		err = l.notFound(ctx, appID, err)
	}
	return found, err
}

// notFound returns why DescribeJob does not find a template, after reading the list
// again.
func (l *liveList) notFound(ctx context.Context, appID string, why error) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.listed[appID] && l.futile < maxFutile {
		found, err := l.read(ctx)
		switch {
		case err != nil:
			return fmt.Errorf("listed, but DescribeJob does not find it, and listing again failed: %w", err)
		case !found.Complete:
			l.futile++
			return fmt.Errorf("listed, but DescribeJob does not find it, and the list changed while reading it again: %w", why)
		case l.listed[appID]:
			l.futile++
		}
	}
	if l.listed[appID] {
		return fmt.Errorf("listed, but DescribeJob does not find it: %w", why)
	}
	return job.ErrGone
}

// appearedLate returns the templates that only a later list had.
func (l *liveList) appearedLate() []job.Identity {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.late)
}
