package rules

import (
	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/internal/severity"
)

var placeholderMisplaced = Rule{
	Name:     "placeholder-misplaced",
	Severity: severity.Error,
	Summary:  "A placeholder is in a place where export does not write one.",
	Why:      "Export writes a placeholder only in place of a secret. Where no secret can be, as in an ID or the name of an item, a placeholder was written by hand, and the value is lost. Where a text is rarely a secret as a whole, it is an info: look whether the placeholder was written by hand to hide the value.",
	Fix:      "Write the value.",
	Security: true,
	Template: func(s *Subject) {
		(&job.Template{Root: s.Root}).Walk(func(here *job.At, e *job.Entry, f *plan.Field) bool {
			n := e.Value
			if n.SecretPlace || !job.IsPlaceholder(n.AsText()) || s.refuses(here) {
				return true
			}
			at := here.Path()
			if f != nil && (f.Secret == plan.SecretNever || here.NamesItem()) {
				s.Say(at, "%s is %s, but it cannot be a secret; write the value", at, n.InSentence())
			} else {
				s.SayAs(severity.Info, at, "%s is %s as a whole; was it a secret, or does it hide a value?", at, n.InSentence())
			}
			return true
		})
	},
}
