// Package secrets compares secrets without showing them: by the digests that
// marking and redacting leave ([saejob/internal/secret]).
//
// [Of] lists the secrets of a value, [Compare] counts which of them are the same in
// another. [Bare] and [Digested] return a value to compare as a whole.
package secrets

import (
	"saejob/internal/job"
	"saejob/internal/plan"
)

// Secret is a secret in a value.
type Secret struct {
	// digest is KEYID:HEX; empty where there is a placeholder only.
	digest string
}

// Of returns the secrets in a value of the field f, in order: what is marked, and
// placeholders where a secret may stand. Without a value there are none.
func Of(n *job.Node, f *plan.Field) []Secret {
	var all []Secret
	if n == nil {
		return nil
	}
	for _, p := range partsOf(n, f == nil || f.Secret != plan.SecretNever) {
		if p.secret {
			all = append(all, Secret{p.digest})
		}
	}
	var fields []plan.Field
	if f != nil {
		fields = membersOf(n, f)
	}
	for _, e := range n.Entries {
		inner := f
		if n.Kind == job.Object {
			inner = job.FieldOf(fields, e.Key)
		}
		all = append(all, Of(e.Value, inner)...)
	}
	return all
}

// In reports whether a value has a secret in it, or a placeholder.
func In(n *job.Node) bool { return len(Of(n, nil)) > 0 }

// membersOf returns the fields of a structure that is the value of a field or an
// item of it.
func membersOf(n *job.Node, f *plan.Field) []plan.Field {
	if f.Type.Object == nil && f.Type.List != nil {
		return job.Members(&f.Type.List.Item, n)
	}
	return job.Members(&f.Type, n)
}
