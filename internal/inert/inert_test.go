package inert_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"saejob/internal/inert"
	"saejob/internal/trial"
)

func TestLine(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"nightly", "nightly"},
		{"a: b # c", "a: b # c"},
		{"示例 é 😀", "示例 é 😀"},
		{`C:\new`, `C:\new`},
		{"a\nb\r\nc\td", `a\nb\r\nc\td`},
		{"\x1b[31mred\x1b[0m", `\u{1b}[31mred\u{1b}[0m`},
		{"\x00\x07\x08\x7f", `\u{0}\u{7}\u{8}\u{7f}`},
		{"\u009b31m", `\u{9b}31m`},
		{"\x9b31m", `\x9b31m`},
		{"a\xffb", `a\xffb`},
		{"\ufffd", "\ufffd"},
		{"\u202eevil\u202c", `\u{202e}evil\u{202c}`},
		{"\u2066\u200b\ufeff\u00a0\u2028\u2029\u0085", `\u{2066}\u{200b}\u{feff}\u{a0}\u{2028}\u{2029}\u{85}`},
		{"\U000e0041\ue000\U0010ffff", `\u{e0041}\u{e000}\u{10ffff}`},
		{"::error file=a::b", `:\u{3a}error file=a::b`},
		{"  ::error::b", `  :\u{3a}error::b`},
		{"\t::error::b", `\t::error::b`},
		{"\u3000::error::b", "\u3000" + `:\u{3a}error::b`},
		{"std::string", "std::string"},
		{"x\n::error::b", `x\n::error::b`},
		{"##[group]x", `#\u{23}[group]x`},
		{"a ##VSO[Task.x]", `a #\u{23}VSO[Task.x]`},
		{"##teamCity[x]", `#\u{23}teamCity[x]`},
		{"a ##vso[task.setvariable]", `a #\u{23}vso[task.setvariable]`},
		{"##teamcity[x", `#\u{23}teamcity[x`},
		{"###[x", `##\u{23}[x`},
		{"##[##[", `#\u{23}[#\u{23}[`},
		{"## a heading", "## a heading"},
		{"#\u200b#[x", `#\u{200b}#[x`},
	} {
		if got := inert.Line(c.text); got != c.want {
			t.Errorf("Line(%q)\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

func TestLines(t *testing.T) {
	got := inert.Lines("a\x1b\n::b\n\r\n##[c")
	want := "a\\u{1b}\n:\\u{3a}b\n\\r\n#\\u{23}[c"
	if got != want {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

func TestLineIsInert(t *testing.T) {
	g := rand.New(rand.NewPCG(1, 1))
	for range trial.Cases(500_000, 10_000) {
		text := trial.HostileText(g)
		safe := inert.Line(text)
		if strings.Contains(safe, "\n") {
			t.Fatalf("more than a line: %q", safe)
		}
		trial.MustBeInert(t, safe)
		if inert.Line(safe) != safe {
			t.Fatalf("safe text changes: %q, %q", safe, inert.Line(safe))
		}
	}
}

func TestSafeJSONMeansTheSame(t *testing.T) {
	g := rand.New(rand.NewPCG(2, 1))
	for range trial.Cases(100_000, 3000) {
		value := map[string][]string{trial.HostileText(g): {trial.HostileText(g), trial.HostileText(g)}}
		var plain bytes.Buffer
		enc := json.NewEncoder(&plain)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(value); err != nil {
			t.Fatal(err)
		}
		safe := inert.JSON(plain.Bytes())
		trial.MustBeInert(t, string(safe))
		var want, got any
		if json.Unmarshal(plain.Bytes(), &want) != nil || json.Unmarshal(safe, &got) != nil {
			t.Fatalf("not JSON: %s", safe)
		}
		a, _ := json.Marshal(want)
		b, _ := json.Marshal(got)
		if !bytes.Equal(a, b) {
			t.Fatalf("means %s, not %s", b, a)
		}
	}
}
