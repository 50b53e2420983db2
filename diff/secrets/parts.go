package secrets

import "saejob/internal/job"

// part is a stretch of a text: a secret, or what stands between.
type part struct {
	text   string
	secret bool
	// digest is that of a [Secret].
	digest string
}

// partsOf cuts a scalar's text at its secrets: what is marked, and, in a text that
// may hold any, placeholders.
func partsOf(n *job.Node, placeholders bool) []part {
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
		parts = append(parts, part{text: text[at:p[0]]}, part{secret: true, digest: job.DigestOf(text[p[0]:p[1]])})
		at = p[1]
	}
	return append(parts, part{text: text[at:]})
}

// Bare returns a value as it would be shown without any digest.
func Bare(n *job.Node) *job.Node {
	return rewritten(n, func(string) string { return job.Redacted })
}

// Digested returns a value with the digests of its secrets in their place.
func Digested(n *job.Node) *job.Node {
	return rewritten(n, job.Placeholder)
}

// rewritten returns a copy of a value that spells its secrets as spell says.
func rewritten(n *job.Node, spell func(digest string) string) *job.Node {
	c := &job.Node{Kind: n.Kind}
	for _, p := range partsOf(n, true) {
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
