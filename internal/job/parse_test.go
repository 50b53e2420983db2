package job_test

import (
	"fmt"
	"strings"
	"testing"

	"saejob/internal/job"
)

func TestParseProblems(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"empty file", "", "1:1 the file has no fields"},
		{"only a comment", "# nothing\n", "1:1 the file has no fields"},
		{"a document that only begins", "---", "1:1 the file has no fields"},
		{"null", "null\n", "1:1 the file has no fields"},
		{"a list", "- a\n", "1:1 the file must be a structure of fields; this is a list"},
		{"text", "just text\n", "1:1 the file must be a structure of fields; this is text"},
		{"alias and anchor", "A: &x 1\nB: *x\n", "1:4 anchors are not supported; write the value without the anchor\n2:4 aliases are not supported; write out the value"},
		{"unknown anchor says no name", "Password: *hunter2\n", "1:1 not valid YAML: unknown anchor referenced"},
		{"merge key", "A: {}\n<<: {}\n", "2:1 other YAML readers read this as a merge key; quote it"},
		{"tag", "A: !!str 1\nB: !x {}\n", "1:4 tags are not supported; write the value without the tag\n2:4 tags are not supported; write the value without the tag"},
		{"second document", "A: 1\n---\nB: 2\n", "2:1 a second document; a file can contain only one"},
		{"duplicate key", "A: 1\nB: 2\nA: 3\n", "3:1 duplicate name; only the first one counts"},
		{"duplicate key in JSON", "{\"A\": 1,\n \"A\": 2}", "2:2 duplicate name; only the first one counts"},
		{"octal", "A: 0755\n", "1:4 other YAML readers read this as a number; quote it"},
		{"yes", "A: yes\n", "1:4 other YAML readers read this as true or false; quote it"},
		{"base 60", "A: 12:30:45\n", "1:4 other YAML readers read this as a number of base 60; quote it"},
		{"date", "A: 2001-01-01\n", "1:4 other YAML readers read this as a date; quote it"},
		{"infinity", "A: [.inf]\n", "1:5 other YAML readers read this as infinity; quote it"},
		{"number as name", "1: a\n", "1:1 other YAML readers read this name as a number; quote it"},
		{"structure as name", "? [a]\n: b\n", "1:3 a field name must be text; this is a structure or an alias"},
		{"tab", "A:\n\t- b\n", "2:1 not valid YAML: indent with spaces, not tabs"},
		{"UTF-16", "\xff\xfeA\x00", "1:1 the file looks like UTF-16; save it as UTF-8"},
		{"not UTF-8", "A: \xff\n", "1:4 not UTF-8 here; save the file as UTF-8"},
		{"NUL", "A: \x00\n", "1:4 a NUL byte; the file must be text"},
		{"invisible line break", "A: a\u2028b\n", "1:5 an invisible line break; write it as an escape in double quotes"},
		{"half a surrogate pair", `{"A": "\ud800"}`, "1:1 the file cannot be read: it has an unpaired surrogate"},
		{"deep", strings.Repeat("[", 20_000), "1:1 the file is nested more than 100 levels deep"},
		{"alias bomb", "A: &a [x]\nB: [" + strings.Repeat("*a, ", 72) + "]\n", "2:5 aliases are not supported, and 71 more follow; write out the values"},
		{"list that is not closed", "A: [a\nB: b\n", "2:1 not valid YAML: a list or a structure in brackets is not closed, or a comma is missing"},
		{"list that is not closed, further down", "A: 1\nB: [a\nC: b\n", "2:1 not valid YAML: a list or a structure in brackets is not closed, or a comma is missing"},
		{"indentation", "A: 1\n B: 2\n", "2:1 not valid YAML: there is a colon where no field can begin; put text that holds \": \" in quotes, or indent the line as the other fields of its structure"},
		{"text behind text", "A: 1\nB: \"x\" y\n", "2:1 not valid YAML: the line does not go with the lines above it; indent all fields of a structure by the same number of spaces, and put text in quotes as a whole"},
		{"list in a structure", "A: 1\nB:\n  - x\n  y: 1\n", "3:1 not valid YAML: the line does not go with the list above it; begin each item with -, and indent all items by the same number of spaces"},
		{"text that is not closed", "A: 1\nB: \"x\n", "2:1 not valid YAML: a quote is not closed"},
		{"a word where true or false is meant", "Suspend: yes\n", "1:10 other YAML readers read this as true or false; write true or false"},
		{"a word in a structure", "TomcatConfig:\n  useBodyEncodingForUri: on\n", "2:26 other YAML readers read this as true or false; write true or false"},
		{"a word where text is meant", "AppName: yes\nEnvs:\n- {name: A, value: 0x1F}\n", "1:10 other YAML readers read this as true or false; quote it\n3:20 other YAML readers read this as a number; quote it"},
		{"a number of another form", "Cpu: 0x1F4\nReplicas: 1_000\n", "1:6 other YAML readers read this as a number; write a whole number, with digits only\n2:11 other YAML readers read this as a number; write a whole number, with digits only"},
		{"a date where a list is meant", "Envs: 2020-01-01\n", "1:7 other YAML readers read this as a date; write a list"},
		{"conflict", "A: 1\n<<<<<<< HEAD\nB: 1\n=======\nB: 2\n>>>>>>> other\n", "2:1 a merge left a conflict here; keep one of the two versions, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>"},
		{"no conflict", "A: 1\n<<<<<<< HEAD\nB: 1\n", "2:1 not valid YAML: a field has no colon after its name; write NAME: VALUE, and indent each line of a longer text"},
		{"star", "A:\n  b: */5 * * * *\n", "2:1 not valid YAML: text that begins with * or & must be in quotes"},
		{"sign", "A: 1\nB: @x\n", "2:1 not valid YAML: text that begins with @, ` or % must be in quotes"},
		{"control character", "A: 1\nB: é\x1b[31m\n", "2:5 not valid YAML: control characters are not allowed"},
		{"structure that is not closed at the end", "A: 1\nB:\n  {c: d\n", "3:1 not valid YAML: a list or a structure in brackets is not closed, or a comma is missing"},
		{"structure that is not closed in one line", "A: {b: c\n", "1:1 not valid YAML: a list or a structure in brackets is not closed, or a comma is missing"},
		{"deep, closed", "A: " + strings.Repeat("[", 150) + strings.Repeat("]", 150), "1:104 nested more than 100 levels deep"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, problems := job.Parse([]byte(test.text))
			var got []string
			for _, p := range problems {
				got = append(got, fmt.Sprintf("%d:%d %s", p.Range.Line, p.Range.Column, p.Message))
			}
			if text := strings.Join(got, "\n"); text != test.want {
				t.Errorf("got\n%s\nwant\n%s", text, test.want)
			}
		})
	}
}

