package job

import (
	"regexp"
	"strings"

	"saejob/internal/plan"
)

// Likeness is how two values compare.
type Likeness uint8

// Same values are equal. Unknown ones are equal but for a placeholder on one
// side at least, whose secret cannot be compared. Different ones are not equal.
const (
	Same Likeness = iota
	Unknown
	Different
)

// Compare compares two templates in normal form: members in any order, sets in any
// order, numbers digit for digit. A placeholder may be whatever stands at its
// secret place.
func Compare(a, b *Template) Likeness { return compare(a.Root, b.Root, rootType(), nil) }

// CompareValues compares two values of the field f; nil where the schema does
// not know it.
func CompareValues(a, b *Node, f *plan.Field) Likeness { return compare(a, b, fieldType(f), f) }

func compare(a, b *Node, t *plan.Type, f *plan.Field) Likeness {
	if mayBeSecret(f) && a.Kind != b.Kind && (isRedacted(a) || isRedacted(b)) {
		return Unknown
	}
	if a.Kind != b.Kind {
		return Different
	}
	switch a.Kind {
	case Object:
		return compareObjects(a, b, t)
	case List:
		return compareLists(a, b, t, f)
	case String:
		if mayBeSecret(f) {
			return compareTexts(a, b)
		}
	}
	if a.Text != b.Text {
		return Different
	}
	return Same
}

func mayBeSecret(f *plan.Field) bool { return f == nil || f.Secret != plan.SecretNever }

func isRedacted(n *Node) bool { return n.Kind == String && IsPlaceholder(n.Text) }

func compareObjects(a, b *Node, t *plan.Type) Likeness {
	if len(a.Entries) != len(b.Entries) {
		return Different
	}
	likeness := Same
	fields := Members(t, a)
	for _, e := range a.Entries {
		twin := b.Member(e.Key)
		if twin == nil {
			return Different
		}
		f := FieldOf(fields, e.Key)
		likeness = max(likeness, compare(e.Value, twin.Value, fieldType(f), f))
	}
	return likeness
}

func compareLists(a, b *Node, t *plan.Type, f *plan.Field) Likeness {
	if len(a.Entries) != len(b.Entries) {
		return Different
	}
	if f != nil && f.Set {
		return compareSets(a, b, t, f)
	}
	likeness := Same
	for i := range a.Entries {
		likeness = max(likeness, compare(a.Entries[i].Value, b.Entries[i].Value, itemType(t), f))
	}
	return likeness
}

// compareSets finds for each item of a its like in b: the same one before one
// that only may be.
func compareSets(a, b *Node, t *plan.Type, f *plan.Field) Likeness {
	likeness := Same
	left := append([]*Entry(nil), b.Entries...)
	rest := a.Entries
	for _, wanted := range []Likeness{Same, Unknown} {
		var unpaired []*Entry
		for _, e := range rest {
			found := -1
			for j, other := range left {
				if compare(e.Value, other.Value, itemType(t), f) <= wanted {
					found = j
					break
				}
			}
			if found < 0 {
				unpaired = append(unpaired, e)
				continue
			}
			left = append(left[:found:found], left[found+1:]...)
			likeness = max(likeness, wanted)
		}
		rest = unpaired
	}
	if len(rest) > 0 {
		return Different
	}
	return likeness
}

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

// digested gives the text with its secrets as placeholders that have a digest.
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

// matches says whether text could be what stood there before it was redacted.
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
