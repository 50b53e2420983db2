package rules

import (
	"strings"

	"saejob/internal/job"
	"saejob/internal/severity"
)

var envReferenceIncomplete = Rule{
	Name:     "env-reference-incomplete",
	Severity: severity.Error,
	Summary:  "A reference in an environment variable leads nowhere, or to more or less than its name says.",
	Why:      "A reference names a ConfigMap or a secret by its ID, and a key in it. Without key it means all keys, and the variable must then be named sae-sys-configmap-all-NAME or sae-sys-secret-all-NAME.",
	Fix:      "Complete the reference, or give the variable a value.",
	Source:   page + "#Envs",
	Template: func(s *Subject) {
		for _, env := range s.Items("Envs") {
			from := env.Node.At("valueFrom")
			switch {
			case s.Refused(env.At.Member("valueFrom")), env.Misspells("valueFrom", "configMapId", "secretId", "key", "name", "value"):
			case from == nil:
				s.saySingle(env)
			case from.Kind == job.Object && !isReference(from):
				if len(from.Entries) == 0 {
					s.Say(env.At.Member("valueFrom"), "%s is empty; it must hold configMapRef or secretRef", env.At.Member("valueFrom"))
				}
			case from.Kind == job.Object:
				if from.At("configMapRef") != nil && from.At("secretRef") != nil {
					s.Say(env.At.Member("valueFrom"), "%s has configMapRef and secretRef; keep only one", env.At.Member("valueFrom"))
					continue
				}
				for word := range flatIDs {
					s.sayKey(env, env.At.Member("valueFrom").Member(word), from.At(word))
				}
			default:
				s.sayFlat(env, from.AsText())
			}
		}
	},
}

// flatIDs are the members that name what the words of valueFrom refer to.
var flatIDs = map[string]string{"configMapRef": "configMapId", "secretRef": "secretId"}

const whichKey = ": without key the reference means all keys, and the variable must be named sae-sys-configmap-all-NAME or sae-sys-secret-all-NAME"

// saySingle reports parts of a reference in a variable that has none.
func (s *Subject) saySingle(env Item) {
	for _, part := range []struct{ name, of string }{
		{"configMapId", "configMapRef"}, {"secretId", "secretRef"}, {"key", "configMapRef or secretRef"},
	} {
		if at := env.At.Member(part.name); env.Node.At(part.name) != nil {
			s.SayKey(at, "%s has no effect without valueFrom; set valueFrom to %s", at, part.of)
			return
		}
	}
}

// sayFlat reports what is wrong with a reference that is a word, with its parts
// beside it.
func (s *Subject) sayFlat(env Item, word string) {
	id := flatIDs[word]
	if id == "" {
		return // the schema refuses it
	}
	if at := env.At.Member(id); env.Node.At(id) == nil {
		s.Say(at, "%s is missing: valueFrom is %s", at, word)
		return
	}
	s.sayKey(env, env.At, env.Node)
}

// sayKey reports a key that does not go with the name of the variable: what refers
// stands at a path.
func (s *Subject) sayKey(env Item, at job.Path, n *job.Node) {
	name, key := env.Node.At("name"), n.At("key")
	if n == nil || n.Kind != job.Object || (Item{at, n}).Misspells("key") || name.AsText() == "" || s.Refused(at.Member("key")) {
		return
	}
	all := strings.HasPrefix(name.Text, "sae-sys-configmap-all-") || strings.HasPrefix(name.Text, "sae-sys-secret-all-")
	at = at.Member("key")
	switch {
	case all && key.AsText() != "":
		s.SayKey(at, "%s is set, but the name %s means all keys; remove key, or name the variable otherwise", at, name.InSentence())
	case !all && key == nil:
		s.Say(at, "%s is missing%s", at, whichKey)
	case !all && key.AsText() == "":
		s.Say(at, "%s is empty%s", at, whichKey)
	}
}
