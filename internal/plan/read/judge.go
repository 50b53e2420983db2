package read

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"cuelang.org/go/cue"
	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/cuecontext"
	cueerrors "cuelang.org/go/cue/errors"
	"cuelang.org/go/cue/literal"
)

// Judge asks CUE itself whether a document is accepted. The plan is held to its
// verdict; it is too slow, and its messages are too poor, to be used otherwise.
type Judge struct {
	mu   sync.Mutex // CUE evaluates one thing at a time
	ctx  *cue.Context
	name string
	def  cue.Value
}

// NewJudge compiles the *.cue files of fsys. The judge accepts what their
// definition def accepts, such as "#JobTemplate".
func NewJudge(fsys fs.FS, def string) (*Judge, error) {
	files, err := parse(fsys)
	if err != nil {
		return nil, err
	}
	ctx := cuecontext.New()
	schema, err := compile(ctx, files)
	if err != nil {
		return nil, err
	}
	v := schema.LookupPath(cue.ParsePath(def))
	if !v.Exists() {
		return nil, fmt.Errorf("no file defines %s", def)
	}
	return &Judge{ctx: ctx, name: def, def: v}, nil
}

// Accepts reports whether CUE accepts a document, given as JSON: numbers are judged
// by their digits, of any length. Where it does not, why is CUE's first reason.
// Text that is not one JSON value, and one with a key twice, is not accepted.
func (j *Judge) Accepts(document []byte) (ok bool, why error) {
	expr, err := decode(document)
	if err != nil {
		return false, err
	}
	if err := j.validate(expr); err != nil {
		return false, cueError(err)
	}
	return true, nil
}

// Refusal returns why CUE does not accept a document, in CUE's own words, which
// hold values of the document, and the path of the first reason that has one:
// members by name, items by index. Both are empty where it is accepted.
func (j *Judge) Refusal(document []byte) (path []string, words string) {
	expr, err := decode(document)
	if err != nil {
		return nil, err.Error()
	}
	err = j.validate(expr)
	if err == nil {
		return nil, ""
	}
	var reasons []string
	for _, e := range cueerrors.Errors(err) {
		at, reason := j.reason(e)
		if len(path) == 0 {
			path = at
		}
		if !slices.Contains(reasons, reason) {
			reasons = append(reasons, reason)
		}
	}
	if more := len(reasons) - mostReasons; more > 0 {
		reasons = append(reasons[:mostReasons], fmt.Sprintf("and %d more", more))
	}
	return path, strings.Join(reasons, "; ")
}

// How many of CUE's reasons are told: an enumeration has one for each value.
const mostReasons = 3

// reason returns the path within the document that an error is about, and what
// the error says, in one line.
func (j *Judge) reason(e cueerrors.Error) (path []string, words string) {
	for _, name := range e.Path() {
		if unquoted, err := literal.Unquote(name); err == nil {
			name = unquoted
		}
		path = append(path, name)
	}
	if len(path) > 0 && path[0] == j.name {
		path = path[1:]
	}
	if len(path) > 1 && path[0] == unique {
		path = path[1:2] // the list that the row is about
	}
	format, args := e.Msg()
	words = fmt.Sprintf(format, args...)
	if len(path) > 0 {
		words = strings.Join(path, ".") + ": " + words
	} else if format == missing {
		path = []string{fmt.Sprint(args...)}
	}
	return path, strings.Join(strings.Fields(strings.TrimSuffix(words, ":")), " ")
}

// unique is the member, of no document, under which the derivation of unique rows
// has what it compares, by the list.
const unique = "_unique"

// missing is how CUE names a field in its words only: one that the schema refers
// to and that is not there.
const missing = "required field missing: %s"

// validate returns what CUE has against a document.
func (j *Judge) validate(expr ast.Expr) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	// BuildExpr, and then Unify: BuildFile would keep each document for good, and
	// in an expression within the schema's scope definitions are not closed.
	v := j.ctx.BuildExpr(expr)
	return j.def.Unify(v).Validate(cue.Concrete(true))
}
