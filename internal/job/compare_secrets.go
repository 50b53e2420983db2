package job

import "slices"

// isHidden reports whether a value is a secret or a placeholder, whole; of a
// structure, whether one is in it.
func (n *Node) isHidden() bool {
	switch n.Kind {
	case String:
		return IsPlaceholder(n.Shown())
	case List, Object:
		return len(n.Secrets) > 0 || slices.ContainsFunc(n.Entries, func(e *Entry) bool { return e.Value.isHidden() })
	}
	return len(n.Secrets) > 0
}

// compareTexts compares two texts that may hold placeholders or marked secrets.
// Those of one stand for those of the other only in the same surroundings: what
// stands between them must not hide in one.
func compareTexts(a, b *Node) Likeness {
	marked := len(a.Secrets) > 0 && len(b.Secrets) > 0
	if a.Text == b.Text && !marked || marked && a.digested() == b.digested() {
		return Same
	}
	x, y := pieces(a.digested()), pieces(b.digested())
	if len(x) == 1 || len(x) != len(y) {
		return Different
	}
	return comparePieces(x, y)
}

// digested returns the text with its secrets as placeholders that have a digest.
func (n *Node) digested() string {
	shown := Node{Text: n.Text}
	for _, s := range n.Secrets {
		shown.Secrets = append(shown.Secrets, Secret{s.Start, s.End, Placeholder(s.Digest), ""})
	}
	return shown.Shown()
}

// pieces splits a text at its placeholders; they stand at the odd places.
func pieces(text string) []string {
	var out []string
	at := 0
	for _, p := range Placeholders(text) {
		out = append(out, text[at:p[0]], text[p[0]:p[1]])
		at = p[1]
	}
	return append(out, text[at:])
}

// comparePieces compares two texts with as many placeholders.
func comparePieces(x, y []string) Likeness {
	likeness := Same
	for i := range x {
		switch {
		case x[i] == y[i]:
		case i%2 == 1 && (keyOf(x[i]) == "" || keyOf(x[i]) != keyOf(y[i])):
			likeness = max(likeness, Unknown)
		default:
			return Different
		}
	}
	return likeness
}
