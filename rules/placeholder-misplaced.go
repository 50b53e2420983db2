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
		names := map[*job.Entry]bool{} // by which items are paired
		(&job.Template{Root: s.Root}).Walk(func(at job.Path, e *job.Entry, f *plan.Field) bool {
			if f != nil && f.Key != "" {
				for _, item := range e.Value.Entries {
					for _, member := range item.Value.Entries {
						names[member] = member.Key == f.Key
					}
				}
			}
			switch n := e.Value; {
			case s.Refused(at) || n.SecretPlace || !job.IsPlaceholder(n.AsText()):
			case f != nil && (f.Secret == plan.SecretNever || names[e]):
				s.Say(at, "%s is %s, but it cannot be a secret; write the value", at, n.InSentence())
			default:
				s.SayAs(severity.Info, at, "%s is %s as a whole; was it a secret, or does it hide a value?", at, n.InSentence())
			}
			return true
		})
	},
}
