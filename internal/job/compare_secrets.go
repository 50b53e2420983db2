package job

import (
	"regexp"
	"strings"

	"saejob/internal/plan"
)

func mayBeSecret(f *plan.Field) bool { return f == nil || f.Secret != plan.SecretNever }

func isRedacted(n *Node) bool { return n.Kind == String && IsPlaceholder(n.Text) }

// compareTexts compares two texts that may hold placeholders or marked secrets.
func compareTexts(a, b *Node) Likeness {
	marked := len(a.Secrets) > 0 && len(b.Secrets) > 0
	if a.Text == b.Text && !marked || marked && a.digested() == b.digested() {
		return Same
	}
	x, y := pieces(a.digested()), pieces(b.digested())
	if len(x) == 1 && len(y) == 1 {
		return Different
	}
	if len(x) == len(y) {
		if likeness, ok := comparePieces(x, y); ok {
			return likeness
		}
	}
	if matches(x, b.Text) || matches(y, a.Text) {
		return Unknown
	}
	return Different
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

// comparePieces compares two texts with placeholders at the same places; ok is
// false where the text between them differs.
func comparePieces(x, y []string) (likeness Likeness, ok bool) {
	for i := range x {
		switch {
		case x[i] == y[i]:
		case i%2 == 0:
			return Different, false
		case keyOf(x[i]) == "" || keyOf(x[i]) != keyOf(y[i]):
			likeness = max(likeness, Unknown)
		default:
			likeness = Different
		}
	}
	return likeness, true
}

// matches reports whether text could be what stood there before it was redacted.
func matches(pieces []string, text string) bool {
	if len(pieces) == 1 {
		return false
	}
	var pattern strings.Builder
	for i, p := range pieces {
		if i%2 == 0 {
			pattern.WriteString(regexp.QuoteMeta(p))
		} else {
			pattern.WriteString(`.*`)
		}
	}
	re, err := regexp.Compile(`(?s)^` + pattern.String() + `$`)
	return err == nil && re.MatchString(text)
}
