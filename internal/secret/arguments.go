package secret

import (
	"regexp"
	"strings"

	"saejob/internal/job"
)

// arguments finds the secrets that items of a list announce: --password, x.
func (f *finder) arguments(n *job.Node) {
	if n.Kind != job.List {
		return
	}
	var items []*job.Node
	for _, e := range n.Entries {
		if e.Value.Kind == job.String || e.Value.Kind == job.Number {
			items = append(items, e.Value)
		}
	}
	f.commandLine(items)
	f.boundOptions(items)
	f.namedItems(items)
	f.privateKeyLines(items)
}

// commandLine reads the items as one command line, in which no blank and no
// quote of an item divides anything.
func (f *finder) commandLine(items []*job.Node) {
	var line strings.Builder
	var starts []int
	for _, n := range items {
		starts = append(starts, line.Len())
		line.WriteString(argument(n.Text) + " ")
	}
	text := line.String()
	found := union(options(text), union(forms(text), statements(text)))
	for i, n := range items {
		for len(found) > 0 && found[0].end <= starts[i] {
			found = found[1:]
		}
		for _, s := range found {
			part := span{max(0, s.start-starts[i]), min(s.end-starts[i], len(n.Text))}
			if part.start >= part.end {
				break
			}
			if part.start == 0 { // the item is a value: all of it
				part.end = len(n.Text)
			}
			f.part(n, part)
		}
	}
}

// part notes a secret part of a text that is not a placeholder already.
func (f *finder) part(n *job.Node, s span) {
	if !hidesNothing(fill(n.Text, placeholders(n.Text))[s.start:s.end]) {
		f.parts[n] = union(f.parts[n], []span{s})
	}
}

// argument returns an item as a word of a command line: of the same length,
// without what divides words, and with filler for placeholders.
func argument(text string) string {
	b := []byte(fill(text, placeholders(text)))
	for i, c := range text {
		if isSpace(c) || isQuote(c) || c == '\\' {
			for j := range len(string(c)) {
				b[i+j] = 0x1f
			}
		}
	}
	return string(b)
}

// boundOption is an option with its value in one item.
var boundOption = regexp.MustCompile(`^(-{1,2}[A-Za-z][A-Za-z0-9_.-]*)[=:]`)

// boundOptions finds --password=x: in an item of its own, blanks do not end the value.
func (f *finder) boundOptions(items []*job.Node) {
	for _, n := range items {
		m := boundOption.FindStringSubmatchIndex(n.Text)
		if m != nil && isNamed(n.Text[m[2]:m[3]], fill(n.Text, placeholders(n.Text))[m[1]:]) {
			f.part(n, span{m[1], len(n.Text)})
		}
	}
}

var bareName = regexp.MustCompile(`(?i)^[a-z_][a-z0-9_.-]*$`)

// namedItems finds what follows a name that is an item of its own: config, set,
// requirepass, x. Behind other names in small letters stands a command as often.
func (f *finder) namedItems(items []*job.Node) {
	for i := 0; i+1 < len(items); i++ {
		name, value := items[i].Text, items[i+1]
		if !bareName.MatchString(name) || !known.items.MatchString(name) && strings.ToUpper(name) != name || nextOption.MatchString(value.Text) || isVerb(value.Text) {
			continue
		}
		if text := fill(value.Text, placeholders(value.Text)); text != "" && isNamed(name, text) {
			f.part(value, span{0, len(text)})
			i++
		}
	}
}

// privateKeyLines finds a private key whose lines are items.
func (f *finder) privateKeyLines(items []*job.Node) {
	inside := false
	for _, n := range items {
		if inside && n.Text != "" {
			f.part(n, span{0, len(n.Text)})
		}
		begins := keyBegin.FindAllStringIndex(n.Text, -1)
		ends := keyEnd.FindAllStringIndex(n.Text, -1)
		switch {
		case len(begins) > 0:
			inside = len(ends) == 0 || ends[len(ends)-1][0] < begins[len(begins)-1][0]
		case len(ends) > 0:
			inside = false
		}
	}
}
