package secret

import (
	"slices"
	"strings"
	"testing"
)

// verdicts report, place by place, whether a name or a value is judged as a word
// there has it. Every row of the table must change one.
var verdicts = map[word]func(text string) bool{
	{where: anywhere, says: strong}:      func(text string) bool { return signalOf("x"+text+"x") == strong },
	{where: anywhere, says: none}:        func(text string) bool { return signalOf(text) == none },
	{where: asWord, says: strong}:        func(text string) bool { return signalOf("db_"+text+"_q") == strong },
	{where: asWord, says: none}:          func(text string) bool { return signalOf(text) == none },
	{where: asPhrase, says: strong}:      func(text string) bool { return signalOf("db_"+text+"_q") == strong },
	{where: asLast, says: strong}:        func(text string) bool { return signalOf("db_"+text) == strong },
	{where: asLast, says: weak}:          func(text string) bool { return signalOf("db_"+text) == weak },
	{where: asSuffix, says: none}:        func(text string) bool { return signalOf("auth_"+text) == strong },
	{where: asEnding, says: strong}:      func(text string) bool { return signalOf("db"+text) == strong },
	{where: afterEnding, says: none}:     func(text string) bool { return signalOf("pass_"+text) == none },
	{where: beforeKey, says: strong}:     func(text string) bool { return signalOf(text+"_key_q") == strong },
	{where: besideWeak, says: none}:      func(text string) bool { return signalOf(text+"_key") == none },
	{where: asParameter, says: strong}:   func(text string) bool { return len(assignments("?"+text+"=x")) == 1 },
	{where: beforeItem, says: strong}:    func(text string) bool { return known.items.MatchString("db." + text) },
	{where: startsOption, says: none}:    func(text string) bool { return !asksForValue("--" + text + "-password") },
	{where: endsOption, says: none}:      func(text string) bool { return !asksForValue("--password-" + text) },
	{where: besideNumber, says: none}:    func(text string) bool { return !isNamed("token_"+text, "5") },
	{where: besidePath, says: none}:      func(text string) bool { return !isNamed("token_"+text, "/x") },
	{where: aloneBesidePath, says: none}: func(text string) bool { return !isNamed(text, "/x") },
	{where: besideLabel, says: none}: func(text string) bool {
		return !isNamed("token_"+text, "orders") || !isNamed("token_"+text, "redis://$U:$P@h")
	},
	{where: besideRandom, says: none}: func(text string) bool { return !isShaped("x_"+text, "k4nAr1Zq9Xw2Lm8Tb5Vc7Nd3Hf6Js1") },
}

// TestEveryWordDecides: without a row of the table, something is judged otherwise.
// A word that another row, or a gate before it, makes useless is found here.
func TestEveryWordDecides(t *testing.T) {
	defer func() { known = arrange(words) }()
	for i, w := range words {
		decides := verdicts[word{where: w.where, says: w.says}]
		if decides == nil {
			t.Errorf("%s: nothing reads a word with this place and this signal", w.text)
			continue
		}
		known = arrange(words)
		with := decides(w.text)
		known = arrange(slices.Delete(slices.Clone(words), i, i+1))
		if without := decides(w.text); !with || without {
			t.Errorf("%s decides nothing (row %d): with it %v, without it %v", w.text, i, with, without)
		}
	}
}

// TestEveryTokenFormDecides: without a row of the table, its token is not found.
func TestEveryTokenFormDecides(t *testing.T) {
	defer func() { tokenFormsBy = byFirst(tokenForms) }()
	for i, f := range tokenForms {
		token := f.prefix + strings.Repeat("k4nAri", 20)[:max(f.least, 2)]
		if f.shape != nil {
			token += ".k4nAri"
		}
		found := func() bool { return slices.Contains(tokens("x "+token+" y"), span{2, 2 + len(token)}) }
		tokenFormsBy = byFirst(tokenForms)
		with := found()
		tokenFormsBy = byFirst(slices.Delete(slices.Clone(tokenForms), i, i+1))
		if without := found(); !with || without {
			t.Errorf("%s decides nothing: with it %v, without it %v", f.prefix, with, without)
		}
	}
}

// TestEveryFormDecides: without a form, a secret is not found in a text of the
// tests, or, for an option of a command, in the command.
func TestEveryFormDecides(t *testing.T) {
	texts := slices.Clone(secretTexts)
	for _, o := range commandOptions {
		texts = append(texts, o.command+" "+o.option+" «kanari»")
	}
	all := knownForms
	defer func() { knownForms = all }()
	for _, text := range texts {
		if got := replace(unmarked(text)); got != redacted(text) {
			t.Errorf("%s becomes %s", text, got)
		}
	}
	for i, f := range all {
		knownForms = slices.Delete(slices.Clone(all), i, i+1)
		if !slices.ContainsFunc(texts, func(text string) bool { return replace(unmarked(text)) != redacted(text) }) {
			t.Errorf("no text in secretTexts needs %s", f.pattern())
		}
	}
}