// TestParseReads: what a scalar is, is decided by JSON's grammar.
func TestParseReads(t *testing.T) {
	tests := []struct {
		text string
		kind job.Kind
		want string
	}{
		{"1.50", job.Number, "1.50"}, {"-0", job.Number, "-0"}, {"1e400", job.Number, "1e400"},
		{"true", job.Bool, "true"}, {"null", job.Null, ""}, {"", job.Null, ""},
		{"1.14.2", job.String, "1.14.2"}, {"2026.11.02", job.String, "2026.11.02"}, {"5m", job.String, "5m"},
		{`"yes"`, job.String, "yes"}, {"'0755'", job.String, "0755"}, {"yes sir", job.String, "yes sir"},
		{"|\n  a\n   b\n", job.String, "a\n b\n"}, {">-\n  a\n  b\n", job.String, "a b"}, {"|+\n  a\n", job.String, "a\n\n"},
		{"a\n  b", job.String, "a b"}, {`"a\u00e9"`, job.String, "aé"},
		{"@at", job.Null, "not valid YAML"},
	}
	for _, test := range tests {
		tmpl, problems := job.Parse([]byte("A: " + test.text + "\n"))
		if len(problems) > 0 {
			if !strings.HasPrefix(problems[0].Message, test.want) || test.want == "" {
				t.Errorf("%s: %v", test.text, problems)
			}
			continue
		}
		if n := tmpl.Root.Entries[0].Value; n.Kind != test.kind || n.Text != test.want {
			t.Errorf("%s is %s %q; want %s %q", test.text, n.Kind, n.Text, test.kind, test.want)
		}
	}
}

