package workspace

import (
	"cmp"
	"fmt"
	"strings"

	"saejob/diff"
	"saejob/diff/pairing"
	"saejob/internal/config"
	"saejob/internal/job"
	"saejob/internal/secret"
	"saejob/internal/source"
	"saejob/internal/text"
)

// scope is the part of the cloud that a source is of; without a name, it is a region or
// a namespace that was named itself.
type scope struct {
	config.Environment
	live bool
}

// Bound keeps a comparison to what can be on both sides. The directory of an environment
// is taken for what is of its region and namespaces, where the other side is an
// environment, too, or live; what other files hold of another part of the cloud than is
// live on the other side cannot be there. Two states of one directory are compared whole.
func (w *Workspace) Bound(o *diff.Options, base, from, to string) {
	scopes := [3]*scope{pairing.Base: w.scopeOf(base), pairing.From: w.scopeOf(from), pairing.To: w.scopeOf(to)}
	a, b := scopes[pairing.From], scopes[pairing.To]
	apart := a != nil && b != nil && (a.live || b.live || a.Name != b.Name)
	o.Outside = func(side int, id job.Identity, alone bool) string {
		own := scopes[side]
		switch {
		case own != nil && own.live:
			return "" // it is there
		case own != nil && apart:
			return w.outside(own, id)
		case !alone:
			return ""
		}
		why := ""
		for _, s := range scopes {
			if s != nil && s.live {
				why = cmp.Or(why, w.outside(s, id))
			}
		}
		return why
	}
}

// scopeOf returns what a source is of; nil: it may hold anything.
func (w *Workspace) scopeOf(name string) *scope {
	if name == "" {
		return nil
	}
	if e, ok := w.EnvironmentOf(name); ok {
		return &scope{e, source.KindOf(name) == source.Live}
	}
	if source.KindOf(name) != source.Live {
		return nil
	}
	target, err := source.ParseLive(name)
	switch {
	case err != nil || target.Region == "":
		return nil
	case target.Namespace == "":
		return &scope{config.Environment{Region: target.Region}, true}
	}
	return &scope{config.Environment{Region: target.Region, Namespaces: []string{target.Namespace}}, true}
}

// outside says that a template is of another part of the cloud; empty: it is not, or
// does not say.
func (w *Workspace) outside(s *scope, id job.Identity) string {
	space := cmp.Or(id.NamespaceID, id.RegionID)
	if s == nil || space == "" || id.NamespaceID == "" && id.RegionID == s.Region || id.NamespaceID != "" && s.Covers(id.NamespaceID) {
		return ""
	}
	said := fmt.Sprintf("this template is of %s, not of %s", text.Word(secret.Mask(space)), s)
	if other := w.environmentOfNamespace(space); other != "" {
		said += ", but of " + other
	}
	return said
}

// String returns what a scope is called: prod (cn-beijing:prod).
func (s *scope) String() string {
	of := s.Region
	if len(s.Namespaces) > 0 {
		of = strings.Join(s.NamespaceIDs(), ", ")
	}
	if s.Name == "" {
		return of
	}
	return s.Name + " (" + of + ")"
}
