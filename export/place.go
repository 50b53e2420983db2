package export

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"slices"

	"saejob/internal/job"
	"saejob/internal/secret"
)

// placer knows all that decides where templates go: what was listed and what
// is below DIR. The order of neither matters.
type placer struct {
	flat  bool
	files *index
	// listed counts the templates by AppId, crowd by folded place.
	listed map[string]int
	crowd  map[string]int
	// given has the places given to templates without a file there, folded.
	given map[string]bool
	// gone is that of the listing; beside has the files that do not stand at their own
	// place, by that place, folded.
	gone   func(appID string) (bool, error)
	beside map[string][]*file
}

// place assigns each answer its file, in the order of paths.
func place(l *Listing, files *index) []placement {
	p := &placer{
		flat: l.Flat, files: files, gone: l.gone,
		listed: map[string]int{}, crowd: map[string]int{}, given: map[string]bool{}, beside: map[string][]*file{},
	}
	for _, id := range l.identities() {
		if id.AppID != "" {
			p.listed[id.AppID]++
		}
		p.crowd[fold(p.path(id, plainName(id)))]++
	}
	if l.gone != nil {
		p.lookBeside(l)
	}
	placed := make([]placement, len(l.Answers))
	for i := range l.Answers {
		placed[i] = p.place(&l.Answers[i])
		placed[i].answer = &l.Answers[i]
	}
	slices.SortStableFunc(placed, func(a, b placement) int {
		return cmp.Or(cmp.Compare(a.path, b.path), cmp.Compare(a.answer.Identity.AppID, b.answer.Identity.AppID))
	})
	return placed
}

// path returns the place of a NAME.
func (p *placer) path(id job.Identity, name string) string {
	if p.flat {
		return name + ".yaml"
	}
	region, space := namespace(id)
	return path.Join(region, space, name+".yaml")
}

// plain and suffixed return a template's own place and the one beside it.
func (p *placer) plain(id job.Identity) string    { return p.path(id, plainName(id)) }
func (p *placer) suffixed(id job.Identity) string { return p.path(id, suffixedName(id)) }

// places returns where a template may go, the better place first.
func (p *placer) places(id job.Identity) []string {
	plain, suffixed := p.plain(id), p.suffixed(id)
	if p.crowd[fold(plain)] > 1 || p.isBeside(plain) {
		return []string{suffixed}
	}
	return []string{plain, suffixed}
}

// place assigns an answer its file.
func (p *placer) place(a *Answer) placement {
	id := a.Identity
	if secret.MaskIdentity(id) != id {
		return placement{refused: errors.New("its name or its id holds a secret, and would name the file: make the template again under another name")}
	}
	here := p.plain(id)
	if id.AppID == "" {
		return p.fresh(id)
	}
	if p.listed[id.AppID] > 1 {
		return placement{path: here, refused: fmt.Errorf("%s: another saved answer has the same AppId; keep only one", a.Origin)}
	}
	switch found := p.files.byID[id.AppID]; len(found) {
	case 0:
		return p.fresh(id)
	case 1:
		return p.known(id, found[0])
	case 2:
		for i, f := range found {
			if rest := found[1-i]; p.isUnfinishedMove(id, f, rest) {
				return placement{path: f.path, from: f, rest: rest}
			}
		}
		fallthrough
	default:
		return placement{path: here, refused: errTwice(found[0].path, found[1].path)}
	}
}

// isUnfinishedMove reports whether two files of one template look like a move that
// was killed before the old file was removed: f is what the template is now, where
// it belongs, rest what it was, where that belonged. Whether f holds all of rest is
// seen when both are read.
func (p *placer) isUnfinishedMove(id job.Identity, f, rest *file) bool {
	return f.trouble == nil && rest.trouble == nil && p.stood(f) && p.stood(rest) &&
		p.plain(f.id) == p.plain(id) && p.plain(rest.id) != p.plain(id)
}

// known places a template that has a file. It moves with its name and namespace
// if it stood where those put it; a file that somebody put elsewhere stays.
func (p *placer) known(id job.Identity, f *file) placement {
	switch {
	case f.trouble != nil:
		return placement{path: f.path, refused: f.trouble}
	case !p.stood(f) || p.plain(f.id) == p.plain(id):
		return placement{path: f.path, from: f}
	}
	for _, to := range p.places(id) {
		if p.free(to, f) {
			p.given[fold(to)] = true
			return placement{path: to, from: f}
		}
	}
	return placement{path: f.path, from: f}
}

// stood reports whether a file is at the place of its own identity.
func (p *placer) stood(f *file) bool {
	return f.path == p.plain(f.id) || f.path == p.suffixed(f.id)
}

// free reports whether nothing is at a place, or only the file that would move
// there: its name changed in case alone.
func (p *placer) free(to string, moving *file) bool {
	for _, f := range p.files.byPlace[fold(to)] {
		if f != moving {
			return false
		}
	}
	return !p.given[fold(to)]
}

// fresh places a template that has no file: where it belongs, if that is free or
// the file there was this template's before it was made again.
func (p *placer) fresh(id job.Identity) placement {
	places := p.places(id)
	for _, to := range places {
		f := p.files.at(to)
		switch {
		case p.given[fold(to)]:
		case f != nil && f.trouble != nil:
			return placement{path: to, refused: f.trouble}
		case p.free(to, nil):
			p.given[fold(to)] = true
			return placement{path: to}
		case f != nil && p.isNamesake(id, f):
			again, err := p.madeAgain(f)
			if err != nil {
				return placement{path: to, refused: fmt.Errorf("%s has another AppId, and whether that template is gone is not known: %w", to, err)}
			}
			if again {
				p.given[fold(to)] = true
				return placement{path: to, from: f}
			}
		}
	}
	last := places[len(places)-1]
	if p.given[fold(last)] {
		return placement{path: last, refused: errors.New("another template without AppId has this name")}
	}
	return placement{path: last, refused: errOccupied(last)}
}

// isNamesake reports whether a file's template has the same namespace and name.
func (p *placer) isNamesake(id job.Identity, f *file) bool {
	return f.id.Name == id.Name && sameNamespace(id, f.id)
}

// madeAgain reports whether a file is of a template from before it was made again, or
// written by hand before it was made.
func (p *placer) madeAgain(f *file) (bool, error) {
	switch {
	case f.id.AppID == "":
		return true, nil
	case p.gone == nil || p.listed[f.id.AppID] > 0:
		return p.listed[f.id.AppID] == 0, nil
	}
	return p.gone(f.id.AppID)
}
