package read_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"saejob/internal/plan/read"
)

// What the reader does not know, it refuses. Each text is the body of #T in
// t.cue, whose first line is line 3.
var unknownTypes = []struct{ body, want string }{
	{`a?: int`, `t.cue:3: int is not known as a type`},
	{`a?: number`, `t.cue:3: number is not known as a type`},
	{`a?: float`, `t.cue:3: float is not known as a type`},
	{`a?: bytes`, `t.cue:3: bytes is not known as a type`},
	{`a?: null`, `t.cue:3: null is not known as a type`},
	{`a?: true | false`, `t.cue:3: true is not known as a type`},
	{`a?: 'bytes'`, `t.cue:3: 'bytes' is not a constant text`},
	{`a?: 1.5`, `t.cue:3: 1.5 is not known as a type`},
	{`a?: 1_000`, `t.cue:3: 1_000 is not an integer of 64 bits in decimal digits`},
	{`a?: 9223372036854775808`, `t.cue:3: 9223372036854775808 is not an integer of 64 bits in decimal digits`},
	{`a?: *"x" | "y"`, `t.cue:3: operator * is not known as a type`},
	{`a?: "x" + "y"`, `t.cue:3: operator + is not known as a type`},
	{`a?: "\(b)", b?: "x"`, `t.cue:3: a text with \(…) in it is not known as a type`},
	{`a?: b, b?: string`, `t.cue:3: b is not known as a type`},
	{`a?: !=""`, `t.cue:3: operator != is not known as a type`},
	{`a?: >=1 & <=3`, `t.cue:3: operator >= is not known as a type`},
	{`a?: int32 & >1`, `t.cue:3: operator > is not known as a constraint`},
	{`a?: int32 & <3`, `t.cue:3: operator < is not known as a constraint`},
	{`a?: int32 & >=3 & <=1`, `t.cue:3: operator <= does not go with the type before it`},
	{`a?: int32 & >=1.5`, `t.cue:3: 1.5 is not a constant integer`},
	{`a?: int32 & !=0`, `t.cue:3: 0 is not a constant text`},
	{`a?: int32 & int64`, `t.cue:3: int64 is not known as a constraint`},
	{`a?: (1 | 2) & >=1`, `t.cue:3: operator >= does not go with the type before it`},
	{`a?: (string | int32) & >=1`, `t.cue:3: operator >= does not go with the type before it`},
	{`a?: string & !="x"`, `t.cue:3: operator != does not go with the type before it`},
	{`a?: string & !~"x" & !~"y"`, `t.cue:3: operator !~ does not go with the type before it`},
	{`a?: string & !~""`, `t.cue:3: operator !~ does not go with the type before it`},
	{`a?: ("x" | "y") & !~"x"`, `t.cue:3: operator !~ does not go with the type before it`},
	{`a?: string & =~"("`, "t.cue:3: error parsing regexp: missing closing ): `(`"},
	{`a?: string & =~"a" & =~"b"`, `t.cue:3: operator =~ does not go with the type before it`},
	{`a?: ("x" | "y") & !=""`, `t.cue:3: operator != does not go with the type before it`},
	{`a?: string & strings.HasPrefix("x")`, `t.cue:3: strings.HasPrefix() is not known as a constraint`},
	{`a?: string & strings.MinRunes(0)`, `t.cue:3: strings.MinRunes(0) is not known as a constraint`},
	{`a?: string & strings.MinRunes("1")`, `t.cue:3: "1" is not a constant integer`},
	{`a?: string & strings.MaxRunes(3) & strings.MaxRunes(4)`, `t.cue:3: strings.MaxRunes() does not go with the type before it`},
	{`a?: int32 & strings.MinRunes(1)`, `t.cue:3: strings.MinRunes() does not go with the type before it`},
	{`a?: string & list.MinItems(1)`, `t.cue:3: list.MinItems() does not go with the type before it`},
	{`a?: string & net.FQDN`, `t.cue:3: net.FQDN is not known as a constraint`},
	{`a?: string & net.IP()`, `t.cue:3: net.IP() is not known as a constraint`},
	{`a?: string & (net.IP | net.URL)`, `t.cue:3: net.URL is not known as a constraint`},
	{`a?: string & (net.IP | "x")`, `t.cue:3: "x" is not known as a constraint`},
	{`a?: string & (net.IP & net.IPCIDR)`, `t.cue:3: operator & is not known as a constraint`},
	{`a?: string & (net.IP | net.IP)`, `t.cue:3: operator | does not go with the type before it`},
	{`a?: string & net.IP & net.IPCIDR`, `t.cue:3: net.IPCIDR does not go with the type before it`},
	{`a?: int32 & net.IP`, `t.cue:3: net.IP does not go with the type before it`},
	{`a?: ("x" | "y") & net.IP`, `t.cue:3: net.IP does not go with the type before it`},
	{`a?: net.IP`, `t.cue:3: net.IP is not known as a type`},
	{`a?: [...string] & list.MaxItems(1)`, `t.cue:3: list.MaxItems() is not known as a constraint`},
	{`a?: [...string] & list.MinItems(1, 2)`, `t.cue:3: list.MinItems() takes one argument`},
	{`a?: "x" | error("no")`, `t.cue:3: error() is not known as a type`},
	{`a?: matchN(1, [string])`, `t.cue:3: matchN() is not known as a type`},
	{`a?: [string]`, `t.cue:3: a list must have the form [...TYPE]`},
	{`a?: [...]`, `t.cue:3: a list must have the form [...TYPE]`},
	{`a?: [string, ...string]`, `t.cue:3: a list must have the form [...TYPE]`},
	{`a?: {b?: string}`, `t.cue:3: a structure without a name is not known as a type`},
	{`a?: b?: string`, `t.cue:3: a structure without a name is not known as a type`},
	{`a?: X=string`, `t.cue:3: alias is not known as a type`},
	{`a?: #B`, `t.cue:3: #B is not defined`},
	{`a?: #T`, `t.cue:3: #T contains itself`},
	{`a?: #A.b`, `t.cue:3: #A.b is not known as a type`},
	{`a?: string | "x"`, `t.cue:3: "x" cannot be an alternative beside those before it`},
	{`a?: "x" | "x"`, `t.cue:3: a value is there twice`},
	{`a?: 1 | 1`, `t.cue:3: a value is there twice`},
	{`a?: _ | string`, `t.cue:3: _ cannot be an alternative beside those before it`},
	{`a?: bool | bool`, `t.cue:3: bool cannot be an alternative beside those before it`},
	{`a?: #A | #W`, `t.cue:3: structures need one member that tells them apart; they have 0`},
	{`a?: #W | #W2`, `t.cue:3: structures need one member that tells them apart; they have 2`},
	{`a?: #W | #W`, `t.cue:3: structures need one member that tells them apart; they have 0`},
	{`a?: [...string] | [...int32]`, `t.cue:3: a list cannot be an alternative beside those before it`},
}

