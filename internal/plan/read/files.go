package read

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"cuelang.org/go/cue/parser"

	"cuelang.org/go/cue"
	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/build"
	cueerrors "cuelang.org/go/cue/errors"
)

// parse parses the *.cue files of fsys, comments and all, by name.
func parse(fsys fs.FS) ([]*ast.File, error) {
	names, err := fs.Glob(fsys, "*.cue")
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, errors.New("no *.cue file")
	}
	slices.Sort(names)
	var files []*ast.File
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		f, err := parser.ParseFile(name, text, parser.ParseComments)
		if err != nil {
			return nil, cueError(err)
		}
		files = append(files, f)
	}
	return files, nil
}

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
