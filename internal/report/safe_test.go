package report_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"saejob/internal/job"
	"saejob/internal/report"
)

func TestSafe(t *testing.T) {
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
		{"a ##vso[task.setvariable]", `a #\u{23}vso[task.setvariable]`},
		{"##teamcity[x", `#\u{23}teamcity[x`},
		{"###[x", `##\u{23}[x`},
		{"##[##[", `#\u{23}[#\u{23}[`},
		{"## a heading", "## a heading"},
		{"#\u200b#[x", `#\u{200b}#[x`},
	} {
		if got := report.Safe(c.text); got != c.want {
			t.Errorf("Safe(%q)\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

func TestSafeLines(t *testing.T) {
	got := report.SafeLines("a\x1b\n::b\n\r\n##[c")
	want := "a\\u{1b}\n:\\u{3a}b\n\\r\n#\\u{23}[c"
	if got != want {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

// hostile are the parts that hostile texts of the tests are made of.
var hostile = []string{
	"::", ":", "##", "#", "[", "vso[", "##[", "##vso[", "group]", "error", " ", "\t", "\n", "\r", "\x1b[2J", "\u009b", "\x9b", "\x00", "\x7f",
	"\u202e", "\u200b", "\u2028", "\u0085", "\u00a0", "\u3000", "a", "示", "%0A", `\`, `"`, "`", "|", "<", "->", "\xc3", "\xed\xa0\x80",
}

func hostileText(g *rand.Rand) string {
	var b strings.Builder
	for range g.IntN(12) {
		b.WriteString(hostile[g.IntN(len(hostile))])
	}
	return b.String()
}

// command is what no line of any report may hold.
var command = regexp.MustCompile(`##[A-Za-z]*\[|(?m)^[\s\p{Z}]*::`)

func inert(t *testing.T, text string) {
	t.Helper()
	if !utf8.ValidString(text) {
		t.Fatalf("not UTF-8: %q", text)
	}
	for _, r := range text {
		if r != '\n' && job.Invisible(r) {
			t.Fatalf("holds %U: %q", r, text)
		}
	}
	if at := command.FindString(text); at != "" {
		t.Fatalf("holds the command %q: %q", at, text)
	}
}

func TestSafeIsInert(t *testing.T) {
	g := rand.New(rand.NewPCG(1, 1))
	for range cases(500_000, 10_000) {
		text := hostileText(g)
		safe := report.Safe(text)
		if strings.Contains(safe, "\n") {
			t.Fatalf("more than a line: %q", safe)
		}
		inert(t, safe)
		if report.Safe(safe) != safe {
			t.Fatalf("safe text changes: %q, %q", safe, report.Safe(safe))
		}
	}
}

func TestSafeJSONMeansTheSame(t *testing.T) {
	g := rand.New(rand.NewPCG(2, 1))
	for range cases(100_000, 3000) {
		value := map[string][]string{hostileText(g): {hostileText(g), hostileText(g)}}
		var plain bytes.Buffer
		enc := json.NewEncoder(&plain)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(value); err != nil {
			t.Fatal(err)
		}
		safe := report.SafeJSON(plain.Bytes())
		inert(t, string(safe))
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
