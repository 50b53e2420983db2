package job

import (
	"cmp"
	"slices"
	"strings"

	"saejob/internal/plan"
)

// Normalize brings a template into its normal form: json fields become structure
// where their text is one, fields that are not set are removed, members take the schema's
// order and unknown ones follow it, sorted, and sets are sorted. Comments stay
// with their entries, those at the head of the file at its head; those of a field
// that is removed move to the tail.
func Normalize(t *Template) {
	head := t.takeHead()
	var gone []goneEntry
	t.Root.Entries = slices.DeleteFunc(t.Root.Entries, func(e *Entry) bool {
		f := FieldOf(rootType().Object.Fields, e.Key)
		if f == nil {
			return false
		}
		if f.JSON && e.Value.Kind == String {
			decodeField(f, e)
		}
		e.Value.forgetText()
		if !unset(e.Value) {
			return false
		}
		gone = append(gone, goneEntry{Path(nil).Member(e.Key), e})
		return true
	})
	order(t.Root, rootType(), nil)
	t.putHead(head)
	t.moveToTail(gone)
}

// decodeField puts structure in place of the JSON text of a field; it stands where
// the text stands.
func decodeField(f *plan.Field, e *Entry) {
	n, err := readInner(e.Value)
	if err == nil && (unset(n) || suits(f, n) == nil) {
		n.Range = e.Value.Range
		e.Value = n
	}
}

// order sorts members and sets in and below n, which is of type t and the value
// or an item of the field f.
func order(n *Node, t *plan.Type, f *plan.Field) {
	switch n.Kind {
	case Object:
		fields := Members(t, n)
		for _, e := range n.Entries {
			member := FieldOf(fields, e.Key)
			order(e.Value, fieldType(member), member)
		}
		slices.SortStableFunc(n.Entries, func(a, b *Entry) int {
			return cmp.Or(cmp.Compare(rank(fields, a.Key), rank(fields, b.Key)),
				cmp.Compare(a.Key, b.Key))
		})
	case List:
		for _, e := range n.Entries {
			order(e.Value, itemType(t), nil)
		}
		if f != nil && f.Set {
			sortSet(n, f)
		}
	}
}

// rank is where a member stands: a known one at its place, all unknown ones
// after the last.
func rank(fields []plan.Field, key string) int {
	for i := range fields {
		if fields[i].Name == key {
			return i
		}
	}
	return len(fields)
}

// sortSet sorts a list whose order means nothing by key, then by what is
// printed, the digests of placeholders left out: a changed secret moves nothing.
func sortSet(n *Node, f *plan.Field) {
	keys := make(map[*Entry][2]string, len(n.Entries))
	for _, e := range n.Entries {
		key, _ := itemKey(e.Value, f)
		keys[e] = [2]string{key, withoutDigests(string(appendJSON(nil, e.Value)))}
	}
	slices.SortStableFunc(n.Entries, func(a, b *Entry) int {
		return cmp.Or(strings.Compare(keys[a][0], keys[b][0]), strings.Compare(keys[a][1], keys[b][1]))
	})
}
