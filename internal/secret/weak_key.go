package secret

// leastDifferent is how many different bytes a key has at least. Of 32 random bytes,
// fewer than this are different once in more than 10^15 keys.
const leastDifferent = 12

// whyGuessed returns why a key can be guessed, "" where nothing says so: it has few
// different bytes, one part of it is repeated, or it counts. Any other key, such as a
// sentence, passes.
func whyGuessed(key []byte) string {
	different := map[byte]bool{}
	for _, b := range key {
		different[b] = true
	}
	switch {
	case isRepeated(key):
		return "it repeats one part"
	case counts(key):
		return "it counts"
	case len(different) < leastDifferent:
		return "few of its bytes are different"
	}
	return ""
}

// isRepeated reports whether a key is a part of at most half its length, again and
// again; the last time, the part may be cut.
func isRepeated(key []byte) bool {
	for period := 1; period <= len(key)/2; period++ {
		same := true
		for i := period; i < len(key) && same; i++ {
			same = key[i] == key[i-period]
		}
		if same {
			return true
		}
	}
	return false
}

// counts reports whether most bytes of a key are as far from the one before: 0, 1, 2,
// also with a step or downwards.
func counts(key []byte) bool {
	steps := map[byte]int{}
	for i := 1; i < len(key); i++ {
		steps[key[i]-key[i-1]]++
	}
	for _, n := range steps {
		if n > len(key)/2 {
			return true
		}
	}
	return false
}
