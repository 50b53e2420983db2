package diff

import (
	"cmp"
	"errors"
	"path"
	"strings"

	"saejob/internal/job"
	"saejob/internal/secret"
	"saejob/internal/suppression"
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
	// dir is the directory that the source is, without the revision; empty: it is none.
	dir string
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

// index returns which templates a snapshot has. One that no list tells of is
// opened for it, and forgotten. What is not a template is skipped.
func index(s job.Snapshot, skip func(place, what string)) side {
	var entries []*entry
	dir := ""
	if s.Dir != "" {
		dir = path.Clean(inWorld(s, s.Dir))
	}
	for n := range s.Refs {
		e := &entry{ref: &s.Refs[n], id: secret.MaskIdentity(s.Refs[n].Known), dir: dir}
		e.listed = e.id.AppID != "" && e.id.Name != ""
		if !e.listed {
			if err := e.look(); err != nil {
				if errors.Is(err, job.ErrNotTemplate) {
					skip(e.ref.Place, job.Skipped(err))
				}
				continue
			}
		}
		entries = append(entries, e)
	}
	return side{entries, s.Single}
}

// inWorld returns a place without the revision that it is in.
func inWorld(s job.Snapshot, place string) string {
	return strings.TrimPrefix(strings.TrimPrefix(place, strings.TrimSuffix(s.World, ":")), ":")
}

// look opens the template to see which it is. The error says that there is none.
func (e *entry) look() error {
	doc, err := e.ref.Open()
	if errors.Is(err, job.ErrNotTemplate) || errors.Is(err, job.ErrGone) {
		return err
	}
	e.listed, e.unread = false, unread(doc, err)
	if doc.Template != nil {
		e.id = kept(secret.MaskIdentity(doc.Template.Identity()))
		e.refers = strings.Clone(doc.Template.Root.At("RefAppId").AsText())
	}
	return nil
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

// open reads the template, and what comments in its file accept; the reason says
// why that is not possible.
func (e *entry) open(o *Options) (root *job.Node, comments []*suppression.Suppression, reason string) {
	doc, err := e.ref.Open()
	if why := unread(doc, err); why != "" {
		return nil, nil, e.ref.Place + ": " + why
	}
	ready := normalize(doc.Template).mark(o.Key)
	comments = ready.suppressions(e.ref.Place, doc.Text)
	if o.Trusted != nil && len(comments) > 0 {
		suppression.MarkAdded(comments, o.Trusted(doc.Template, e.ref.Place))
	}
	return ready.root(), comments, ""
}

// unread returns why a document is not to be trusted; empty if it is.
func unread(doc job.Document, err error) string {
	if err == nil {
		err = doc.Unread()
	}
	if err == nil {
		return ""
	}
	return cmp.Or(err.Error(), "cannot be read")
}
