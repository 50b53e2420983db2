package read_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"saejob/internal/plan/read"
)

// The fields that the rows below are about, and the rows' derivation. What is
// tested begins with line 2 of r.cue.
const rowFields = `package p

import "list"

#T: {
	a!: "x" | "y"
	n!: 1 | 2
	m!: int32 & >=0 & <=9
	o?: string
	p?: "u" | "v"
	keyed?: [...#K]
	k!: 1 | "1"
	l?: [...#A]
	ls?: [...#A] | string
}
#A: {b?: string, c?: int32}
#K: {b!: string}
`

const derived = `
#J: X=(#T & {
	for r in requires if list.Contains(r.in, X[r.field]) for f in r.fields {(f)!: _}
	for r in forbids if list.Contains(r.in, X[r.field]) for f in r.fields {(f)?: _|_}
	for p in pairs {(p.with)!: or(p.table["\(X[p.field])"])}
	for m in atMost {(m.field)?: list.MatchN(<=m.n, m.of)}
	for a in allows if list.Contains(a.in, X[a.field]) {(a.with)?: or(a.values)}
	_unique: {for id, u in unique if X[u.field] != _|_ {(u.field): (id): [for i in X[u.field] {i[u.key]}] & list.UniqueItems()}}
})
requires: {}
forbids: {}
pairs: {}
atMost: {}
allows: {}
unique: {}
`

