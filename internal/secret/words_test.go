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
	for i, f := range all.forms {
		knownForms = arrangeForms(slices.Delete(slices.Clone(all.forms), i, i+1))
		if !slices.ContainsFunc(texts, func(text string) bool { return replace(unmarked(text)) != redacted(text) }) {
			t.Errorf("no text in secretTexts needs %s", f.pattern())
		}
	}
}

// wordTexts are texts with a token «so», one for each form of a word.
var wordTexts = []string{
	"x «k4nAr1Zq9Xw2Lm.atlasv1.¦Tb5Vc7Nd3Hf6Js1Pw0Qa4EzRt8YuIo2PlKj6H» y",
	"x=«0a1b2c3d4e5f60718293a4b5c6d7e8f9-¦us20»",
	"id=«aB38Q~¦fi31jytGyXLZFpQIIfPyG64TpsqQL1k»",
	"«f2yurS_yyogcyggGXXMezggGjaLhpPk_mmk¦»",
	"«pat¦zzQpY7Ttkp6rud.0a1b2c3d4e5f60718293a4b5c6d7e8f9»",
	"«API-¦SCHRHCKMXHSX1XOQPTBERFIABC»",
	"«s¦.r7x8wmfrumrfpv1yhl1e32k4»",
	"«SK¦abcdefabcdefabcdefabcdefabcdef12»",
	"加签 «SEC¦abcdefabcdefabcdefabcdefabcdef12»",
	"«SCT¦123TabcdefGHIJKLm»",
	"«sc_¦s7bgjmb13bnl.w91lq.acc_a03il3qbymuwro4s.gj7qho90hzkbaccqtlrkds»",
	"«MqWcyPDHKYZGBvFOBJBelVDbx.¦GIKAd5.sMGMnCHVsyznyAipeInSAqnqmXdnNy»",
	"«110201543:AA¦hdqtcvchvgwjxfsefsasqkpaldsawq»",
	"«123456789012345|¦abcdefghijklmnopqrstuvwxyz-_a»",
	"«0a1b2c3d4e5f60718293a4b5c6d7e8f9.¦abcdefghijklmnop»",
	"«live_¦0a1b2c3d4e5f60718293a4b5c6d7e8f9012»",
	"«pt-¦abcdefghijklmnopqrstuvwx_7171a6ca-d1cd-4928-8642-7d5cfe690001»",
	"«1//0¦abcdefghijklmnopqrstuvwxyzabcdefgh»",
	"«" + strings.Repeat("abcd", 19) + "AZDO¦abcd»",
	"«MIIC¦dwIBADANBgkqhkiG»",
	"«b3Bl¦bnNzaC1rZXktdjEA/+/+/+/+»",
}

// TestEveryWordFormDecides: without a form, the token of a text is not found.
func TestEveryWordFormDecides(t *testing.T) {
	all := wordForms
	defer func() { wordForms = all }()
	for _, text := range wordTexts {
		if got := replace(unmarked(text)); got != redacted(text) {
			t.Errorf("%s becomes %s", text, got)
		}
	}
	for i, f := range all {
		wordForms = slices.Delete(slices.Clone(all), i, i+1)
		if !slices.ContainsFunc(wordTexts, func(text string) bool { return replace(unmarked(text)) != redacted(text) }) {
			t.Errorf("no text in wordTexts needs %s", f.pattern())
		}
	}
}
