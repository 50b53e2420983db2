package secret

import "slices"

// rounds is how often a text is searched again for what shows only when the
// secrets found so far are gone. A text that needs more was made to.
const rounds = 4

// search returns the parts of a text that are secret, in order and apart.
// Placeholders in it are not secret. The result is complete: with placeholders in
// these places, nothing more is found.
func search(text string) []span { return searchWith(detectors, text) }

// searchNamed is search where a name may say that what looks random is public: a
// digest, an id.
func searchNamed(names []string, text string) []span {
	if slices.ContainsFunc(names, func(name string) bool { return anyWord(wordsOf(fold(name, true)), besideRandom) }) {
		return searchWith(detectorsOfPublic, text)
	}
	return search(text)
}

func searchWith(list []detector, text string) []span {
	there := placeholders(text)
	var found []span
	for range rounds {
		v := newView(text, union(there, found))
		more := slices.DeleteFunc(detect(v.text, layers, list), func(s span) bool { return hidesNothing(v.text[s.start:s.end]) })
		if len(more) == 0 {
			return found
		}
		for i := range more {
			more[i] = v.origin(more[i])
		}
		found = union(found, more)
	}
	return []span{{0, len(text)}}
}
