package read

import (
	"fmt"
	"strings"

	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/format"
	"cuelang.org/go/cue/parser"
)

// derivation is the one known way to apply the rows to a definition. A pair
// keeps the mark ! of its field: without it, a table's only value would stand in
// for a field that is missing.
const derivation = `X=(%s & {
	for r in requires if list.Contains(r.in, X[r.field]) for f in r.fields {(f)!: _}
	for r in forbids if list.Contains(r.in, X[r.field]) for f in r.fields {(f)?: _|_}
	for p in pairs {(p.with)!: or(p.table["\(X[p.field])"])}
	for m in atMost {(m.field)?: list.MatchN(<=m.n, m.of)}
	for a in allows if list.Contains(a.in, X[a.field]) {(a.with)?: or(a.values)}
	_unique: {for id, u in unique if X[u.field] != _|_ {(u.field): (id): [for i in X[u.field] {i[u.key]}] & list.UniqueItems()}}
})`

// isDerivation reports whether e is the derivation of root, but for comments and
// blank lines.
func isDerivation(e ast.Expr, root string) bool {
	want, err := bare(fmt.Sprintf(derivation, root))
	if err != nil {
		return false
	}
	text, err := format.Node(e)
	if err != nil {
		return false
	}
	got, err := bare(string(text))
	return err == nil && got == want
}

// bare returns an expression without comments, all blanks being one space.
func bare(text string) (string, error) {
	f, err := parser.ParseFile("", "x: "+text)
	if err != nil {
		return "", err
	}
	formatted, err := format.Node(f)
	return strings.Join(strings.Fields(string(formatted)), " "), err
}
