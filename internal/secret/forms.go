package secret

import (
	"slices"
	"strings"
)

// knownForms are all forms.
var knownForms = arrangeForms(slices.Concat(commandForms, commandPositions, formsOf(commandOptions), sentenceForms, proseForms, addressForms, keyForms))

// formTable is forms as texts are searched with them.
type formTable struct {
	forms []form
	// parts are all that the forms need, by the first byte: one pass over a text tells
	// which are in it.
	parts [256][]part
	needs []needs
}

// part is what some forms need, and its number.
type part struct {
	text string
	id   int
}

// needs is what a form needs: all of one set of parts, and one of another, if there is
// another.
type needs struct{ all, one parts }

// parts is a set of parts, by number.
type parts [4]uint64

func (s *parts) add(id int)      { s[id/64] |= 1 << (id % 64) }
func (s *parts) has(id int) bool { return s[id/64]&(1<<(id%64)) != 0 }

func arrangeForms(forms []form) *formTable {
	t := &formTable{forms: forms, needs: make([]needs, len(forms))}
	ids := map[string]int{}
	id := func(text string) int {
		n, ok := ids[text]
		if !ok {
			n = len(ids)
			ids[text] = n
			t.parts[text[0]] = append(t.parts[text[0]], part{text, n})
		}
		return n
	}
	for i, f := range forms {
		for _, text := range f.needs {
			t.needs[i].all.add(id(text))
		}
		for _, text := range f.words {
			t.needs[i].one.add(id(text))
		}
	}
	return t
}

// in returns the parts that are in a text of small letters.
func (t *formTable) in(small string) (there parts) {
	for i := range len(small) {
		for _, p := range t.parts[small[i]] {
			if !there.has(p.id) && strings.HasPrefix(small[i:], p.text) {
				there.add(p.id)
			}
		}
	}
	return there
}

// met reports whether what a form needs is there.
func (n *needs) met(there *parts) bool {
	one := n.one == parts{}
	for i, have := range there {
		if n.all[i]&^have != 0 {
			return false
		}
		one = one || n.one[i]&have != 0
	}
	return one
}

// forms finds what commands, sentences and addresses of known form hold.
func forms(text string) []span {
	if strings.IndexFunc(text, isSign) < 0 {
		return nil // a word alone: every form has signs
	}
	there := knownForms.in(strings.ToLower(text))
	var found []span
	for i := range knownForms.forms {
		if knownForms.needs[i].met(&there) {
			found = append(found, knownForms.forms[i].find(text)...)
		}
	}
	return found
}

// isSign reports whether a character is none of a word.
func isSign(c rune) bool {
	return c >= 0x80 || !isAlphanumeric(byte(c)) && c != '_' && c != '-' && c != '.'
}
