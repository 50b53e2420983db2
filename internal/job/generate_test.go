package job_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"

	"saejob/internal/plan"
	"saejob/schema"
)

// generator makes answers and texts as hostile as the API could send them.
type generator struct{ *rand.Rand }

func newGenerator(seed uint64) generator { return generator{rand.New(rand.NewPCG(seed, 1))} }

func pick[T any](g generator, from ...T) T { return from[g.IntN(len(from))] }

var words = []string{
	"y", "N", "yes", "No", "on", "OFF", "true", "False", "null", "NULL", "~", "<<", "=", "-", "--", "---", "...", "?", ":", "|", ">", "|-", ">+",
	"0755", "0o17", "0x1F", "1_000", "12:30:45", "2001-01-01", ".inf", "-.INF", ".nan", "1e3", "+1", "1.", ".5", "0", "-0", "1.50",
	"a: b", "a:", ":a", "# c", "a #c", "a# c", "- a", "? a", "[a]", "{a: b}", "a, b", "&a", "*a", "!a", "!!str", "%YAML", "@a", "`a", "\"", "'", "''", "\\", "\\n",
	"<redacted>", "<redacted 12ab:0123456789abcdef>", "${X}", "$X", "(a)", "/a/b", "_a", "<a>", "示例", "é", "e\u0301", "😀", "\U000e0001", "\u200b", "\u202e", "\u2028", "\u2029",
	"\u0085", "\u00a0", "\ufeff", "\ufffe", "\U0010ffff", "\ue000", "\x00", "\x07", "\x1b[31m", "\x7f", "\t", "\r", "\n", "\r\n", " ", "  ", "\u3000",
}

// text returns a text; about half of them are tame.
func (g generator) text() string {
	switch g.IntN(8) {
	case 0:
		return ""
	case 1, 2, 3:
		return pick(g, "plain", "a b", "k=v", "INFO", "cn-beijing", "a-b", "sh -c true", "línea")
	case 4:
		return pick(g, words...)
	case 5:
		return strings.Repeat(pick(g, words...), 1+g.IntN(3)) + pick(g, "", "x", "\n", " ") + pick(g, words...)
	case 6:
		return g.lines()
	}
	var b strings.Builder
	for range g.IntN(6) {
		b.WriteString(pick(g, pick(g, words...), string(g.rune()), "a", " "))
	}
	return b.String()
}

// lines returns a text of several lines, as configuration files are.
func (g generator) lines() string {
	var b strings.Builder
	for range 1 + g.IntN(4) {
		b.WriteString(pick(g, "", "", "  ", "\t") + pick(g, "k = v", "; c", "# c", "- a", "a: b", "x", "", pick(g, words...)) +
			pick(g, "\n", "\n", "\n", "\n\n", "\r\n", " \n"))
	}
	return b.String() + pick(g, "", "", "end", "\n\n")
}

// rune returns any code point that is no half of a surrogate pair.
func (g generator) rune() rune {
	for {
		r := rune(g.IntN(pick(g, 0x80, 0x800, 0x3000, 0x10000, 0x110000)))
		if r < 0xd800 || r > 0xdfff {
			return r
		}
	}
}

// number returns a number of JSON's grammar, small, huge or odd.
func (g generator) number() json.RawMessage {
	return json.RawMessage(pick(g, "0", "-0", "1", "1.50", "1e400", "-1E-7", "123456789012345678901234567890",
		"9223372036854775807", fmt.Sprint(g.IntN(5000)), "0.10"))
}

// value returns any value, at most depth levels deep.
func (g generator) value(depth int) any {
	switch n := g.IntN(12); {
	case n == 0:
		return nil
	case n == 1:
		return g.IntN(2) == 0
	case n < 4:
		return g.number()
	case n < 9 || depth == 0:
		return g.text()
	case n == 9:
		return g.list(depth)
	}
	return g.object(depth)
}

func (g generator) list(depth int) []any {
	list := []any{}
	for range g.IntN(4) {
		list = append(list, g.value(depth-1))
	}
	return list
}

func (g generator) object(depth int) map[string]any {
	object := map[string]any{}
	for range g.IntN(4) {
		object[g.text()] = g.value(depth - 1)
	}
	return object
}

// answer returns the Data of an answer: known fields with fitting values and with
// others, and unknown ones.
func (g generator) answer() []byte {
	data := map[string]any{"AppId": "id-" + fmt.Sprint(g.Uint32()), "AppName": pick(g, "nightly", g.text())}
	for _, f := range schema.Template.Fields {
		if g.IntN(3) > 0 || data[f.Name] != nil {
			continue
		}
		if g.IntN(5) == 0 {
			data[f.Name] = g.value(3)
		} else {
			data[f.Name] = g.field(&f)
		}
	}
	for range g.IntN(3) {
		data[pick(g, "Php", "NewField", g.text())] = g.value(4)
	}
	return encode(data)
}

// field returns a value that fits a field, JSON text where it travels as such.
func (g generator) field(f *plan.Field) any {
	value := g.fitting(&f.Type)
	if !f.JSON {
		return value
	}
	text := string(encode(value))
	switch g.IntN(8) {
	case 0:
		return text[:g.IntN(len(text)+1)]
	case 1:
		return string(encode(text)) // escaped twice
	case 2:
		return `[{"name":"A","name":"B"}]`
	case 3:
		return " " + strings.ReplaceAll(text, ":", " : ") + "\n"
	case 4:
		return `["\ud800"]`
	}
	return text
}

func (g generator) fitting(t *plan.Type) any {
	var kinds []func() any
	if t.String != nil {
		kinds = append(kinds, func() any { return pick(g, append([]string{g.text()}, t.String.OneOf...)...) })
	}
	if t.Int != nil {
		kinds = append(kinds, func() any { return g.number() })
	}
	if t.Bool {
		kinds = append(kinds, func() any { return g.IntN(2) == 0 })
	}
	if t.List != nil {
		kinds = append(kinds, func() any {
			list := []any{}
			for range g.IntN(4) {
				list = append(list, g.fitting(&t.List.Item))
			}
			return list
		})
	}
	if t.Object != nil {
		kinds = append(kinds, func() any { return g.members(t.Object) })
	}
	if len(kinds) == 0 {
		return g.value(3)
	}
	return pick(g, kinds...)()
}

func (g generator) members(t *plan.Object) any {
	fields := t.Fields
	if t.Tag != "" {
		fields = pick(g, t.Variants...).Fields
	}
	object := map[string]any{}
	for _, f := range fields {
		if g.IntN(3) > 0 {
			object[f.Name] = g.fitting(&f.Type)
		}
	}
	if g.IntN(4) == 0 {
		object[g.text()] = g.value(2)
	}
	return object
}

func encode(v any) []byte {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		panic(err)
	}
	return []byte(strings.TrimSuffix(b.String(), "\n"))
}
