package export

import (
	"errors"
	"fmt"
	"slices"

	"saejob/internal/job"
	"saejob/internal/text"
)

// Listing is which templates there are: live ones ([Live], [ByID]) or those of saved
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
	// live are the lists of a live listing; asks reports whether a template that
	// they have later was asked for, too.
	live []*liveList
	asks func(job.Identity) bool
	// gone asks whether no template has an AppId, where nothing was listed; else nil.
	gone func(appID string) (bool, error)
}

// identities returns those of all templates that were listed.
func (l *Listing) identities() []job.Identity {
	ids := slices.Clone(l.others)
	for i := range l.Answers {
		ids = append(ids, l.Answers[i].Identity)
	}
	return ids
}

// appIDs returns those of all templates that were listed.
func (l *Listing) appIDs() map[string]bool {
	listed := map[string]bool{}
	for _, id := range l.identities() {
		listed[id.AppID] = true
	}
	return listed
}

// covers reports whether a template of that namespace would have been listed: only
// of what was listed completely can be said what is gone.
func (l *Listing) covers(id job.Identity) bool {
	return slices.ContainsFunc(l.listed, func(n job.Identity) bool {
		return n.RegionID == id.RegionID && (n.NamespaceID == "" || n.NamespaceID == id.NamespaceID)
	})
}

// AppearedLate returns the templates that only a later list had. When files were
// assigned, it was not known that they are there; and they may be older: a list
// that changes while it is read can miss one.
func (l *Listing) AppearedLate() []Outcome {
	var late []Outcome
	for _, list := range l.live {
		for _, id := range list.appearedLate() {
			if l.asks(id) {
				late = append(late, Outcome{
					Identity: id, Status: Unread, Err: errors.New("appeared in the list after the export started; run export again"),
				})
			}
		}
	}
	return late
}

// keep takes from the answers those that were asked for, by AppId and name. What
// was asked for by AppId and is not there is not found; the error says so where that is
// so of all.
func (l *Listing) keep(r Request) error {
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
	var lost []Outcome
	for _, id := range slices.Compact(missing) {
		lost = append(lost, Outcome{
			Identity: job.Identity{AppID: id}, Status: NotFound, Err: errors.New("no answer is of a template with this AppId"),
		})
	}
	if len(lost) > 0 && len(kept) == 0 && len(l.Unread) == 0 {
		return noneFound(lost)
	}
	l.Unread = append(l.Unread, lost...)
	return nil
}
