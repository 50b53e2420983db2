package workspace

import (
	"path"
	"strings"

	"saejob/diff"
	"saejob/internal/git"
	"saejob/internal/glob"
	"saejob/internal/source"
	"saejob/internal/suppression"
	"saejob/lint"
)

// Policy returns what lint goes by.
func (w *Workspace) Policy() lint.Policy {
	p := lint.Policy{Suggest: w.names.Ignored}
	if w.config.File == "" {
		return p
	}
	for _, s := range w.config.Severities {
		p.Severities = append(p.Severities, lint.Severity{Rule: s.Rule, Files: w.globs(s.Files), Severity: s.Severity})
	}
	p.Suppressions, p.Path, p.Environment = w.suppressions(), pathIn, w.environmentAt
	if w.revision != nil {
		p.Suppressions = append(p.Suppressions, w.revision.added...)
		p.Trusted = w.revision.trusted
	}
	return p
}

// Accept has a comparison leave out what the configuration accepts.
func (w *Workspace) Accept(o *diff.Options) {
	if w.config.File != "" {
		o.Suppressions, o.Path, o.Environment = w.suppressions(), pathIn, w.environmentAt
	}
	if w.revision != nil {
		o.Trusted = w.revision.trusted
	}
}

// Mappings returns those between two environments.
func (w *Workspace) Mappings(from, to string) []diff.Mapping {
	var all []diff.Mapping
	for _, m := range w.config.Mappings {
		a, b := m.Values[from], m.Values[to]
		if a != "" && b != "" {
			all = append(all, diff.Mapping{From: a, To: b, Path: m.Path, File: w.file, At: m.At})
		}
	}
	return all
}

// suppressions returns those of the configuration, with globs of places.
func (w *Workspace) suppressions() []*suppression.Suppression {
	var all []*suppression.Suppression
	for _, s := range w.config.Suppressions {
		placed := *s
		placed.File, placed.Files = w.file, w.globs(s.Files)
		all = append(all, &placed)
	}
	return all
}

// globs returns globs from the configuration's folder as globs of places.
func (w *Workspace) globs(globs []string) []string {
	var all []string
	for _, pattern := range globs {
		all = append(all, path.Join(glob.Literal(path.Dir(w.file)), pattern))
	}
	return all
}

// environmentAt names the environment that what is at a place belongs to: a file,
// now or in a revision, by its directory; what is live by its namespace.
func (w *Workspace) environmentAt(place string) string {
	if live, ok := strings.CutPrefix(place, "live:"); ok {
		namespace, _, _ := strings.Cut(live, "/")
		return w.environmentOfNamespace(strings.TrimSuffix(namespace, ":"))
	}
	file := pathIn(place)
	for i, dir := range w.directories {
		if dir == "." || strings.HasPrefix(file, dir+"/") {
			return w.config.Environments[i].Name
		}
	}
	return ""
}

func (w *Workspace) environmentOfNamespace(namespace string) string {
	for _, e := range w.config.Environments {
		if e.Covers(namespace) {
			return e.Name
		}
	}
	return ""
}

// pathIn returns the path of a place in its repository: that of a revision without
// the revision.
func pathIn(place string) string {
	if source.KindOf(place) == source.Revision {
		_, place = git.SplitRevision(place)
	}
	return place
}
