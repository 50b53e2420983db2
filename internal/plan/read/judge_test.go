package read_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"saejob/internal/plan/read"
)

const judged = `package p

import "strings"

#D: {n?: int64, f?: #F, l?: [...(int32 | string)], five?: string & strings.MinRunes(5) & strings.MaxRunes(5)}
#F: {a!: bool, b?: "x"}
`

func TestJudge(t *testing.T) {
	judge, err := read.NewJudge(fstest.MapFS{"p.cue": {Data: []byte(judged)}}, "#D")
	if err != nil {
		t.Fatal(err)
	}
	for document, want := range map[string]bool{
		`{}`:                                    true,
		`{"n": 9223372036854775807}`:            true,
		`{"n": 9223372036854775808}`:            false,
		`{"n": -9223372036854775808}`:           true,
		`{"n": 123456789012345678901234567890}`: false,
		`{"n": -0}`:                             true,
		`{"n": 1.0}`:                            false,
		`{"n": 1e3}`:                            false,
		`{"n": 1e400}`:                          false,
		`{"n": 1E99999999999}`:                  false,
		`{"n": "1"}`:                            false,
		`{"n": null}`:                           false,
		`{"n": 1, "n": 1}`:                      false,
		`{"m": 1}`:                              false,
		`{"_m": 1}`:                             false,
		`{"#D": 1}`:                             false,
		`{"f": {"a": true}}`:                    true,
		`{"f": {"a": true, "c": 1}}`:            false, // closed within, too
		`{"f": {"b": "x"}}`:                     false,
		`{"l": [1, "\u00e4\ud83d\ude00"]}`:      true,
		`{"l": [1, 2147483648]}`:                false,
		`{"l": [[]]}`:                           false,
		`{"five": "\u0000\ufeff\\(\u2028"}`:     true,
		`{"five": "\"#\n😀\\"}`:                  true,
		`{"five": "1234"}`:                      false,
		`[]`:                                    false,
		`{} {}`:                                 false,
		`{"n": 01}`:                             false,
		`{"n": }`:                               false,
		`{"n": [}`:                              false,
		"{\"five\": \"1234\xff\"}":              false,
		``:                                      false,
	} {
		got, why := judge.Accepts([]byte(document))
		if got != want || got == (why != nil) {
			t.Errorf("%s: %v (%v)", document, got, why)
		}
	}
}

func TestJudgeSaysWhy(t *testing.T) {
	judge, err := read.NewJudge(fstest.MapFS{"p.cue": {Data: []byte(judged)}}, "#D")
	if err != nil {
		t.Fatal(err)
	}
	_, why := judge.Accepts([]byte(`{"f": {"a": 1}}`))
	if want := "p.cue:5: #D.f.a: conflicting values 1 and bool (mismatched types int and bool)"; message(why) != want {
		t.Errorf("got %v, want %s", why, want)
	}
}

// CUE's own words, and where they are about: the path of the first reason that
// has one.
func TestRefusal(t *testing.T) {
	const text = `package p

import "list"

#D: X={
	k!: "a" | "b", n?: int64 & >=1, l?: [...#F], "odd name"?: bool, w?: "c" | "d" | "e" | "f", for t in ["a"] if X.k == t {n!: _}
	for t in ["z"] if X.k == t {w!: _} // where k is missing CUE says so for each row, and the judge once
	t?: [...{i!: string}]
	_unique: {if X.t != _|_ {t: row: [for i in X.t {i.i}] & list.UniqueItems()}}
}
#F: {a!: bool}
`
	judge, err := read.NewJudge(fstest.MapFS{"p.cue": {Data: []byte(text)}}, "#D")
	if err != nil {
		t.Fatal(err)
	}
	for document, want := range map[string]string{
		`{"k": "b"}`:                      ` | `,
		`{"k": "b", "n": 0}`:              `n | n: invalid value 0 (out of bound >=1)`,
		`{"k": "b", "l": [{"a": 1}]}`:     `l/0/a | l.0.a: conflicting values 1 and bool (mismatched types int and bool)`,
		`{"k": "b", "m": 1}`:              `m | m: field not allowed`,
		`{"k": "b", "odd name": "x\n y"}`: `odd name | odd name: conflicting values bool and "x\n y" (mismatched types bool and string)`,
		`{"k": "b", "w": "x"}`: `w | w: 4 errors in empty disjunction; w: conflicting values "c" and "x"; ` +
			`w: conflicting values "d" and "x"; and 2 more`,
		`{"k": "a"}`:                       `n | n: field is required but not present`,
		`{}`:                               `k | required field missing: k`,
		`{"k": "b"`:                        ` | EOF`,
		`{"k": "b", "m": 1, "_unique": 1}`: `m | m: field not allowed; _unique: field not allowed`,
		`{"k": "b", "t": [{"i": "x"}, {"i": "x"}]}`: `t | t: invalid value ["x","x"] (does not satisfy list.UniqueItems)`,
	} {
		path, words := judge.Refusal([]byte(document))
		if got := strings.Join(path, "/") + " | " + words; got != want {
			t.Errorf("%s\n got %s\nwant %s", document, got, want)
		}
	}
}

func TestNewJudgeRefuses(t *testing.T) {
	for text, want := range map[string]string{
		judged:                     "no file defines #E",
		"package p\n#E: {a: #X}\n": `p.cue:2: #E.a: reference "#X" not found`,
		"package p\n#E: {\n":       "p.cue:2: expected '}', found 'EOF'",
	} {
		_, err := read.NewJudge(fstest.MapFS{"p.cue": {Data: []byte(text)}}, "#E")
		if message(err) != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

func TestPublish(t *testing.T) {
	files := fstest.MapFS{
		"a.cue": {Data: []byte("package p\n\nimport (\n\t\"list\" // used\n)\n\n// What B is.\n#B: [...string] & list.MinItems(1) // one\n")},
		"b.cue": {Data: []byte("// Package p is a page.\npackage p\n\nimport \"list\"\nimport \"strings\"\n\n#A: {b?: #B, c?: [...string] & list.MinItems(2), s?: strings.MinRunes(3)}\n// end\n")},
	}
	got, err := read.Publish(files, "b.cue")
	if err != nil {
		t.Fatal(err)
	}
	want := `// Package p is a page.
package p

import (
	"list"
	"strings"
)

#A: {b?: #B, c?: [...string] & list.MinItems(2), s?: strings.MinRunes(3)}
// end

// What B is.
#B: [...string] & list.MinItems(1) // one
`
	if string(got) != want {
		t.Errorf("got\n%s", got)
	}
	judge, err := read.NewJudge(fstest.MapFS{"p.cue": {Data: got}}, "#A")
	if err != nil {
		t.Fatal(err)
	}
	if ok, _ := judge.Accepts([]byte(`{"b": []}`)); ok {
		t.Error("the published schema accepts what the files refuse")
	}
}

func TestPublishOne(t *testing.T) {
	files := fstest.MapFS{"a.cue": {Data: []byte("package p\n\n#A: string\n")}}
	got, err := read.Publish(files, "a.cue")
	if want := "package p\n\n#A: string\n"; err != nil || string(got) != want {
		t.Errorf("got %q (%v), want %q", got, err, want)
	}
	if _, err := read.Publish(files, "b.cue"); message(err) != "there is no file b.cue" {
		t.Error(err)
	}
}
