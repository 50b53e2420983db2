package secret

import (
	"cmp"
	"slices"
	"strings"

	"saejob/internal/job"
)

// span is a stretch of a text that is secret, in bytes.
type span struct{ start, end int }

// detector finds secrets of one kind in a text. What it finds may overlap.
type detector func(text string) []span

// detectors is what every text is searched with.
var detectors = []detector{
	keyBlocks,
	tokens,
	urls,
	logins,
	assignments,
	elements,
	options,
	commands,
	statements,
}

// rounds is how often a text is searched again for what shows only when the
// secrets found so far are gone. Texts that need more are made to.
const rounds = 4

// search gives the parts of a text that are secret, in order and apart.
// Placeholders in it are none. What it gives is complete: with placeholders in
// these places, nothing more is found.
func search(text string) []span {
	there := placeholders(text)
	var found []span
	for range rounds {
		view := fill(text, union(there, found))
		more := slices.DeleteFunc(detect(view, layers), func(s span) bool { return hidesNothing(view[s.start:s.end]) })
		if len(more) == 0 {
			return found
		}
		found = union(found, more)
	}
	return []span{{0, len(text)}}
}

// Mask gives a line of text with a placeholder for each secret in it. It is for
// text that belongs to no tree, a comment or a message of a library, and knows
// less than [Mark]: what a value's field or its name on another line would tell.
func Mask(line string) string {
	found := union(search(line), encodedLine(line))
	n := &job.Node{Kind: job.String, Text: line}
	for _, s := range found {
		n.Secrets = append(n.Secrets, job.Secret{Start: s.start, End: s.end, Placeholder: job.Redacted})
	}
	return n.Shown()
}

// placeholders gives the placeholders that are in a text already.
func placeholders(text string) []span {
	if !strings.Contains(text, "<redacted") {
		return nil
	}
	var found []span
	for _, at := range job.Placeholders(text) {
		found = append(found, span{at[0], at[1]})
	}
	return found
}

// filler is what detectors see of a placeholder: a character that ends no value
// and is part of no name.
const filler = "\x1a"

// fill puts filler in the place of spans. Offsets stay as they are.
func fill(text string, spans []span) string {
	if len(spans) == 0 {
		return text
	}
	b := []byte(text)
	for _, s := range spans {
		for i := s.start; i < s.end; i++ {
			b[i] = filler[0]
		}
	}
	return string(b)
}

// hidesNothing says whether there is nothing to hide in a text.
func hidesNothing(text string) bool { return strings.Trim(text, filler+"\"'`\\ \t\r\n") == "" }

// union gives the stretches that are in one of two lists of spans, in order and
// apart.
func union(a, b []span) []span {
	all := slices.Concat(a, b)
	slices.SortFunc(all, func(x, y span) int { return cmp.Compare(x.start, y.start) })
	var out []span
	for _, s := range all {
		if last := len(out) - 1; last >= 0 && s.start < out[last].end {
			out[last].end = max(out[last].end, s.end)
		} else if s.start < s.end {
			out = append(out, s)
		}
	}
	return out
}
