package secret

import (
	"regexp"
	"strings"
)

// enough is how many bytes of a value tell whether it looks random.
const enough = 100

var (
	uuid       = regexp.MustCompile(`^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$`)
	base32Text = regexp.MustCompile(`^[A-Z2-7]{26,}=*$`)
	hexText    = regexp.MustCompile(`^[0-9a-fA-F]+$`)
	oneWord    = regexp.MustCompile(`^[A-Za-z0-9+_-][A-Za-z0-9+/_-]*={0,2}$`)
)

// isRandom reports whether a value looks random rather than made up by a person:
// letters and digits change often.
func isRandom(value string) bool {
	value = strings.TrimPrefix(strings.TrimSpace(value), "base64:")
	value = value[:min(len(value), enough)]
	if len(value) < 16 || !oneWord.MatchString(value) {
		return false
	}
	if uuid.MatchString(value) {
		return true
	}
	digits, changes := countChanges(value)
	return digits >= 2 && (hexText.MatchString(value) || base32Text.MatchString(value) || changes*4 >= len(value))
}

// isShaped reports whether the value of an environment variable is a secret by its
// shape alone: as long and random as keys are, under a name that is not one of a
// digest or an id.
func isShaped(name, value string) bool {
	value = value[:min(len(value), enough)]
	if len(value) < 20 || uuid.MatchString(value) || !isRandom(value) || publicBeginning.MatchString(value) {
		return false
	}
	if anyWord(wordsOf(fold(name, true)), besideRandom) {
		return false
	}
	if hexText.MatchString(value) {
		return len(value) >= 32 && strings.ContainsAny(strings.ToLower(value), "abcdef")
	}
	return strings.ToLower(value) != value && strings.ToUpper(value) != value
}

// countChanges counts digits, and the places where small letters, capitals and
// digits change. A capital before a small letter begins a word and is no change.
func countChanges(value string) (digits, changes int) {
	for i := range len(value) {
		now := kindOf(value[i])
		if now == isDigit {
			digits++
		}
		if i > 0 && now != 0 {
			before := kindOf(value[i-1])
			if before != 0 && before != now && !(before == isCapital && now == isSmall) {
				changes++
			}
		}
	}
	return digits, changes
}
