package lint

import (
	"saejob/internal/glob"
	"saejob/internal/job"
	"saejob/internal/secret"
	"saejob/internal/severity"
	"saejob/internal/suppression"
	"saejob/rules"
)

// Policy says how much findings matter, and which are accepted: what a
// configuration says. The zero Policy is each rule's own severity, and what the
// files' own comments accept.
type Policy struct {
	// Severities are other severities than the rules' own; of several that fit, the
	// last counts.
	Severities []Severity
	// Suppressions are the configuration's.
	Suppressions []*suppression.Suppression
	// Trusted returns the suppressions of a template that stand in the file of its
	// place where suppressions are taken from; nil: they are taken from the files
	// themselves.
	Trusted func(t *job.Template, place string) []*suppression.Suppression
	// Path returns the path of a place, which globs go by; nil: the place itself.
	Path func(place string) string
	// Environment names the configured environment that the file at a place belongs
	// to; nil or empty: none.
	Environment func(place string) string
	// Suggest reports whether a name is one of a rule or change, or what was meant;
	// nil: every name is.
	Suggest func(name string) (meant string, known bool)
	// Whole: all templates that the configuration is about are judged.
	Whole bool
}

// Severity is that of a rule's findings in some files.
type Severity struct {
	Rule string
	// Files are globs; none: everywhere.
	Files    []string
	Severity severity.Severity
}

func (p *Policy) severity(rule, place string, own severity.Severity) severity.Severity {
	for _, s := range p.Severities {
		if s.Rule == rule && glob.MatchAny(s.Files, p.path(place)) {
			own = s.Severity
		}
	}
	return own
}

// never reports whether findings of a rule matter in no file.
func (p *Policy) never(rule *rules.Rule) bool {
	never := rule.Severity == severity.None
	for _, s := range p.Severities {
		switch {
		case s.Rule != rule.Name:
		case len(s.Files) == 0:
			never = s.Severity == severity.None
		case s.Severity != severity.None:
			never = false
		}
	}
	return never
}

func (p *Policy) path(place string) string {
	if p.Path == nil {
		return place
	}
	return p.Path(place)
}

func (p *Policy) environment(place string) string {
	if p.Environment == nil {
		return ""
	}
	return p.Environment(place)
}

// inFile returns the suppressions in a template's file. Those that are not there
// where suppressions are taken from accept nothing.
func (p *Policy) inFile(m marked, place string, text []byte) []*suppression.Suppression {
	found := m.suppressions(place, text)
	for _, s := range found {
		if p.Suggest != nil {
			s.CheckNames(p.Suggest)
		}
		s.Reason, s.Wrong = secret.Mask(s.Reason), secret.Mask(s.Wrong) // a comment may say anything
	}
	if p.Trusted != nil && len(found) > 0 {
		suppression.MarkAdded(found, p.Trusted(m.template, place))
	}
	return found
}
