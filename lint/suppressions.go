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

// applySuppressionRules runs the rules about suppressions, once all findings are known.
func (r *run) applySuppressionRules() {
	for _, f := range r.facts {
		for _, s := range r.Policy.Suppressions {
			if s.Concerns(suppression.Target{File: r.Policy.path(f.File), Template: f.Name, Environment: f.Environment}) {
				s.MarkSeen()
			}
		}
	}
	about := rules.Suppressions{All: r.suppressions, Today: r.Now, Whole: r.Policy.Whole, Judged: r.finds}
	for _, rule := range r.Rules {
		if rule.Suppressions != nil {
			rule.Suppressions(&about, func(s *suppression.Suppression, format string, args ...any) {
				r.aboutSuppression(rule, s, fmt.Sprintf(format, args...))
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

// aboutSuppression keeps what a rule says of a suppression as a finding.
func (r *run) aboutSuppression(rule *rules.Rule, s *suppression.Suppression, message string) {
	f := Finding{
		Rule: rule.Name, Severity: r.Policy.severity(rule.Name, s.File, rule.Severity),
		File: s.File, At: s.At, Message: message, Help: rule.Summary + " " + rule.Fix,
	}
	to := r.file(s.File)
	if f.Severity == severity.None || !to.takes(&f) {
		return
	}
	f.Message = secret.Mask(message)
	f.Fingerprint, f.LineHash = fingerprint(&f, &job.Node{Kind: job.String, Text: s.Key()}), r.hashes[s]
	to.keep(f)
}
