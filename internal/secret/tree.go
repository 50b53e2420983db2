package secret

import (
	"saejob/internal/job"
	"saejob/internal/plan"
)

// finding is a value that is secret, whole or in parts.
type finding struct {
	node  *job.Node
	whole bool
	parts []span
}

// finder looks at a tree. A structure and a list are looked at before what is in
// them: what stands side by side says what is secret.
type finder struct {
	// own are the names of the user.
	own   userNames
	found []finding
	// names are the names that stand beside a value: {name: …, value: …}.
	names map[*job.Node][]string
	// parts are the secrets that the items before an item announce: --password, x.
	parts map[*job.Node][]span
}

// findings returns all that is secret in a template, in order.
func findings(t *job.Template, own userNames) []finding {
	f := &finder{own: own, names: map[*job.Node][]string{}, parts: map[*job.Node][]span{}}
	f.noteNames(t.Root)
	t.Walk(f.visit)
	return f.found
}

func (f *finder) visit(at *job.At, e *job.Entry, field *plan.Field) bool {
	n := e.Value
	if isPlain(at, n, field) {
		f.plain(n)
		return true
	}
	n.SecretPlace = n.Kind == job.String && job.IsPlaceholder(n.Text) && f.isSecret(e, field)
	if canBeSecret(n) && f.isSecret(e, field) {
		f.found = append(f.found, finding{node: n, whole: true})
		return false
	}
	f.noteNames(n)
	f.arguments(n)
	parts := f.parts[n]
	switch n.Kind {
	case job.String:
		names := f.names[n]
		if e.Key != "" && !isValueName(e.Key) {
			names = []string{e.Key}
		}
		parts = union(parts, searchNamed(names, n.Text))
		if len(parts) > 0 {
			f.found = append(f.found, finding{node: n, parts: parts})
		}
	case job.Number:
		if len(parts) > 0 {
			f.found = append(f.found, finding{node: n, whole: true})
		}
	}
	return true
}

// isPlain reports whether the schema calls a value plain: a scalar, or a list of
// them, but not a value of another type than the schema asks for.
func isPlain(at *job.At, n *job.Node, field *plan.Field) bool {
	if field == nil || field.Secret != plan.SecretNever {
		return false
	}
	if n.Kind >= job.List {
		return n.Kind == job.List && field.Type.List != nil
	}
	return at.In(1).Kind == job.Object || field.Type.List != nil && at.In(2).Kind == job.Object
}

// canBeSecret reports whether a value is one that could be a secret, whole.
func canBeSecret(n *job.Node) bool {
	switch n.Kind {
	case job.String:
		return n.Text != "" && !job.IsPlaceholder(n.Text)
	case job.Number:
		return true
	case job.List, job.Object:
		return len(n.Entries) > 0
	}
	return false
}

// isSecret reports whether a value is secret, whole.
func (f *finder) isSecret(e *job.Entry, field *plan.Field) bool {
	n := e.Value
	text := fill(n.Text, placeholders(n.Text))
	if n.Kind >= job.List {
		text = structure
	}
	if hasSecretName(n) {
		return true
	}
	names := f.names[n]
	switch {
	case field == nil:
		if e.Key != "" && f.own.isSecretUnder(e.Key, text) {
			return n.Kind < job.List || matchesAny(f.own.add, e.Key) || !isSettings(e.Key, n)
		}
	case field.Secret == plan.SecretWhole:
		return true
	case field.Secret == plan.SecretByName:
		for _, name := range names {
			if f.own.isSecretUnder(name, text) || isShaped(name, text) {
				return true
			}
		}
		return len(names) == 0 && isShaped("", text)
	}
	return (isValueName(e.Key) || n.Kind < job.List && endsIn(e.Key, []string{"from"}) || field == nil && isMistyped(e.Key, "value")) && f.own.anyNamed(names, text)
}

// hasSecretName reports whether the name of a member holds a secret. A name cannot
// be replaced, since names are paths, and order: the structure is.
func hasSecretName(n *job.Node) bool {
	if n.Kind != job.Object {
		return false
	}
	for _, e := range n.Entries {
		if len(search(e.Key)) > 0 {
			return true
		}
	}
	return false
}

// noteNames notes for each member of a structure which names stand beside it.
func (f *finder) noteNames(n *job.Node) {
	if n.Kind != job.Object {
		return
	}
	var names []string
	for _, e := range n.Entries {
		if e.Value.Kind == job.String && (isNameName(e.Key) || isMistyped(e.Key, "name")) {
			names = append(names, e.Value.Text)
		}
	}
	if len(names) == 0 {
		return
	}
	for _, e := range n.Entries {
		f.names[e.Value] = names
	}
}
