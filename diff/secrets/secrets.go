//go:build ignore

package diff

import (
	"strings"

	"saejob/internal/job"
	"saejob/internal/plan"
)

// part is a stretch of a text: a secret, or what stands between.
type part struct {
	text   string
	secret bool
	// digest is KEYID:HEX; empty where there is a placeholder only.
	digest string
}

// secretParts gives the secrets in a value of the field f, in order: what is
// marked, and placeholders where a secret may stand. Of no value there are none.
func secretParts(n *job.Node, f *plan.Field) []part {
	var parts []part
	if n == nil {
		return nil
	}
	for _, p := range textParts(n, f == nil || f.Secret != plan.SecretNever) {
		if p.secret {
			parts = append(parts, p)
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
		parts = append(parts, secretParts(e.Value, inner)...)
	}
	return parts
}

// membersOf gives the fields of a structure that is the value of a field or an
// item of it.
func membersOf(n *job.Node, f *plan.Field) []plan.Field {
	if f.Type.Object == nil && f.Type.List != nil {
		return job.Members(&f.Type.List.Item, n)
	}
	return job.Members(&f.Type, n)
}

// textParts cuts a scalar's text at its secrets: what is marked, and, in a text
// that may hold any, placeholders.
func textParts(n *job.Node, placeholders bool) []part {
	if n.Kind >= job.List {
		return nil
	}
	cut := func(text string) []part { return []part{{text: text}} }
	if placeholders && n.Kind == job.String {
		cut = cutPlaceholders
	}
	var parts []part
	at := 0
	for _, s := range n.Secrets {
		parts = append(parts, cut(n.Text[at:s.Start])...)
		parts = append(parts, part{secret: true, digest: s.Digest})
		at = s.End
	}
	return append(parts, cut(n.Text[at:])...)
}

func cutPlaceholders(text string) []part {
	var parts []part
	at := 0
	for _, p := range job.Placeholders(text) {
		digest := strings.TrimSuffix(strings.TrimPrefix(text[p[0]:p[1]], "<redacted"), ">")
		parts = append(parts, part{text: text[at:p[0]]}, part{secret: true, digest: strings.TrimSpace(digest)})
		at = p[1]
	}
	return append(parts, part{text: text[at:]})
}

// verdict says what is known of a secret.
type verdict uint8

const (
	same verdict = iota
	changed
	unknown
)

// compare compares two secrets by digest. Digests of two keys say nothing.
func (p part) compare(q part) verdict {
	key, _, _ := strings.Cut(p.digest, ":")
	other, _, _ := strings.Cut(q.digest, ":")
	switch {
	case key == "" || key != other:
		return unknown
	case p.digest != q.digest:
		return changed
	}
	return same
}

// weigh compares the secrets of two values in their order and counts. alone is
// what is said of a secret that has none beside it.
func weigh(from, to []part, alone verdict) Secrets {
	var count [3]int
	for i := range max(len(from), len(to)) {
		v := alone
		if i < len(from) && i < len(to) {
			v = from[i].compare(to[i])
		}
		count[v]++
	}
	return Secrets{Same: count[same], Changed: count[changed], Unknown: count[unknown]}
}

// holdsSecret says whether a value has a secret in it, or a placeholder.
func holdsSecret(n *job.Node) bool {
	return len(secretParts(n, nil)) > 0
}

// bare gives a value as it would be shown without any digest.
func bare(n *job.Node) *job.Node {
	return rewritten(n, func(string) string { return job.Redacted })
}

// digested gives a value with the digests of its secrets in their place.
func digested(n *job.Node) *job.Node {
	return rewritten(n, func(digest string) string {
		if digest == "" {
			return job.Redacted
		}
		return "<redacted " + digest + ">"
	})
}

// rewritten gives a copy of a value that spells its secrets as spell says.
func rewritten(n *job.Node, spell func(digest string) string) *job.Node {
	c := &job.Node{Kind: n.Kind}
	for _, p := range textParts(n, true) {
		if p.secret {
			c.Kind, p.text = job.String, spell(p.digest)
		}
		c.Text += p.text
	}
	for _, e := range n.Entries {
		c.Entries = append(c.Entries, &job.Entry{Key: e.Key, Value: rewritten(e.Value, spell)})
	}
	return c
}
