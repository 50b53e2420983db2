package diff

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"regexp"
	"strings"

	"saejob/diff/meaning"
	"saejob/internal/job"
	"saejob/internal/secret"
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
	// path is the place below the directory that the whole snapshot is in, without
	// the ending of a file.
	path string
	id   job.Identity
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

// index finds out which each template of a snapshot is, which is on the side i.
// One that no list tells of is opened for it, and forgotten.
func index(s job.Snapshot, i int) side {
	var entries []*entry
	for n := range s.Refs {
		e := &entry{ref: &s.Refs[n], id: s.Refs[n].Known, trio: &trio{}}
		e.listed = e.id.AppID != "" && e.id.Name != ""
		if e.listed || e.look() {
			e.trio[i] = e
			entries = append(entries, e)
		}
	}
	dir := s.Dir
	if dir == "" {
		dir = commonDir(entries)
	}
	for _, e := range entries {
		below := strings.TrimPrefix(strings.TrimPrefix(e.ref.Place, dir), "/")
		e.path = ending.ReplaceAllString(below, "")
	}
	return side{entries, s.Single}
}

// look opens the template to see which it is, and says whether there is one.
func (e *entry) look() bool {
	doc, err := e.ref.Open()
	if errors.Is(err, job.ErrNotTemplate) || errors.Is(err, job.ErrGone) {
		return false
	}
	e.listed, e.unread = false, unread(doc, err)
	if doc.Template != nil {
		e.id = kept(doc.Template.Identity())
		e.refers = meaning.RefersTo(doc.Template.Root)
	}
	return true
}

var ending = regexp.MustCompile(`(?i)\.(yaml|yml|json)$`)

// kept copies an identity out of the tree it is from, so that the tree can go.
func kept(id job.Identity) job.Identity {
	return job.Identity{
		AppID:       strings.Clone(id.AppID),
		Name:        strings.Clone(id.Name),
		RegionID:    strings.Clone(id.RegionID),
		NamespaceID: strings.Clone(id.NamespaceID),
	}
}

// unread says why a document is not to be trusted; empty if it is.
func unread(doc job.Document, err error) string {
	switch {
	case err != nil:
		return cmp.Or(err.Error(), "cannot be read")
	case len(doc.Problems) > 0:
		p := doc.Problems[0]
		return fmt.Sprintf("line %d, column %d: %s", p.Range.Line, p.Range.Column, p.Message)
	case doc.Template == nil:
		return "holds no template"
	}
	return ""
}

// open reads the template in normal form, with its secrets marked, and its text;
// nil and the reason where it cannot be read.
func (e *entry) open(o Options) (t *job.Template, text []byte, reason string) {
	doc, err := e.ref.Open()
	if why := unread(doc, err); why != "" {
		return nil, nil, e.ref.Place + ": " + why
	}
	t = doc.Template.Clone()
	job.Normalize(t)
	secret.Mark(t, o.Key)
	secret.MaskNames(t)
	return t, doc.Text, ""
}

// commonDir gives the deepest directory that all places are in, with "/".
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