// TestRanges: where values and names stand, columns in characters.
func TestRanges(t *testing.T) {
	file := strings.ReplaceAll(`AppName: 示例 # comment
Envs:
  - name: A
    value: "x y"
  - {name: 'b''c', value: "\"é"}
PhpConfig: |
  a
  b
"Cpu" : 500
CommandArgs: [a, "b"]
Memory:
`, "\t", "")
	want := `AppName 1:1-1:8 1:10-1:12
Envs 2:1-2:5 3:3-3:12
Envs[A] 0:0-0:0 3:5-3:12
Envs[A].name 3:5-3:9 3:11-3:12
Envs[A].value 4:5-4:10 4:12-4:17
Envs[b'c] 0:0-0:0 5:5-5:33
Envs[b'c].name 5:6-5:10 5:12-5:18
Envs[b'c].value 5:20-5:25 5:27-5:32
PhpConfig 6:1-6:10 6:12-8:4
Cpu 9:1-9:6 9:9-9:12
CommandArgs 10:1-10:12 10:14-10:22
CommandArgs[0] 0:0-0:0 10:15-10:16
CommandArgs[1] 0:0-0:0 10:18-10:21
Memory 11:1-11:7 11:1-11:7
`
	for _, text := range []string{file, strings.ReplaceAll(file, "\n", "\r\n"), "\ufeff" + file} {
		tmpl, problems := job.Parse([]byte(text))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		if got := ranges(tmpl); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
}

func TestRangesInJSON(t *testing.T) {
	tmpl, problems := job.Parse([]byte("{\"AppName\": \"é\\ud83d\\ude00\",\n  \"CommandArgs\": [1,\n 2], \"Cpu\": 500 }\n"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	want := `AppName 1:2-1:11 1:13-1:28
CommandArgs 2:3-2:16 2:18-2:21
CommandArgs[0] 0:0-0:0 2:19-2:20
CommandArgs[1] 0:0-0:0 3:2-3:3
Cpu 3:6-3:11 3:13-3:16
`
	if got := ranges(tmpl); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestNoCommentsInJSON: what looks like a comment inside a text of a JSON file is
// the text's.
func TestNoCommentsInJSON(t *testing.T) {
	file := "{\n  \"AppName #1\": \"a # b\",\n\n  \"Envs\": [{\"name\": \"x\", \"value\": \"y #z\"}] }\n"
	tmpl, problems := job.Parse([]byte(file))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	want := "\"AppName #1\": \"a # b\"\n\nEnvs:\n  - name: x\n    value: \"y #z\"\n"
	if got := string(job.Print(tmpl)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// FuzzParse: no text makes the reader fail; what it reads without a problem, it
// prints and reads again alike, and its ranges lie in the text.
func FuzzParse(f *testing.F) {
	g := newGenerator(9)
	for range 20 {
		if tmpl, err := job.FromAnswer(g.answer()); err == nil {
			f.Add([]byte(g.commented(job.Print(tmpl))))
		}
	}
	f.Add([]byte("a: [b, {c: 'd' # e\n}]\n- f"))
	f.Fuzz(func(t *testing.T, text []byte) {
		tmpl, problems := job.Parse(text)
		if tmpl == nil || len(problems) > 0 {
			return
		}
		again, problems := job.Parse(job.Print(tmpl))
		if len(problems) > 0 || job.Compare(tmpl, again) != job.Same {
			t.Errorf("%q is printed as\n%s\n%v", text, job.Print(tmpl), problems)
		}
	})
}
