// Package secrets compares secrets without showing them: by the digests that
// marking and redacting leave ([saejob/internal/secret]).
//
// [Of] lists the secrets of a value, [Compare] counts which of them are the same in
// another. [Bare] and [Digested] return a value to compare as a whole.
package secrets

import (
	"slices"

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

// Between returns the secrets in two values of the field f. Where one value is a
// scalar without any, a placeholder in the other is a text, unless it stands at the
// place of a secret.
func Between(a, b *job.Node, f *plan.Field) (ofA, ofB []Secret) {
	ofA, ofB = Of(a, f), Of(b, f)
	if a == nil || b == nil {
		return ofA, ofB
	}
	if len(ofA) == 0 && a.Kind < job.List && !isMarked(b) {
		ofB = nil
	}
	if len(ofB) == 0 && b.Kind < job.List && !isMarked(a) {
		ofA = nil
	}
	return ofA, ofB
}

// isMarked reports whether a value holds a secret, not only what looks like a
// placeholder.
func isMarked(n *job.Node) bool {
	return n.SecretPlace || len(n.Secrets) > 0 || slices.ContainsFunc(n.Entries, func(e *job.Entry) bool { return isMarked(e.Value) })
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
