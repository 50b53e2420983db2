package secret

import (
	"regexp"
	"slices"
	"strings"
)

// signal is how strongly a word, or a name, says that a value is a secret.
type signal uint8

const (
	// none says nothing, or takes back what another word says.
	none signal = iota
	// weak makes a value a secret that looks random: a key, a code.
	weak
	// strong makes a value a secret, unless it cannot be one.
	strong
)

// place is where in a name a word counts, or beside which value.
type place uint32

const (
	// anywhere: in the words of a name or across them.
	anywhere place = 1 << iota
	// asWord: as a word of its own. Numbers after words do not count.
	asWord
	// asPhrase: as several words in a row.
	asPhrase
	// asLast: as the last word, but for suffixes.
	asLast
	// asSuffix: after the last word that counts; it does not change the meaning.
	asSuffix
	// asEnding: at the end of a word.
	asEnding
	// afterEnding: as the word after such an ending.
	afterEnding
	// beforeKey: before key or keys, in a word of its own or in the same one.
	beforeKey
	// besideWeak: beside a word that says little.
	besideWeak
	// asParameter: as the whole name of a parameter of a URL.
	asParameter
	// beforeItem: at the end of an item of a list, before the item that is the value.
	beforeItem
	// startsOption: as the first word of an option.
	startsOption
	// endsOption: as the last word of an option.
	endsOption
	// besideNumber: where the value is a number.
	besideNumber
	// besidePath: as the last word, where the value is the path of a file.
	besidePath
	// aloneBesidePath: as the whole name, where the value is the path of a file.
	aloneBesidePath
	// besideLabel: as the last word, where the value is a word, a number or an address.
	besideLabel
	// besideRandom: where the value looks random.
	besideRandom
)

// uses are the places where a text counts, by what it says there.
type uses [strong + 1]place

func (u uses) says(s signal, at place) bool { return u[s]&at != 0 }

// lexicon is the words of the table as names are looked up in them.
type lexicon struct {
	uses map[string]uses
	// roots: a name that says anything holds one of them somewhere.
	roots prefixes
	// parts say strongly wherever they stand, when harmless ones are taken out.
	parts    prefixes
	harmless *strings.Replacer
	// phrases have _ before, between and after their words.
	phrases []string
	endings []string
	// items is how a name ends whose value is the next item of a list.
	items *regexp.Regexp
}

// known is what is known of names.
var known = arrange(words)

// arrange makes a lexicon of a table of words.
func arrange(table []word) *lexicon {
	l := &lexicon{uses: make(map[string]uses, len(table))}
	var roots, harmless, items []string
	for _, w := range table {
		u := l.uses[w.text]
		u[w.says] |= w.where
		l.uses[w.text] = u
		switch {
		case w.where == anywhere && w.says == none:
			harmless = append(harmless, w.text, "")
		case w.where == anywhere:
			l.parts.add(w.text)
		case w.where == asPhrase:
			l.phrases = append(l.phrases, "_"+strings.ReplaceAll(w.text, " ", "_")+"_")
		case w.where == asEnding:
			l.endings = append(l.endings, w.text)
		case w.where == beforeItem:
			items = append(items, w.text)
		}
		if w.says != none {
			roots = append(roots, root(w))
		}
	}
	slices.SortFunc(roots, func(a, b string) int { return len(a) - len(b) })
	for _, r := range roots {
		if !l.roots.in(r) { // a longer one tells no more
			l.roots.add(r)
		}
	}
	l.harmless = strings.NewReplacer(harmless...)
	l.items = regexp.MustCompile(`(?i)(?:` + strings.Join(items, "|") + `)$`)
	return l
}

// root returns what a name has in it, without a break, in which a word counts.
func root(w word) string {
	switch w.where {
	case asPhrase:
		return slices.MaxFunc(strings.Fields(w.text), func(a, b string) int { return len(a) - len(b) })
	case beforeKey:
		return "key"
	}
	return w.text
}

// prefixes are texts to look for in another one, by their first byte.
type prefixes [256][]string

func (p *prefixes) add(text string) { p[text[0]] = append(p[text[0]], text) }

// in reports whether one of the texts is somewhere in a name.
func (p *prefixes) in(name string) bool {
	for i := range len(name) {
		for _, text := range p[name[i]] {
			if strings.HasPrefix(name[i:], text) {
				return true
			}
		}
	}
	return false
}
