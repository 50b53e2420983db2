package read

import (
	"bytes"
	"fmt"

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
})`

// isDerivation says whether e is the derivation of root, comments aside.
func isDerivation(e ast.Expr, root string) bool {
	f, err := parser.ParseFile("", "d: "+fmt.Sprintf(derivation, root))
	if err != nil {
		return false
	}
	want, err := format.Node(f.Decls[0].(*ast.Field).Value)
	if err != nil {
		return false
	}
	got, err := format.Node(e)
	return err == nil && bytes.Equal(got, want)
}
