package secret

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// assignments finds the values of names that say secret, and of names beside
// them: k=v, k: v, "k": "v", k => v, ?k=v&, and {"name": k, "value": v}.
//
// A pair is read in stages: from its sign back to its name, forward to the end of
// its value, and, if the name says little, what the value looks like.
func assignments(text string) []span {
	p := assignmentParser{text: text, budget: budget(text)}
	for i := 0; i < len(text) && p.budget > 0; {
		n := strings.IndexAny(text[i:], "=:：＝")
		if n < 0 {
			break
		}
		i = p.readSign(i + n)
	}
	return p.found
}

// assignmentParser goes over the pairs of names and values in a text.
type assignmentParser struct {
	text   string
	found  []span
	budget int
	// pairs counts the pairs.
	pairs int
	// name says secret; its value may come up to the pair until. member is what says
	// the name.
	name, member string
	until        int
	// value came at the pair since, without its name: that may follow.
	value pair
	since int
}

// window is how many pairs a name and its value may be apart.
const window = 4

// readSign reads the pair around the sign at a place of the text, if it is one, and
// returns the place to go on.
func (a *assignmentParser) readSign(i int) int {
	sign, size := utf8.DecodeRuneInString(a.text[i:])
	next := i + size
	p := pair{sign: '='}
	if sign == ':' || sign == '：' {
		p.sign = ':'
		if rest := a.text[next:]; strings.HasPrefix(rest, "//") || strings.HasPrefix(rest, `\/`) || strings.HasPrefix(rest, "=") {
			return next
		}
	} else if strings.HasPrefix(a.text[next:], "=") {
		return next
	}
	if p.readName(a.text, i, next) {
		a.pairs++
		a.judge(&p)
	}
	return next
}

// judge finds the value of a pair if it is a secret.
func (a *assignmentParser) judge(p *pair) {
	said := signalOf(p.name)
	if p.query && known.uses[strings.ToLower(p.name)].says(strong, asParameter) {
		said = strong
	}
	if said == weak && isNameName(p.name) && !p.query {
		if a.noteName(p); a.name != "" {
			return // {"key": "db.password", "value": …}
		}
	}
	switch {
	case said == none && isNameName(p.name):
		a.noteName(p)
	case said == none && (isValueName(p.name) || isMistyped(p.name, "value")):
		if a.name != "" && a.pairs <= a.until {
			a.judgeValue(p, a.name, signalOf(a.name))
		}
		a.value, a.since = *p, a.pairs
	case said == none, p.sign == ':' && !p.apart && !p.quoted && !p.mayBindTight(a.text):
	default:
		a.judgeValue(p, p.name, said)
	}
}

// judgeValue finds the value of a pair if this name, its own or one beside it, says
// that it is a secret.
func (a *assignmentParser) judgeValue(p *pair, name string, said signal) {
	if said == weak {
		if v := p.readValue(a.text, p.value+enough); !isRandom(a.text[v.start:v.end]) {
			return
		}
	}
	v := p.readValue(a.text, len(a.text))
	if a.budget -= v.end - v.start; a.budget <= 0 {
		v.end = len(a.text)
	}
	value := a.text[v.start:v.end]
	if said == strong && isHarmless(name, value) || p.requiresVersion(value) || p.holdsSettings(a.text, name, value) || p.isCommand(value) {
		return
	}
	a.found = append(a.found, v)
}

// noteName notes what a member called name says: the value that it names may be
// before it, or after it.
func (a *assignmentParser) noteName(p *pair) {
	v := p.readValue(a.text, p.value+longName)
	name := a.text[v.start:v.end]
	said := signalOf(name)
	if said == none {
		if a.member == p.name { // the next one of its kind
			a.name = ""
		}
		return
	}
	a.name, a.member = name, p.name
	a.until = a.pairs + window
	if a.since > 0 && a.pairs <= a.since+window {
		a.judgeValue(&a.value, a.name, said)
	}
}

// version is what a module is required in: Flask==2.0.
var version = regexp.MustCompile(`^[0-9]+(?:\.[0-9*]+)+[a-z0-9]*(?:,.*)?$`)

// comparisons are the operators that stand between a module and its version.
var comparisons = set("==", ">=", "<=", "~=", "!=")

// requiresVersion reports whether a pair only requires a version of a module.
func (p *pair) requiresVersion(value string) bool {
	return comparisons[p.operator] && version.MatchString(value)
}

// mayBindTight reports whether a colon without blanks binds a value to its name. It
// does not in the tag of an image, the port of a host and an ARN.
func (p *pair) mayBindTight(text string) bool {
	if p.start > 0 && strings.IndexByte("/@:.", text[p.start-1]) >= 0 {
		return false
	}
	isHan := func(c rune) bool { return unicode.Is(unicode.Han, c) }
	return signalOf(lastWord(wordsOf(fold(p.name, true)))) == strong || strings.IndexFunc(p.name, isHan) >= 0
}

// holdsSettings reports whether a value is a structure that holds settings only.
func (p *pair) holdsSettings(text, name, value string) bool {
	if value == "" || !strings.ContainsAny(value, ":") {
		return false
	}
	isBlock := p.sign == ':' && strings.IndexByte("\r\n", text[min(p.value, len(text)-1)]) >= 0
	return (isBlock || value[0] == '{' || value[0] == '[') && isSettingsText(name, value)
}

var (
	// smallWords are small letters with hyphens between them.
	smallWords = regexp.MustCompile(`^[a-z]+(?:-[a-z]+)+$`)
	// topics group commands: auth:clear-resets.
	topics = set("auth", "session", "cookie", "token", "key", "jwt")
)

// isCommand reports whether a name and a value, with a colon alone between them, are a
// command such as auth:clear-resets.
func (p *pair) isCommand(value string) bool {
	return p.sign == ':' && !p.apart && !p.quoted && topics[p.name] && smallWords.MatchString(value)
}
