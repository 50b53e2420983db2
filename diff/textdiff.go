package diff

import (
	"regexp"
	"strings"

	"github.com/sergi/go-diff/diffmatchpatch"

	"saejob/internal/job"
)

// Line is a line of a text that changed: Unchanged, Removed or Added.
type Line struct {
	Kind Status
	// Spans are the line's text, its line break too.
	Spans []Span
}

// Span is a stretch of a line.
type Span struct {
	Text string
	// Changed: this is what is not the same in the line beside it.
	Changed bool
}

// longText is how many bytes a text of one line may have to be shown whole.
const longText = 60

// changedLines compares two texts line by line, and lines that took each other's
// place word by word, as they are shown: placeholders stand for secrets. It
// returns nil where there are not two texts or both are short.
func changedLines(before, after *job.Node) []Line {
	if before == nil || after == nil || before.Kind != job.String || after.Kind != job.String {
		return nil
	}
	from, to := before.Shown(), after.Shown()
	if from == to || !isLong(from) && !isLong(to) {
		return nil
	}
	return compareLines(from, to)
}

func isLong(text string) bool { return len(text) > longText || strings.Contains(text, "\n") }

func compareLines(from, to string) []Line {
	var lines []Line
	left := maxMarked
	for _, e := range edits(splitLines(from), splitLines(to)) {
		lines = append(lines, wholes(Unchanged, e.same)...)
		n := min(len(e.removed), len(e.added), left)
		left -= n
		removed, added := wholes(Removed, e.removed[n:]), wholes(Added, e.added[n:])
		var before, after []Line
		for i := range n {
			a, b := compareWords(e.removed[i], e.added[i])
			before, after = append(before, Line{Removed, a}), append(after, Line{Added, b})
		}
		lines = append(append(append(append(lines, before...), removed...), after...), added...)
	}
	return lines
}

// maxMarked is how many lines of a text are compared word by word: more than
// anybody reads.
const maxMarked = 200

func splitLines(text string) []string {
	lines := strings.SplitAfter(text, "\n")
	if lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

func wholes(kind Status, texts []string) []Line {
	var lines []Line
	for _, text := range texts {
		lines = append(lines, Line{kind, []Span{{text, false}}})
	}
	return lines
}

var words = regexp.MustCompile(`[\pL\pN_]+|[^\pL\pN_]`)

// compareWords marks in two lines what is not the same. Where too little is, the
// marks would only be in the way, and there are none.
func compareWords(from, to string) (a, b []Span) {
	same := 0
	for _, e := range edits(words.FindAllString(from, -1), words.FindAllString(to, -1)) {
		for _, text := range e.same {
			same += len(strings.TrimSpace(text))
		}
		a = span(span(a, false, e.same), true, e.removed)
		b = span(span(b, false, e.same), true, e.added)
	}
	if same*3 < min(len(strings.TrimSpace(from)), len(strings.TrimSpace(to))) {
		return []Span{{from, false}}, []Span{{to, false}}
	}
	return a, b
}

func span(spans []Span, changed bool, texts []string) []Span {
	if len(texts) == 0 {
		return spans
	}
	return append(spans, Span{strings.Join(texts, ""), changed})
}

// edit is what is the same in two lists of texts, and then what is not.
type edit struct{ same, removed, added []string }

// maxEdits and maxTexts bound the work of comparing two lists of texts; longer
// ones are compared from both ends only.
const (
	maxEdits = 4 << 20
	maxTexts = 1 << 16
)

// edits compares two lists of texts.
func edits(from, to []string) []edit {
	head := 0
	for head < len(from) && head < len(to) && from[head] == to[head] {
		head++
	}
	tail := 0
	for tail < len(from)-head && tail < len(to)-head && from[len(from)-1-tail] == to[len(to)-1-tail] {
		tail++
	}
	middle := edit{same: from[:head], removed: from[head : len(from)-tail], added: to[head : len(to)-tail]}
	all := []edit{middle}
	if len(middle.removed)*len(middle.added) <= maxEdits && len(middle.removed)+len(middle.added) <= maxTexts {
		all = bestEdits(middle)
	}
	return append(all, edit{same: from[len(from)-tail:]})
}

// bestEdits finds what is the same within an edit. The library compares runes,
// so each text is one; it is asked for no other service, since its own splitting
// into lines has been wrong (sergi/go-diff#140). Without its time limit, the
// result does not depend on the machine.
func bestEdits(whole edit) []edit {
	alphabet := map[string]rune{}
	a, b := spell(whole.removed, alphabet), spell(whole.added, alphabet)
	library := diffmatchpatch.New()
	library.DiffTimeout = 0
	all := []edit{{same: whole.same}}
	i, j := 0, 0
	for _, d := range library.DiffMainRunes(a, b, false) {
		n := len([]rune(d.Text))
		last := &all[len(all)-1]
		switch d.Type {
		case diffmatchpatch.DiffDelete:
			last.removed = whole.removed[i-len(last.removed) : i+n]
			i += n
		case diffmatchpatch.DiffInsert:
			last.added = whole.added[j-len(last.added) : j+n]
			j += n
		default:
			all = append(all, edit{same: whole.removed[i : i+n]})
			i, j = i+n, j+n
		}
	}
	return all
}

// spell writes each text as a rune of its own, none of them half of a pair.
func spell(texts []string, alphabet map[string]rune) []rune {
	runes := make([]rune, len(texts))
	for i, text := range texts {
		r, ok := alphabet[text]
		if !ok {
			if r = rune(len(alphabet)) + 1; r >= 0xd800 {
				r += 0x800
			}
			alphabet[text] = r
		}
		runes[i] = r
	}
	return runes
}