var unknownRows = []struct{ text, want string }{
	{`requires: "r": {field: "a", in: ["x"], fields: ["o"], source: "s", message: "m"}`, `accepted`},
	{`requires: "r": {field: "a", in: ["x"], fields: ["o"], source: "s", message: "m", severity: "warning"}`, `accepted`},
	{`requires: "r": {field: "a", in: ["x"], fields: ["o"], source: "s", message: "m", severity: "info"}`, `r.cue:2: row r: severity is "info"; it must be error or warning`},
	{`requires: r: {field: "a", in: ["x"], fields: ["o"], source: "s", message: "m"}`, `r.cue:2: a row must have the form requires: "some-name": {…}`},
	{`requires: "R": {field: "a", in: ["x"], fields: ["o"], source: "s", message: "m"}`, `r.cue:2: a row must have the form requires: "some-name": {…}`},
	{`pairs: "r": {field: "k", with: "m", table: {"1": [1]}, source: "s", message: "m"}`, `r.cue:2: row r: k does not list the integers it may be`},
	{`pairs: "r": {field: "n", with: "k", table: {"1": [1], "2": [1]}, source: "s", message: "m"}`, `r.cue:2: row r: k is not a required integer`},
	{`atMost: "r": {field: "ls", n: 1, of: {b!: "t", ...}, source: "s", message: "m"}`, `r.cue:2: row r: ls must be a list of structures, and nothing else`},
	{`requires: "r"?: {field: "a", in: ["x"], fields: ["o"], source: "s", message: "m"}`, `r.cue:2: a row must have the form requires: "some-name": {…}`},
	{`requires: "r": {field: "a", in: ["x"], fields: ["o"], source: "s"}`, `r.cue:2: row r has no message`},
	{`requires: "r": {field: "a", in: ["x"], fields: ["o"], source: "s", message: ""}`, `r.cue:2: row r: it is empty`},
	{`requires: "r": {field: "a", in: ["x"], fields: ["o"], source: "s", message: "m", help: "h"}`, `r.cue:2: member help is not known, or is there twice, in row r of requires`},
	{`requires: "r": {field: "a", in: ["x"], fields: ["o"], source: "s", message: "m", message: "m"}`, `r.cue:2: member message is not known, or is there twice, in row r of requires`},
	{`requires: "r": {field: "a", in: ["x"], fields: ["o"], source: "s", message: "{field} {q}"}`, `r.cue:2: row r: there is no field q`},
	{`requires: "r": {field: "a", in: ["x"], fields: ["o"], source: "s", message: "{allowed}"}`, `r.cue:2: row r: there is no field allowed`},
	{`requires: "r": {field: "a", in: ["x"], fields: ["o"], source: "\(_page)", message: "m"}`, `r.cue:2: _page is not a constant text`},
	{`requires: "r": {field: "a", in: ["x"], fields: ["o"], source: "s" + "t", message: "m"}`, `r.cue:2: operator + is not a constant text`},
	{`requires: "r": {field: "o", in: ["x"], fields: ["o"], source: "s", message: "m"}`, `r.cue:2: row r: o is optional; only a required field can be the subject`},
	{`requires: "r": {field: "q", in: ["x"], fields: ["o"], source: "s", message: "m"}`, `r.cue:2: row r: there is no field q`},
	{`requires: "r": {field: "a", in: ["z"], fields: ["o"], source: "s", message: "m"}`, `r.cue:2: row r: a is never z`},
	{`requires: "r": {field: "m", in: ["1"], fields: ["o"], source: "s", message: "m"}`, `r.cue:2: row r: m is never 1`},
	{`requires: "r": {field: "a", in: [], fields: ["o"], source: "s", message: "m"}`, `r.cue:2: a list is not a list of constants`},
	{`requires: "r": {field: "a", in: ["x", "x"], fields: ["o"], source: "s", message: "m"}`, `r.cue:2: x is there twice`},
	{`requires: "r": {field: "a", in: ["x", ...], fields: ["o"], source: "s", message: "m"}`, `r.cue:2: ... is not a constant text`},
	{`requires: "r": {field: "a", in: ["x"], fields: ["q"], source: "s", message: "m"}`, `r.cue:2: row r: there is no field q`},
	{`requires: "r": {field: "a", in: ["x"], fields: ["m"], source: "s", message: "m"}`, `r.cue:2: row r: m is always required`},
	{`forbids: "r": {field: "a", in: ["x"], fields: ["n"], source: "s", message: "m"}`, `r.cue:2: row r: n is always required`},
	{`forbids: "r": {field: "a", in: ["x"], fields: ["o"], source: "s", message: "m", if true {n: 1}}`, `r.cue:2: a condition is not known in a row`},
	{`forbids: "r": {field: "a", in: ["x"], fields: ["o"], source: "s", message: "m"} @sae(plain)`, `r.cue:2: attribute @sae(plain) is not known here`},
	{`forbids: "r": {field: "a", in: ["x"], fields: ["o"], source: "s" @sae(plain), message: "m"}`, `r.cue:2: attribute @sae(plain) is not known here`},
	{`forbids: "r": #A`, `r.cue:2: a row must have the form forbids: "some-name": {…}`},
	{`forbids: #A`, `r.cue:2: #A is not a structure`},
	{`forbids?: "r": {}`, `r.cue:2: forbids at the top of a file has a mark ?`},
	{`pairs: "r": {field: "n", with: "m", table: {"1": [1]}, source: "s", message: "m"}`, `r.cue:2: row r: n may be 2, which is not in the table`},
	{`pairs: "r": {field: "n", with: "m", table: {"1": [1], "2": [10]}, source: "s", message: "m"}`, `r.cue:2: row r: m is never 10`},
	{`pairs: "r": {field: "n", with: "m", table: {"1": [1], "2": [2], "3": [3]}, source: "s", message: "m"}`, `r.cue:2: row r: the table has 3 values, but n may have 2`},
	{`pairs: "r": {field: "n", with: "m", table: {"1": [1], "2": ["2"]}, source: "s", message: "m"}`, `r.cue:2: "2" is not a constant integer`},
	{`pairs: "r": {field: "n", with: "m", table: {"1": [1], "2"?: [2]}, source: "s", message: "m"}`, `r.cue:2: a table must have the form "value": [12, 34]`},
	{`pairs: "r": {field: "n", with: "o", table: {"1": [1], "2": [2]}, source: "s", message: "m"}`, `r.cue:2: row r: o is not a required integer`},
	{`pairs: "r": {field: "m", with: "n", table: {"1": [1], "2": [2]}, source: "s", message: "m"}`, `r.cue:2: row r: m does not list the integers it may be`},
	{`pairs: "r": {field: "a", with: "n", table: {"x": [1], "y": [2]}, source: "s", message: "m"}`, `r.cue:2: row r: a does not list the integers it may be`},
	{`atMost: "r": {field: "l", n: 1, of: {b!: "t"}, source: "s", message: "m"}`, `r.cue:2: items must have the form {name!: "text", ...}`},
	{`atMost: "r": {field: "l", n: 1, of: {b: "t", ...}, source: "s", message: "m"}`, `r.cue:2: without ! behind b, the row counts items that lack it`},
	{`atMost: "r": {field: "l", n: 1, of: {b!: string, ...}, source: "s", message: "m"}`, `r.cue:2: string is not a constant text`},
	{`atMost: "r": {field: "l", n: 1, of: {b!: "t", ...string}, source: "s", message: "m"}`, `r.cue:2: missing ',' in struct literal`},
	{`atMost: "r": {field: "l", n: 1, of: {...}, source: "s", message: "m"}`, `r.cue:2: items must have the form {name!: "text", ...}`},
	{`atMost: "r": {field: "l", n: 1, of: {d!: "t", ...}, source: "s", message: "m"}`, `r.cue:2: row r: the items of l have no text d`},
	{`atMost: "r": {field: "l", n: 1, of: {c!: "t", ...}, source: "s", message: "m"}`, `r.cue:2: row r: the items of l have no text c`},
	{`atMost: "r": {field: "l", n: 0, of: {b!: "t", ...}, source: "s", message: "m"}`, `r.cue:2: row r: 0 is not a bound; write 1 or more`},
	{`atMost: "r": {field: "l", n: 1.5, of: {b!: "t", ...}, source: "s", message: "m"}`, `r.cue:2: 1.5 is not a constant integer`},
	{`atMost: "r": {field: "o", n: 1, of: {b!: "t", ...}, source: "s", message: "m"}`, `r.cue:2: row r: o must be a list of structures, and nothing else`},
	{`allows: "r": {field: "a", in: ["x"], with: "p", values: ["u"], source: "s", message: "{allowed}", severity: "warning"}`, `accepted`},
	{`allows: "r": {field: "a", in: ["z"], with: "p", values: ["u"], source: "s", message: "m"}`, `r.cue:2: row r: a is never z`},
	{`allows: "r": {field: "p", in: ["u"], with: "p", values: ["u"], source: "s", message: "m"}`, `r.cue:2: row r: p is optional; only a required field can be the subject`},
	{`allows: "r": {field: "a", in: ["x"], with: "q", values: ["u"], source: "s", message: "m"}`, `r.cue:2: row r: there is no field q`},
	{`allows: "r": {field: "a", in: ["x"], with: "o", values: ["u"], source: "s", message: "m"}`, `r.cue:2: row r: o is not an optional field that lists the texts it may be`},
	{`allows: "r": {field: "a", in: ["x"], with: "a", values: ["x"], source: "s", message: "m"}`, `r.cue:2: row r: a is not an optional field that lists the texts it may be`},
	{`allows: "r": {field: "a", in: ["x"], with: "p", values: ["w"], source: "s", message: "m"}`, `r.cue:2: row r: p is never w`},
	{`allows: "r": {field: "a", in: ["x"], with: "p", values: ["u", "v"], source: "s", message: "m"}`, `r.cue:2: row r: p may be nothing else`},
	{`allows: "r": {field: "a", in: ["x"], with: "p", values: [], source: "s", message: "m"}`, `r.cue:2: a list is not a list of constants`},
	{`allows: "r": {field: "a", in: ["x"], with: "p", source: "s", message: "m"}`, `r.cue:2: row r has no values`},
	{`unique: "r": {field: "keyed", key: "b", source: "s", message: "{value}"}`, `accepted`},
	{`unique: "r": {field: "l", key: "b", source: "s", message: "m"}`, `r.cue:2: row r: l must be an optional list of structures that require the text b`},
	{`unique: "r": {field: "keyed", key: "c", source: "s", message: "m"}`, `r.cue:2: row r: keyed must be an optional list of structures that require the text c`},
	{`unique: "r": {field: "o", key: "b", source: "s", message: "m"}`, `r.cue:2: row r: o must be an optional list of structures that require the text b`},
	{`unique: "r": {field: "keyed", key: "b", source: "s", message: "{allowed}"}`, `r.cue:2: row r: there is no field allowed`},
	{`atMost: {"r": {}, "r": {}}`, `r.cue:2: row r is there twice`},
	{`needs: "r": {}`, `r.cue:2: needs is neither a definition nor a kind of row`},
	{`x: 1`, `r.cue:2: x is neither a definition nor a kind of row`},
	{`_page: 1`, `r.cue:2: 1 is not a constant text`},
	{`_page: "s", _page: "s"`, `r.cue:2: _page is there twice`},
	{`#B: string`, `r.cue:2: #B is neither used by #T nor its derivation`},
	{`#A: {b?: string}`, `r.cue:2: #A is defined twice`},
	{`#L: X=(#T & {if true {o?: _|_}})`, `r.cue:2: #L is neither used by #T nor its derivation`},
	{`#B: string @sae(plain)`, `r.cue:2: attribute of #B is not known: fields have attributes`},
	{`#B?: string`, `r.cue:2: #B at the top of a file has a mark ?`},
	{`let x = 1`, `r.cue:2: let is not known at the top of a file`},
	{`@sae(plain)`, `r.cue:2: @sae(plain) is not known at the top of a file`},
	{`...`, `r.cue:2: ... is not known at the top of a file`},
	{`#A`, `r.cue:2: embedded #A is not known at the top of a file`},
	{`if true {#B: string}`, `r.cue:2: a condition is not known at the top of a file`},
	{`import "math"`, `r.cue:2: import of "math" is not known`},
	{`import l "list"`, `r.cue:2: import of "list" is not known`},
	{`#`, `r.cue:2: embedded # is not known at the top of a file`},
}

