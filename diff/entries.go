package diff

import (
	"errors"
	"path"
	"regexp"
	"strings"

	"saejob/diff/pairing"
	"saejob/internal/job"
)

// side is what is kept of a snapshot while its templates are paired.
type side struct {
	entries []*entry
	// single: the source is one template, not a place where some are.
	single bool
}

// entry is what is kept of a template: little, for there may be many.
type entry struct {
	ref *job.Ref
	id  job.Identity
	// refers is the AppId of the template that this one refers to.
	refers string
	// unread says why the template cannot be read; its id is then what little is
	// known.
	unread string
	// listed: a list says which it is, and it was not opened yet.
	listed bool
	// trio is what the template is paired with.
	trio *trio
}

// trio is a template on each side of [pairing]; nil on a side that does not have
// it.
type trio [3]*entry

// isAlone reports whether one side alone has the template.
func (t *trio) isAlone() bool {
	n := 0
	for _, e := range t {
		if e != nil {
			n++
		}
	}
	return n == 1
}

// index returns which templates a snapshot has. One that no list tells of is
// opened for it, and forgotten.
func index(s job.Snapshot) side {
	var entries []*entry
	for n := range s.Refs {
		e := &entry{ref: &s.Refs[n], id: s.Refs[n].Known}
		e.listed = e.id.AppID != "" && e.id.Name != ""
		if e.listed || e.look() {
			entries = append(entries, e)
		}
	}
	return side{entries, s.Single}
}

// look opens the template to see which it is, and reports whether there is one.
func (e *entry) look() bool {
	doc, err := e.ref.Open()
	if errors.Is(err, job.ErrNotTemplate) || errors.Is(err, job.ErrGone) {
		return false
	}
	e.listed, e.unread = false, unread(doc, err)
	if doc.Template != nil {
		e.id = kept(doc.Template.Identity())
		e.refers = strings.Clone(doc.Template.Root.At("RefAppId").AsText())
	}
	return true
}

// kept copies an identity out of the tree it is from, so that the tree can go.
func kept(id job.Identity) job.Identity {
	return job.Identity{
		AppID:       strings.Clone(id.AppID),
		Name:        strings.Clone(id.Name),
		RegionID:    strings.Clone(id.RegionID),
		NamespaceID: strings.Clone(id.NamespaceID),
	}
}

// pair returns the templates of all sides, each with its place on every side.
func pair(snapshots [3]job.Snapshot, sides [3]side) []*trio {
	var paired [3]pairing.Side
	for i, s := range sides {
		paired[i] = pairing.Side{Templates: s.templates(snapshots[i].Dir), Single: s.single}
	}
	var all []*trio
	for _, p := range pairing.Templates(paired) {
		t := &trio{}
		for i, n := range p {
			if n != pairing.None {
				t[i] = sides[i].entries[n]
				t[i].trio = t
			}
		}
		all = append(all, t)
	}
	return all
}

var ending = regexp.MustCompile(`(?i)\.(yaml|yml|json)$`)

// templates returns what the templates of a side are paired by. They are below the
// directory dir; empty: below the deepest that all of them are in.
func (s side) templates(dir string) []pairing.Template {
	if dir == "" {
		dir = commonDir(s.entries)
	}
	all := make([]pairing.Template, len(s.entries))
	for i, e := range s.entries {
		below := strings.TrimPrefix(strings.TrimPrefix(e.ref.Place, dir), "/")
		all[i] = pairing.Template{ID: e.id, Path: ending.ReplaceAllString(below, "")}
	}
	return all
}

// commonDir returns the deepest directory that all places are in, with "/".
func commonDir(entries []*entry) string {
	common := ""
	for i, e := range entries {
		dir, _ := path.Split(e.ref.Place)
		if i == 0 {
			common = dir
		}
		for !strings.HasPrefix(dir, common) {
			common, _ = path.Split(strings.TrimSuffix(common, "/"))
		}
	}
	return common
}
