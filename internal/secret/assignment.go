package secret

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// assignments finds the values of names that say secret, and of names beside
// them: k=v, k: v, "k": "v", k => v, ?k=v&, and {"name": k, "value": v}.
func assignments(text string) []span {
	s := assigner{text: text, budget: budget(text)}
	for i := 0; i < len(text) && s.budget > 0; {
		n := strings.IndexAny(text[i:], "=:：＝")
		if n < 0 {
			break
		}
		i = s.at(i + n)
	}
	return s.found
}

// budget bounds how much of a text is read for values, which may lie in one
// another. Who goes beyond made a text that is not worth the time: the rest of it
// is taken for a secret.
func budget(text string) int { return 4*len(text) + 1<<16 }

// assigner goes over the pairs of names and values in a text.
type assigner struct {
	text   string
	found  []span
	budget int
	// pairs counts the pairs.
	pairs int
	// name says secret; its value may come up to the pair until.
	name  string
	until int
	// value came at the pair since, without its name: that may follow.
	value pairing
	since int
}

// window is how many pairs a name and its value may be apart.
const window = 4

// at looks at the sign at a place of the text, and gives the place to go on.
func (s *assigner) at(i int) int {
	sign, size := utf8.DecodeRuneInString(s.text[i:])
	next := i + size
	p := pairing{sign: '='}
	if sign == ':' || sign == '：' {
		p.sign = ':'
		if rest := s.text[next:]; strings.HasPrefix(rest, "//") || strings.HasPrefix(rest, `\/`) || strings.HasPrefix(rest, "=") {
			return next
		}
	} else if strings.HasPrefix(s.text[next:], "=") {
		return next
	}
	if !p.readName(s.text, i, next) {
		return next
	}
	s.judge(&p)
	return next
}

// judge finds the pair's value if it is secret.
func (s *assigner) judge(p *pairing) {
	s.pairs++
	told := tell(p.name)
	if p.query && queryNames[strings.ToLower(p.name)] {
		told = loud
	}
	switch {
	case told == silent && isNameName(p.name):
		s.named(p)
	case told == silent && (isValueName(p.name) || isMistyped(p.name)):
		if s.name != "" && s.pairs <= s.until {
			s.valued(p, s.name, tell(s.name))
		}
		s.value, s.since = *p, s.pairs
	case told == silent, p.sign == ':' && !p.apart && !p.quoted && !p.mayBindTight(s.text):
	default:
		s.valued(p, p.name, told)
	}
}

// valued finds a value if its name tells that it is secret.
func (s *assigner) valued(p *pairing, name string, told telling) {
	if told == hinting {
		if v := s.read(p, p.value+enough); !isRandom(s.text[v.start:v.end]) {
			return
		}
	}
	v := s.read(p, len(s.text))
	if s.budget -= v.end - v.start; s.budget <= 0 {
		v.end = len(s.text)
	}
	if value := s.text[v.start:v.end]; told == loud && isHarmless(name, value) || p.isVersion(value) {
		return
	}
	s.found = append(s.found, v)
}

// named reads what a member called name says: its value may be before it, or
// behind it.
func (s *assigner) named(p *pairing) {
	v := s.read(p, p.value+longName)
	s.name = s.text[v.start:v.end]
	told := tell(s.name)
	if told == silent {
		s.name = ""
		return
	}
	s.until = s.pairs + window
	if s.since > 0 && s.pairs <= s.since+window {
		s.valued(&s.value, s.name, told)
	}
}

// version is what a module is required in: Flask==2.0.
var version = regexp.MustCompile(`^[0-9]+(?:\.[0-9*]+)+[a-z0-9]*(?:,.*)?$`)

// isVersion says whether a pair only requires a version of a module.
func (p *pairing) isVersion(value string) bool {
	return versioning[p.operator] && version.MatchString(value)
}

var versioning = set("==", ">=", "<=", "~=", "!=")

// mayBindTight says whether a colon without blanks binds a value to its name. It
// does not in the tag of an image, the port of a host and an ARN.
func (p *pairing) mayBindTight(text string) bool {
	if p.start > 0 && strings.IndexByte("/@:.", text[p.start-1]) >= 0 {
		return false
	}
	return tell(lastWord(words(fold(p.name, true)))) == loud || strings.IndexFunc(p.name, isHan) >= 0
}

func isHan(c rune) bool { return unicode.Is(unicode.Han, c) }
