package read

import (
	"fmt"
	"io/fs"
	"sync"

	"cuelang.org/go/cue"
	"cuelang.org/go/cue/cuecontext"
)

// Judge asks CUE itself whether a document is accepted. The plan is held to its
// verdict; it is too slow, and its messages are too poor, to be used otherwise.
type Judge struct {
	mu  sync.Mutex // CUE evaluates one thing at a time
	ctx *cue.Context
	def cue.Value
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
	return &Judge{ctx: ctx, def: v}, nil
}

// Accepts reports whether CUE accepts a document, given as JSON: numbers are judged
// by their digits, of any length. Where it does not, why is CUE's first reason.
// Text that is not one JSON value, and one with a key twice, is not accepted.
func (j *Judge) Accepts(document []byte) (ok bool, why error) {
	expr, err := decode(document)
	if err != nil {
		return false, err
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	// BuildExpr, and then Unify: BuildFile would keep each document for good, and
	// in an expression within the schema's scope definitions are not closed.
	v := j.ctx.BuildExpr(expr)
	if err := j.def.Unify(v).Validate(cue.Concrete(true)); err != nil {
		return false, cueError(err)
	}
	return true, nil
}
