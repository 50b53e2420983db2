package job

import (
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
// secret place ([Node.SecretPlace]); elsewhere it may be a secret, or another
// placeholder, in the same surroundings, and nothing else.
func Compare(a, b *Template) Likeness { return compare(a.Root, b.Root, rootType(), nil) }

// CompareValues compares two values of the field f; nil where the schema does
// not know it.
func CompareValues(a, b *Node, f *plan.Field) Likeness { return compare(a, b, fieldType(f), f) }

func compare(a, b *Node, t *plan.Type, f *plan.Field) Likeness {
	switch {
	case a.SecretPlace && !b.isHidden(), b.SecretPlace && !a.isHidden():
		return Unknown
	case a.Kind != b.Kind && a.isHidden() && b.isHidden():
		return Unknown
	case a.Kind != b.Kind:
		return Different
	}
	switch a.Kind {
	case Object:
		return compareObjects(a, b, t)
	case List:
		return compareLists(a, b, t, f)
	case String:
		return compareTexts(a, b)
	}
	if a.Text != b.Text {
		return Different
	}
	return Same
}

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
