package export

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"saejob/internal/job"
	"saejob/internal/sae"
)

// maxFutile is how often a list is read again that still names a template that
// is not found.
const maxFutile = 3

// roll is one list of the cloud, and reads it again when a template on it is not
// found: it was deleted, or the list is wrong.
type roll struct {
	client *sae.Client
	query  sae.ListQuery
	region string

	mu     sync.Mutex
	listed map[string]bool // by AppId, as of the last list
	known  map[string]bool // those that were ever listed
	late   []job.Identity  // those that the first list did not have
	futile int
}

// read lists the templates, and takes note of those of a complete list.
func (r *roll) read(ctx context.Context) (sae.Listing, error) {
	found, err := r.client.List(ctx, r.query)
	first := r.listed == nil
	if err != nil || !found.Complete && !first {
		return found, err
	}
	r.listed = map[string]bool{}
	if first {
		r.known = map[string]bool{}
	}
	for _, j := range found.Jobs {
		if r.listed[j.AppID] = true; r.known[j.AppID] {
			continue
		}
		if r.known[j.AppID] = true; !first {
			r.late = append(r.late, identity(j, r.region))
		}
	}
	return found, nil
}

// describe reads a template. One that is not found is [job.ErrGone] if it is not
// listed any more.
func (r *roll) describe(ctx context.Context, appID string) (sae.Description, error) {
	found, err := r.client.Describe(ctx, appID)
	if errors.Is(err, sae.ErrNotFound) {
		err = r.missed(ctx, appID, err)
	}
	return found, err
}

func (r *roll) missed(ctx context.Context, appID string, why error) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.listed[appID] && r.futile < maxFutile {
		found, err := r.read(ctx)
		switch {
		case err != nil:
			return fmt.Errorf("listed and not found; listed again: %w", err)
		case !found.Complete:
			r.futile++
			return fmt.Errorf("listed and not found, and the list changes while it is read: %w", why)
		case r.listed[appID]:
			r.futile++
		}
	}
	if r.listed[appID] {
		return fmt.Errorf("listed and not found: %w", why)
	}
	return job.ErrGone
}

// Lately gives the templates that only a later list had. It was not known before
// they were placed that they are there, and they may be older: a list that
// changes while it is read can miss one.
func (l *Listing) Lately() []Outcome {
	var missed []Outcome
	for _, r := range l.rolls {
		r.mu.Lock()
		for _, id := range r.late {
			if l.asks(id) {
				missed = append(missed, Outcome{Identity: id, Status: Unread, Err: errors.New("listed only after the export had begun; export again")})
			}
		}
		r.mu.Unlock()
	}
	return missed
}

func identity(j sae.Job, region string) job.Identity {
	id := job.Identity{AppID: j.AppID, Name: j.AppName, RegionID: j.RegionID, NamespaceID: j.NamespaceID}
	if id.RegionID == "" {
		id.RegionID = region
	}
	return id
}
