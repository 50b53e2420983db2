package rules

import (
	"slices"

	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/internal/severity"
	"saejob/internal/text"
)

var plaintextSecret = Rule{
	Name:     "plaintext-secret",
	Severity: severity.Error,
	Summary:  "The file contains a secret in plain text.",
	Why:      "Everybody who can read the repository can read the secret, in every clone and in the whole history. A secret in the value of an environment variable is in plain text in SAE too, even if the file has a placeholder: everybody who can read the template in SAE can read it (info).",
	Fix:      "Keep the secret in SAE, and refer to it with valueFrom.secretRef; where a reference is not possible, write <redacted> instead, as export does. Replace every secret that was committed with a new one.",
	Source:   page + "#Envs",
	Security: true,
	Template: func(s *Subject) {
		(&job.Template{Root: s.Root}).Walk(func(here *job.At, e *job.Entry, f *plan.Field) bool {
			n := e.Value
			switch byName := f != nil && f.Secret == plan.SecretByName; {
			case s.refuses(here):
				return false
			case isPlaintext(n) && byName:
				s.Say(here.Path(), "%s; refer to a secret of SAE with valueFrom.secretRef instead", plaintext(here.Path(), n))
			case isPlaintext(n):
				s.Say(here.Path(), "%s; write <redacted> instead", plaintext(here.Path(), n))
			case byName && (n.SecretPlace || !job.IsPlaceholder(n.AsText()) && len(job.Placeholders(n.AsText())) > 0):
				s.SayAs(severity.Info, here.Path(), "%s is a secret that SAE keeps in plain text; refer to it with valueFrom.secretRef instead", here.Path())
			}
			return len(n.Secrets) == 0
		})
	},
}

// plaintext returns what is a secret: the value, a part of it, with what stands
// before it, or the name of a member.
func plaintext(at job.Path, n *job.Node) string {
	first := n.Secrets[0]
	switch {
	case n.Kind == job.Object:
		return "the name of a member of " + at.String() + " holds a secret in plain text"
	case first.End-first.Start == len(n.Text):
		return at.String() + " is a secret in plain text"
	}
	const longest = 40
	before := []rune(n.Text[:first.Start])
	if len(before) > longest {
		before = append([]rune("…"), before[len(before)-longest:]...)
	}
	return at.String() + " holds a secret in plain text, " + text.Quote(string(before)+job.Redacted)
}

// isPlaintext reports whether a secret stands in a value, not only a placeholder.
func isPlaintext(n *job.Node) bool {
	return slices.ContainsFunc(n.Secrets, func(s job.Secret) bool { return n.Text[s.Start:s.End] != s.Placeholder })
}