func TestRefuseRows(t *testing.T) {
	for _, test := range unknownRows {
		files := fstest.MapFS{
			"a.cue": {Data: []byte(rowFields + derived)},
			"r.cue": {Data: []byte("package p\n" + test.text)},
		}
		_, err := read.Plan(files, "#T")
		if got := message(err); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

// What is wrong with the files as a whole.
var unknownFiles = map[string]struct {
	files map[string]string
	want  string
}{
	"none":       {nil, "no *.cue file"},
	"root":       {map[string]string{"a.cue": "package p\n#A: {}"}, "no file defines #T"},
	"not a root": {map[string]string{"a.cue": "package p\n#T: string"}, "a.cue:2: #T is not a structure"},
	"packages":   {map[string]string{"a.cue": "package p\n#T: {}", "b.cue": "package q"}, "b.cue:1: package q, but a.cue has package p"},
	"no CUE":     {map[string]string{"a.cue": "package p\n#T: {"}, "a.cue:2: expected '}', found 'EOF'"},
	"no import": {
		map[string]string{"a.cue": strings.Replace(rowFields, `import "list"`, "", 1) + derived},
		`a.cue:20: #J.for[]: reference "list" not found`,
	},
	"an experiment": {
		map[string]string{"a.cue": "@experiment(explicitopen)\npackage p\n#T: {}"},
		"a.cue:1: @experiment(explicitopen) is not known at the top of a file",
	},
	"no derivation": {
		map[string]string{"a.cue": rowFields + unknownRows[0].text},
		"no definition applies the rows to #T",
	},
	"another derivation": {
		map[string]string{"a.cue": rowFields + strings.Replace(derived, "in forbids", "in requires", 1)},
		"a.cue:19: #J is neither used by #T nor its derivation",
	},
}

func TestRefuseFiles(t *testing.T) {
	for name, test := range unknownFiles {
		files := fstest.MapFS{}
		for name, text := range test.files {
			files[name] = &fstest.MapFile{Data: []byte(text)}
		}
		_, err := read.Plan(files, "#T")
		if got := message(err); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, test.want)
		}
	}
}
