package lint

import (
	"cmp"
	"strings"

	"saejob/internal/job"
	"saejob/internal/secret"
	"saejob/internal/severity"
	"saejob/rules"
)

// reviseAdvice looks at the findings that advise to put a value in quotes: where a rule
// refuses the text in the template then, the finding says what the rule says.
func reviseAdvice(found []Finding, s rules.Subject, all []*rules.Rule) {
	quoted := map[string]*Finding{}
	for i := range found {
		if f := &found[i]; f.advice != "" {
			quoted[f.path.String()] = f
		}
	}
	if len(quoted) == 0 {
		return
	}
	for _, f := range quoted {
		defer func(kind job.Kind) { f.value.Kind = kind }(f.value.Kind)
		f.value.Kind = job.String
	}
	refused := s.Refused
	s.Refused = func(at job.Path) bool { return refused(at) && quoted[at.String()] == nil }
	for _, rule := range all {
		if rule.Template == nil {
			continue
		}
		s.Hit = func(h rules.Hit) {
			matters := cmp.Or(h.Severity, rule.Severity) > severity.Info
			if f := quoted[h.At.String()]; f != nil && matters {
				f.revise(h.Message)
			}
		}
		rule.Template(&s)
	}
}

// revise puts what a rule says in the place of the advice.
func (f *Finding) revise(message string) {
	own, there := strings.CutSuffix(f.Message, ": "+f.advice)
	if !there {
		return
	}
	f.Message = own + "; in quotes it is wrong, too: " + message
	if f.Path != f.path.String() {
		f.Message = secret.Mask(f.Message)
	}
}
