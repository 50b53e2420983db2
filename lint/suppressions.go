package lint

import (
	"fmt"
	"slices"
	"strings"

	"saejob/internal/job"
	"saejob/internal/secret"
	"saejob/internal/severity"
	"saejob/internal/suppression"
	"saejob/rules"
)

// applySuppressions accepts what the suppressions say is accepted, and then runs
// the rules about suppressions.
func (r *run) applySuppressions() {
	bySource := map[string][]*suppression.Suppression{}
	var everywhere []*suppression.Suppression
	for _, s := range r.suppressions {
		if s.InSource {
			bySource[s.File] = append(bySource[s.File], s)
		} else {
			everywhere = append(everywhere, s)
		}
	}
	for _, f := range r.facts {
		for _, s := range everywhere {
			if s.Concerns(suppression.Target{File: r.Policy.path(f.File), Template: f.Name, Environment: f.Environment}) {
				s.MarkSeen()
			}
		}
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		t := suppression.Target{Name: f.Rule, File: r.Policy.path(f.File), Line: f.At.Line, Template: f.Template.Name, Environment: f.Environment, Path: f.path}
		for _, s := range append(bySource[f.File], everywhere...) {
			if !s.Accepts(t, r.Now) {
				continue
			}
			s.MarkUsed(t.Name)
			if f.Suppression == nil {
				f.Suppression = s
			}
		}
	}
	about := rules.Suppressions{All: r.suppressions, Today: r.Now, Whole: r.Policy.Whole, Judged: r.finds}
	for _, rule := range r.Rules {
		if rule.Suppressions != nil {
			rule.Suppressions(&about, func(s *suppression.Suppression, format string, args ...any) {
				r.Findings = append(r.Findings, r.aboutSuppression(rule, s, fmt.Sprintf(format, args...))...)
			})
		}
	}
}

// finds reports whether a known name is one of a rule that this run goes by, not of
// a change.
func (r *run) finds(name string) bool {
	return strings.HasPrefix(name, rules.OfSchema) || name == rules.YAML.Name || name == rules.UnknownField.Name ||
		slices.ContainsFunc(r.Rules, func(rule *rules.Rule) bool { return rule.Name == name })
}

// aboutSuppression returns what a rule says of a suppression as a finding.
func (r *run) aboutSuppression(rule *rules.Rule, s *suppression.Suppression, message string) []Finding {
	r.place(s.File)
	f := Finding{
		Rule: rule.Name, Severity: r.Policy.severity(rule.Name, s.File, rule.Severity),
		File: s.File, At: s.At, Message: secret.Mask(message), Help: rule.Summary + " " + rule.Fix,
	}
	if f.Severity == severity.None {
		return nil
	}
	f.Fingerprint, f.LineHash = fingerprint(&f, &job.Node{Kind: job.String, Text: s.Key()}), r.hashes[s]
	return []Finding{f}
}