// The names of a map stand below a comment: on line 5.
var unknownMaps = []struct{ body, want string }{
	{`a?: [string]: string`, `t.cue:3: no comment says what the names may be`},
	{"a?: {\n// Any.\n[string]?: string}", `t.cue:5: names have a mark ?`},
	{"a?: {\n// Any.\n[string]: string @sae(plain)}", `t.cue:5: attribute of names is not known: fields have attributes`},
	{"a?: {\n// Any.\n[string]: int}", `t.cue:5: int is not known as a type`},
	{"a?: {\n// Any.\n[int]: string}", `t.cue:5: int is not known as a constraint`},
	{"a?: {\n// Any.\n[#A]: string}", `t.cue:5: #A is not known as a constraint`},
	{"a?: {\n// Any.\n[\"x\"]: string}", `t.cue:5: "x" is not known as a constraint`},
	{"a?: {\n// Any.\n[N=string]: string}", `t.cue:5: alias is not known as a constraint`},
	{"a?: {\n// Any.\n[=~\"(\"]: string}", "t.cue:5: error parsing regexp: missing closing ): `(`"},
	{"a?: {\n// Any.\n[=~\"a\" & =~\"b\"]: string}", `t.cue:5: operator =~ does not go with the type before it`},
	{"a?: {\n// Any.\n[=~\"a\" | =~\"b\"]: string}", `t.cue:5: operator | is not known as a constraint`},
	{"a?: {\n// Any.\n[string]: string, b?: string}", `t.cue:3: a structure without a name is not known as a type`},
	{`a?: #M | #A`, `t.cue:3: structures need one member that tells them apart; they have 0`},
	{`a?: [...#M] @key(b)`, `t.cue:3: @key needs a list of structures that require the text b, not the type of a`},
	{`a?: #M & {b?: string}`, `t.cue:3: a structure without a name is not known as a constraint`},
	{`a?: #O`, `t.cue:15: a list is not known as the name of a field`},
}

