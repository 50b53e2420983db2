package job

import (
	"strings"

	"saejob/internal/plan"
)

// Carry copies the comments of from to the template to, which is to be written
// over it: to the entry at the same path; what stands at the head of from stands
// there again. The comments of an entry that is gone move to the tail, with the
// path at which they were. Where to has a placeholder without a digest and from one
// with a digest at the same place, that one stays.
func Carry(from, to *Template) {
	from = from.Clone()
	head := from.takeHead()
	c := &carrier{}
	c.node(nil, from.Root, to.Root, rootType(), nil)
	to.Tail = append([]string(nil), from.Tail...)
	to.putHead(head)
	to.moveToTail(c.gone)
}

// takeHead removes and returns what stands above the first entry. It is about the
// file, and stays above whichever entry comes first.
func (t *Template) takeHead() []string {
	if len(t.Root.Entries) == 0 {
		return nil
	}
	head := t.Root.Entries[0].Lead
	t.Root.Entries[0].Lead = nil
	return head
}

func (t *Template) putHead(head []string) {
	if len(t.Root.Entries) == 0 {
		t.Tail = append(head, t.Tail...)
		return
	}
	first := t.Root.Entries[0]
	first.Lead = append(head, first.Lead...)
}

type goneEntry struct {
	path  Path
	entry *Entry
}

type carrier struct{ gone []goneEntry }

// node carries the comments of the entries of from, which is of type t and the
// value or an item of the field f.
func (c *carrier) node(p Path, from, to *Node, t *plan.Type, f *plan.Field) {
	if from.Kind != to.Kind {
		c.noteGone(p, from, f)
		return
	}
	switch from.Kind {
	case String:
		keepDigests(from, to, f)
	case Object:
		fields := Members(t, to)
		for _, e := range from.Entries {
			field := FieldOf(fields, e.Key)
			at := p.Member(e.Key)
			if twin := to.Member(e.Key); twin != nil {
				c.entry(at, e, twin, fieldType(field), field)
			} else {
				c.gone = append(c.gone, goneEntry{at, e})
			}
		}
	case List:
		steps := Items(from, f)
		for _, pair := range PairItems(from, to, f) {
			if pair.From < 0 {
				continue
			}
			at := p.add(steps[pair.From])
			if pair.To >= 0 {
				c.entry(at, from.Entries[pair.From], to.Entries[pair.To], itemType(t), f)
			} else {
				c.gone = append(c.gone, goneEntry{at, from.Entries[pair.From]})
			}
		}
	}
}

func (c *carrier) entry(p Path, from, to *Entry, t *plan.Type, f *plan.Field) {
	to.Lead = append([]string(nil), from.Lead...)
	to.Foot = append([]string(nil), from.Foot...)
	to.Trail = from.Trail
	c.node(p, from.Value, to.Value, t, f)
}

// noteGone notes everything below a value that is another kind of value now.
func (c *carrier) noteGone(p Path, n *Node, f *plan.Field) {
	var steps []Step
	if n.Kind == List {
		steps = Items(n, f)
	}
	for i, e := range n.Entries {
		at := p.Member(e.Key)
		if n.Kind == List {
			at = p.add(steps[i])
		}
		c.gone = append(c.gone, goneEntry{at, e})
	}
}

// moveToTail moves the comments of entries that are gone to the tail.
func (t *Template) moveToTail(gone []goneEntry) {
	for _, g := range gone {
		t.moveEntryToTail(g.path, g.entry)
	}
}

func (t *Template) moveEntryToTail(p Path, e *Entry) {
	t.noteComments(p, append(append([]string(nil), e.Lead...), e.Trail))
	for i, inner := range e.Value.Entries {
		at := p.Member(inner.Key)
		if e.Value.Kind == List {
			at = p.Item(i)
		}
		t.moveEntryToTail(at, inner)
	}
	t.noteComments(p, e.Foot)
}

// noteComments notes the comments of the entry that was at p in the tail.
func (t *Template) noteComments(p Path, comments []string) {
	for _, comment := range comments {
		text := strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(comment), "#"))
		if text != "" {
			t.Tail = append(t.Tail, "# was at "+p.String()+": "+text)
		}
	}
}

// keepDigests keeps the digests of placeholders in a text that is otherwise the
// same and was redacted without a key this time.
func keepDigests(from, to *Node, f *plan.Field) {
	if f != nil && f.Secret == plan.SecretNever || len(Placeholders(to.Text)) == 0 {
		return
	}
	if withoutDigests(from.Text) == to.Text {
		to.Text, to.Secrets = from.Text, nil
	}
}
