// Package secret knows what is secret in a template.
//
// One finder looks at the whole tree: at fields that the schema calls secret, at
// values whose name says so, and, in every text that the schema does not call
// plain, for the parts that are unmistakable. [Redact] puts placeholders in their
// place, for what leaves the cloud; [Mark] only notes where they are, for what is
// read from a file and must come out of it again. [Mask] does what can be done
// for a line of text that belongs to no tree.
//
// It is a net, not a proof. In doubt it takes a value for a secret: a false alarm
// costs a word in a report, a miss is a leak.
package secret

import (
	"cmp"
	"slices"
	"strings"

	"saejob/internal/job"
	"saejob/internal/text"
)

// Redact puts a placeholder in the place of each secret of a template. The secret
// itself is gone then.
// The digests stay in [job.Node.Secrets], so that what was redacted under a key
// of the run's own can still be compared. A placeholder that is there already
// stays as it is.
func Redact(t *job.Template, k Key) {
	found := findings(t, k.names)
	forget(t.Root)
	for _, f := range found {
		if f.whole && f.node.Kind >= job.List {
			f.node.Text = canonical(f.node)
			f.node.Kind, f.node.Entries = job.String, nil
		}
		f.mark(k)
	}
	settle(t.Root)
	MaskNames(t)
}

// MaskNames puts a placeholder for each secret in the name of a field at the top.
// A structure further down that has a secret in its names becomes one placeholder.
func MaskNames(t *job.Template) {
	for _, e := range t.Root.Entries {
		e.Key = Mask(e.Key)
	}
}

// Mark notes in [job.Node.Secrets] where the secrets of a template are. It changes
// nothing else, finds what [Redact] finds, and marking twice is the same as marking
// once.
func Mark(t *job.Template, k Key) {
	found := findings(t, k.names)
	forget(t.Root)
	for _, f := range found {
		f.mark(k)
	}
}

// forget drops all marks but those of placeholders, whose digests cannot be had
// again.
func forget(n *job.Node) {
	n.Secrets = slices.DeleteFunc(n.Secrets, func(s job.Secret) bool {
		return s.Start < 0 || s.End > len(n.Text) || s.Start > s.End ||
			n.Text[s.Start:s.End] != s.Placeholder || !job.IsPlaceholder(s.Placeholder)
	})
	for _, e := range n.Entries {
		forget(e.Value)
	}
}

// mark marks what was found; of a structure, every scalar in it.
func (f finding) mark(k Key) {
	n := f.node
	if f.whole {
		f.parts = []span{{0, len(n.Text)}}
	}
	for _, e := range n.Entries {
		if below := (finding{node: e.Value, whole: true}); canBeSecret(e.Value) {
			below.mark(k)
		}
	}
	if hasSecretName(n) {
		// What shows the structure shows a placeholder for all of it.
		digest := k.digest(canonical(n))
		n.Secrets = []job.Secret{{Placeholder: k.placeholder(digest), Digest: digest}}
	}
	if n.Kind != job.String && n.Kind != job.Number {
		return
	}
	n.Secrets = slices.DeleteFunc(n.Secrets, func(s job.Secret) bool {
		return slices.ContainsFunc(f.parts, func(p span) bool { return s.Start < p.end && p.start < s.End })
	})
	for _, p := range f.parts {
		digest := k.digest(n.Text[p.start:p.end])
		n.Secrets = append(n.Secrets, job.Secret{Start: p.start, End: p.end, Placeholder: k.placeholder(digest), Digest: digest})
	}
	slices.SortFunc(n.Secrets, func(a, b job.Secret) int { return cmp.Compare(a.Start, b.Start) })
}

// settle makes what is shown the text, everywhere in and below n. No structure
// keeps the JSON text it stood in: the secrets are in it.
func settle(n *job.Node) {
	if n.Kind >= job.List {
		n.Text = ""
	}
	for _, e := range n.Entries {
		settle(e.Value)
	}
	if len(n.Secrets) == 0 {
		return
	}
	n.Kind, n.Text = job.String, n.Shown()
	moved := 0
	for i, s := range n.Secrets {
		end := s.Start + moved + len(s.Placeholder)
		moved += len(s.Placeholder) - (s.End - s.Start)
		n.Secrets[i].Start, n.Secrets[i].End = end-len(s.Placeholder), end
	}
}

// canonical returns a structure as text that does not depend on the order of its
// members: what its digest is made of.
func canonical(n *job.Node) string {
	switch n.Kind {
	case job.String:
		return text.Quote(n.Text)
	case job.Number, job.Bool:
		return n.Text
	case job.List, job.Object:
		var parts []string
		for _, e := range n.Entries {
			part := canonical(e.Value)
			if n.Kind == job.Object {
				part = text.Quote(e.Key) + ":" + part
			}
			parts = append(parts, part)
		}
		if n.Kind == job.List {
			return "[" + strings.Join(parts, ",") + "]"
		}
		slices.Sort(parts)
		return "{" + strings.Join(parts, ",") + "}"
	}
	return "null"
}