var unknownMembers = []struct{ body, want string }{
	{`a: string`, `t.cue:3: a is neither required (!) nor optional (?)`},
	{`a?: string, a?: string`, `t.cue:3: a is there twice`},
	{`_a?: string`, `t.cue:3: _a is not known in a structure: it is not part of a document`},
	{`#a?: string`, `t.cue:3: #a is not known in a structure: it is not part of a document`},
	{`string?: int32, b?: string`, `t.cue:3: string hides the builtin of that name: quote it`},
	{`(x)?: string`, `t.cue:3: x is not known as the name of a field`},
	{`"\(x)"?: string`, `t.cue:3: a text with \(…) in it is not known as the name of a field`},
	{`X=a?: string`, `t.cue:3: alias is not known as the name of a field`},
	{`a~X?: string`, `t.cue:3: postfix alias syntax requires @experiment(aliasv2)`},
	{`[string]: string`, `t.cue:3: a list is not known as the name of a field`},
	{`...`, `t.cue:3: ... is not known in a structure`},
	{`#A`, `t.cue:3: embedded #A is not known in a structure`},
	{`let x = 1`, `t.cue:3: let is not known in a structure`},
	{`a?: string, if true {b?: string}`, `t.cue:3: a condition is not known in a structure`},
	{`for x in ["a"] {(x)?: string}`, `t.cue:3: a loop is not known in a structure`},
}

