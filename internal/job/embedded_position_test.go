package job_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"saejob/internal/job"
	"saejob/internal/trial"
)

// spellings are the ways in which a file can hold a text.
var spellings = map[string]func(g generator, text string) string{
	"single": func(_ generator, text string) string {
		return "AppName: é\nEnvs: '" + strings.ReplaceAll(text, "'", "''") + "' # why\n"
	},
	"double": func(g generator, text string) string { return "AppName: é\nEnvs: " + g.escaped(text) + " # why\n" },
	"folded in quotes": func(_ generator, text string) string {
		return "Envs: '" + strings.ReplaceAll(strings.ReplaceAll(text, "'", "''"), ",", ",\n\n   ") + "'\nAppName: é\n"
	},
	"continued": func(g generator, text string) string {
		return "Envs: " + strings.ReplaceAll(g.escaped(text), ",", ",\\\n  ") + "\nAppName: é\n"
	},
	"literal": func(_ generator, text string) string {
		return "AppName: é\nEnvs: |-\n   " + strings.ReplaceAll(text, ",", ",\n     ") + "\nCpu: 500\n"
	},
	"folded": func(_ generator, text string) string {
		return "AppName: é\nEnvs: >\n   " + strings.ReplaceAll(text, ",", ",\n\n   ") + "\n# why\nCpu: 500\n"
	},
	"JSON": func(g generator, text string) string {
		return "{\"AppName\":\n\t\"é\", \"Envs\" : " + strings.ReplaceAll(g.escaped(text), "\n", "\\n") + "\n}"
	},
}

// escaped returns a text in double quotes, some of its characters as escapes.
func (g generator) escaped(text string) string {
	var b strings.Builder
	for _, c := range text {
		switch {
		case c < ' ' || c == '"' || c == '\\' || c < 0x10000 && g.IntN(4) == 0:
			fmt.Fprintf(&b, `\u%04x`, c)
		default:
			b.WriteRune(c)
		}
	}
	return `"` + b.String() + `"`
}

// TestPlacesInJSONText: what stands in JSON text stands where its characters are
// in the file, however the text is spelled.
func TestPlacesInJSONText(t *testing.T) {
	g := newGenerator(11)
	for spelled, spell := range spellings {
		for range trial.Cases(20_000, 500) {
			n := text(pick(g, "é", "'", "a'b''c", "", "0", "x y", "😀", `\`, `"`, "{", "[1]", "示例"))
			compact, _ := json.Marshal([]map[string]any{{"name": n.Text, "value": g.IntN(9)}, {"é": []any{true, nil, n.Text}, "name": "B"}})
			file := spell(g, string(compact))
			tmpl, problems := job.Parse([]byte(file))
			if len(problems) > 0 {
				t.Fatalf("%s: %v\n%s", spelled, problems, file)
			}
			job.Decode(tmpl)
			envs := tmpl.Root.Member("Envs").Value
			if envs.Kind != job.List {
				t.Fatalf("%s: %v\n%s", spelled, envs.Kind, file)
			}
			standsWhereItIs(t, file, envs)
			if t.Failed() {
				t.Fatalf("%s:\n%s", spelled, file)
			}
		}
	}
}

// standsWhereItIs reads each name and scalar again from where it stands.
func standsWhereItIs(t *testing.T, file string, n *job.Node) {
	t.Helper()
	for _, e := range n.Entries {
		if e.Key != "" {
			readsAs(t, file, e.KeyRange, e.Key)
		}
		if e.Value.Kind < job.List {
			readsAs(t, file, e.Value.Range, e.Value.Text)
		}
		standsWhereItIs(t, file, e.Value)
	}
}

// readsAs reads a token of JSON as each way of spelling has it.
func readsAs(t *testing.T, file string, at job.Range, want string) {
	t.Helper()
	lines := strings.Split(file, "\n")
	if at.Line != at.EndLine {
		t.Errorf("%q is at %v", want, at)
		return
	}
	token := string([]rune(lines[at.Line-1])[at.Column-1 : at.EndColumn-1])
	for _, spelled := range []string{token, "'" + token + "'", `"` + token + `"`} {
		var text string
		var value any
		if yaml.Unmarshal([]byte(spelled), &text) != nil || json.Unmarshal([]byte(text), &value) != nil && json.Unmarshal([]byte(token), &value) != nil {
			continue
		}
		if fmt.Sprint(value) == want || value == nil && want == "" {
			return
		}
	}
	t.Errorf("%q is at %v, where %s stands", want, at, token)
}
