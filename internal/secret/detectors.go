package secret

import "strings"

// detector finds secrets of one kind in a text. What it finds may overlap.
type detector func(text string) []span

// detectors is what every text is searched with.
var detectors = []detector{
	privateKeys,
	tokens,
	longWords,
	urls,
	logins,
	assignments,
	elements,
	options,
	forms,
	statements,
	inserts,
	randomWords,
}

// detectorsOfPublic is what a text is searched with that may look random.
var detectorsOfPublic = detectors[:len(detectors)-1]

// detectorsOfStatements find what a text says outright, whatever the secret looks like.
var detectorsOfStatements = []detector{logins, assignments, elements, options, forms, statements}

// layers is how many layers of escapes are looked under.
const layers = 3

// detect returns what the detectors find in a text, and in what it says when its
// escapes are undone: text travels in JSON in a parameter of a URL in XML.
func detect(text string, layers int, list []detector) []span {
	var found []span
	for _, d := range list {
		found = append(found, d(text)...)
	}
	if layers == 0 || !strings.ContainsAny(text, `%&\`) {
		return found
	}
	plain, from := decode(text)
	if plain == text {
		return found
	}
	for _, s := range detect(plain, layers-1, list) {
		found = append(found, span{from[s.start], from[s.end]})
	}
	return found
}
