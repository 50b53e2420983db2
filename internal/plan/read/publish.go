package read

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/format"
)

// Publish returns the *.cue files of fsys as one formatted file, with their
// comments, that `cue vet` can use alone. first is the file to begin with.
func Publish(fsys fs.FS, first string) ([]byte, error) {
	files, err := parse(fsys)
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(files, func(f *ast.File) bool { return f.Filename == first }) {
		return nil, fmt.Errorf("there is no file %s", first)
	}
	slices.SortStableFunc(files, func(a, b *ast.File) int {
		if a.Filename == first {
			return -1
		}
		if b.Filename == first {
			return 1
		}
		return 0
	})
	var head, body strings.Builder
	var imports []string
	for _, f := range files {
		text, err := fs.ReadFile(fsys, f.Filename)
		if err != nil {
			return nil, err
		}
		start, end := preamble(f)
		if f.Filename == first {
			head.Write(text[:start])
		}
		for spec := range f.ImportSpecs() {
			imports = append(imports, spec.Path.Value)
		}
		body.Write(text[end:])
		body.WriteString("\n")
	}
	fmt.Fprintf(&head, "package %s\n", files[0].PackageName())
	if len(imports) > 0 {
		fmt.Fprintf(&head, "\nimport (\n%s\n)\n", strings.Join(distinct(imports), "\n"))
	}
	return format.Source([]byte(head.String() + body.String()))
}

// preamble returns where the package clause of f begins, and where the imports
// end.
func preamble(f *ast.File) (start, end int) {
	for _, decl := range f.Decls {
		switch d := decl.(type) {
		case *ast.Package:
			start, end = d.Pos().Offset(), d.End().Offset()
		case *ast.ImportDecl:
			end = d.End().Offset()
		}
	}
	return start, end
}
