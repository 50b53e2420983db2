package read

import (
	"errors"
	"fmt"
	"strings"

	"cuelang.org/go/cue"
	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/build"
	cueerrors "cuelang.org/go/cue/errors"
)

// compile hands the files to CUE, in a context.
func compile(ctx *cue.Context, files []*ast.File) (cue.Value, error) {
	inst := build.NewContext().NewInstance("", nil)
	for _, f := range files {
		if err := inst.AddSyntax(f); err != nil {
			return cue.Value{}, cueError(err)
		}
	}
	v := ctx.BuildInstance(inst)
	if err := v.Validate(); err != nil {
		return cue.Value{}, cueError(err)
	}
	return v, nil
}

// cueError puts file and line before the first of CUE's errors.
func cueError(err error) error {
	first := cueerrors.Errors(err)[0]
	format, args := first.Msg()
	message := fmt.Sprintf(format, args...)
	if path := strings.Join(first.Path(), "."); path != "" {
		message = path + ": " + message
	}
	for _, pos := range cueerrors.Positions(first) {
		if pos.IsValid() {
			return fmt.Errorf("%s:%d: %s", pos.Filename(), pos.Line(), message)
		}
	}
	return errors.New(message)
}