var unknownAttributes = []struct{ body, want string }{
	{`a?: string @yaml(x)`, `t.cue:3: attribute @yaml(x) is not known here`},
	{`a?: string @sae`, `t.cue:4: invalid attribute: expected '('`},
	{`a?: string @sae()`, `t.cue:3: "" in @sae() is not a word`},
	{`a?: string @sae(secrt)`, `t.cue:3: unknown word secrt in @sae of a`},
	{`a?: string @sae(Secret)`, `t.cue:3: unknown word Secret in @sae of a`},
	{`a?: string @sae(secret=by-nam)`, `t.cue:3: unknown word secret=by-nam in @sae of a`},
	{`a?: string @sae(secret=)`, `t.cue:3: "secret=" in @sae(secret=) is not a word`},
	{`a?: string @sae(secret plain)`, `t.cue:3: "secret plain" in @sae(secret plain) is not a word`},
	{`a?: string @sae("secret")`, `t.cue:3: "\"secret\"" in @sae("secret") is not a word`},
	{`a?: string @sae(secret, plain)`, `t.cue:3: word plain, which contradicts another, in @sae of a`},
	{`a?: string @sae(secret, secret)`, `t.cue:3: secret is there twice in @sae(secret, secret)`},
	{`a?: string @sae(secret) @sae(plain)`, `t.cue:3: @sae is there twice`},
	{`a?: string @sae(scope)`, `t.cue:3: unknown word scope in @sae of a`},
	{`a?: string @sae(scope=enviroment)`, `t.cue:3: unknown word scope=enviroment in @sae of a`},
	{`a?: string @sae(scope=server, scope=environment)`, `t.cue:3: word scope=environment, which contradicts another, in @sae of a`},
	{`a?: string @sae(elsewhere)`, `t.cue:3: unknown word elsewhere in @sae of a`},
	{`a?: string @sae(elsewhere=A, elsewhere=B)`, `t.cue:3: word elsewhere=B, which contradicts another, in @sae of a`},
	{`a?: string @sae(json)`, `t.cue:3: word json is for a list or a structure, not for the type of a`},
	{`a?: string @sae(set)`, `t.cue:3: word set is for a list, not for the type of a`},
	{`a?: string @sae(open)`, `t.cue:3: word open is for listed texts, not for the type of a`},
	{`a?: int32 @sae(secret)`, `t.cue:3: word secret is for a text, not for the type of a`},
	{`a?: int32 @sae(plain)`, `t.cue:3: word plain is for a text, not for the type of a`},
	{`a?: string @sae(deprecated=b)`, `t.cue:3: a is deprecated for b, which is not there`},
	{`a?: string @sae(deprecated=a)`, `t.cue:3: a is deprecated for a, which is not there`},
	{`a?: string @key(b)`, `t.cue:3: @key needs a list of structures that require the text b, not the type of a`},
	{`a?: [...string] @key(b)`, `t.cue:3: @key needs a list of structures that require the text b, not the type of a`},
	{`a?: [...#A] @key(c)`, `t.cue:3: @key needs a list of structures that require the text c, not the type of a`},
	{`a?: [...#A] @key(o)`, `t.cue:3: @key needs a list of structures that require the text o, not the type of a`},
	{`a?: [...#A] @key(b, o)`, `t.cue:3: attribute @key(b, o) is not known here`},
	{`a?: string @change(a-changed)`, `t.cue:3: attribute @change(a-changed) is not known here`},
	{`a?: string @change(a-changed, fatal)`, `t.cue:3: @change(a-changed, fatal) is not @change(WHAT-CHANGED, error|warning|info)`},
	{`a?: string @change(A-Changed, error)`, `t.cue:3: @change(A-Changed, error) is not @change(WHAT-CHANGED, error|warning|info)`},
	{`a?: string @change(x-changed, error), b?: string @change(x-changed, info)`, `t.cue:3: changes of a and of b have the same name, x-changed`},
	{`a?: string @page(p)`, `t.cue:3: _p is not a constant text`},
	{`a?: string @page(p, q)`, `t.cue:3: attribute @page(p, q) is not known here`},
	{`a?: string @page(9)`, `t.cue:3: "9" in @page(9) is not a word`},
	{`a?: #P`, `t.cue:16: attribute @page(p) is not known here`},
	{`a?: string @topic(t)`, `t.cue:3: attribute @topic(t) is not known here`},
	{`@sae(plain)`, `t.cue:3: attribute @sae(plain) is not known here`},
	{`@topic(nowhere)`, `t.cue:3: there is no file nowhere.cue`},
	{"@topic(u)\na?: #A", `t.cue:4: #A is defined in t.cue, but stands below @topic(u)`},
	{`a?: string @sae(default)`, `t.cue:3: unknown word default in @sae of a`},
	{`a?: string @sae(default=x)`, `t.cue:3: unknown word default=x in @sae of a`},
	{`a?: string @sae(default='x')`, `t.cue:3: "default='x'" in @sae(default='x') is not a word`},
	{`a?: string @sae(elsewhere="x")`, `t.cue:3: "elsewhere=\"x\"" in @sae(elsewhere="x") is not a word`},
	{`a?: string @sae(default="x", default="y")`, `t.cue:3: word default="y", which contradicts another, in @sae of a`},
	{`a!: string @sae(default="x")`, `t.cue:3: word default is for a field that may be absent, not for the required one of a`},
	{`a?: string @sae(default=1)`, `t.cue:3: word default is for a value of the type, not for the type of a`},
	{`a?: string @sae(default=true)`, `t.cue:3: word default is for a value of the type, not for the type of a`},
	{`a?: int32 @sae(default="1")`, `t.cue:3: word default is for a value of the type, not for the type of a`},
	{`a?: int32 & >=2 @sae(default=1)`, `t.cue:3: word default is for a value of the type, not for the type of a`},
	{`a?: int32 @sae(default=2147483648)`, `t.cue:3: word default is for a value of the type, not for the type of a`},
	{`a?: int64 @sae(default=9223372036854775808)`, `t.cue:3: unknown word default=9223372036854775808 in @sae of a`},
	{`a?: "x" | "y" @sae(default="z")`, `t.cue:3: word default is for a value of the type, not for the type of a`},
	{`a?: string & !="" @sae(default="")`, `t.cue:3: word default is for a value of the type, not for the type of a`},
	{`a?: string & =~"^x" @sae(default="y")`, `t.cue:3: word default is for a value of the type, not for the type of a`},
	{`a?: [...string] @sae(default="x")`, `t.cue:3: word default is for a value of the type, not for the type of a`},
	{`a?: string @sae(immutable=no)`, `t.cue:3: unknown word immutable=no in @sae of a`},
	{`a?: string @sae(immutable, immutable=new-template)`, `t.cue:3: word immutable=new-template, which contradicts another, in @sae of a`},
	{`a?: [...#N]`, `t.cue:7: word immutable, which is for fields at the top, in @sae of c`},
	{`a?: #V`, `t.cue:8: attribute @change(c-changed, error) is not known here`},
}

func TestRefuse(t *testing.T) {
	const others = `
#A: {b!: string, o?: string}
#N: {c?: string @sae(immutable)}
#V: {c?: string @change(c-changed, error)}
#W: {b!: "1", c!: "1"}
#W2: {b!: "2", c!: "2"}
#M: {
	// Any.
	[string]: string
}
#O: {b?: string, [string]: string}
#P: {c?: string @page(p)}
`
	for _, table := range [][]struct{ body, want string }{unknownTypes, unknownMaps, unknownMembers, unknownAttributes} {
		for _, test := range table {
			files := fstest.MapFS{
				"t.cue": {Data: []byte("package p\n#T: {\n" + test.body + "\n}\n" + others)},
				"u.cue": {Data: []byte("package p\n")},
			}
			_, err := read.Plan(files, "#T")
			if got := message(err); got != test.want {
				t.Errorf("%s\n got %s\nwant %s", test.body, got, test.want)
			}
		}
	}
}

func message(err error) string {
	if err == nil {
		return "accepted"
	}
	return strings.TrimSpace(err.Error())
}
