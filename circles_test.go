package main

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// widest is the most files that may need each other in a circle: what does is one
// subject, and is read as a whole.
const widest = 6

// TestCircles: no room has a circle of files wider than its one subject. A file
// needs another where it names what the other declares, fields and methods too.
func TestCircles(t *testing.T) {
	packages := listPackages(t)
	exports := map[string]string{}
	for _, pkg := range packages {
		exports[pkg.ImportPath] = pkg.Export
	}
	lookup := func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) }
	for _, pkg := range packages {
		if _, ours := pkg.room(); !ours {
			continue
		}
		needs, err := fileNeeds(pkg, lookup)
		if err != nil {
			t.Fatalf("%s: %v", pkg.ImportPath, err)
		}
		for _, circle := range circles(needs) {
			if len(circle) > widest {
				t.Errorf("%s: %d files need each other: %s", pkg.ImportPath, len(circle), strings.Join(circle, " "))
			}
		}
	}
}

// fileNeeds says which files of a package each of its files needs.
func fileNeeds(pkg goPackage, lookup importer.Lookup) (map[string][]string, error) {
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range pkg.GoFiles {
		file, err := parser.ParseFile(fset, filepath.Join(pkg.Dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}}
	config := types.Config{Importer: importer.ForCompiler(fset, "gc", lookup)}
	checked, err := config.Check(pkg.ImportPath, fset, files, info)
	if err != nil {
		return nil, err
	}
	in := func(pos token.Pos) string { return filepath.Base(fset.Position(pos).Filename) }
	needs := map[string][]string{}
	for _, name := range pkg.GoFiles {
		needs[name] = nil
	}
	for ident, object := range info.Uses {
		if object.Pkg() != checked || !object.Pos().IsValid() {
			continue
		}
		from, to := in(ident.Pos()), in(object.Pos())
		if from != to && !slices.Contains(needs[from], to) {
			needs[from] = append(needs[from], to)
		}
	}
	return needs, nil
}

// circles returns the sets of files that reach each other.
func circles(needs map[string][]string) (all [][]string) {
	reached := map[string]map[string]bool{}
	for file := range needs {
		reached[file] = map[string]bool{}
		for todo := slices.Clone(needs[file]); len(todo) > 0; {
			next := todo[0]
			todo = todo[1:]
			if !reached[file][next] {
				reached[file][next] = true
				todo = append(todo, needs[next]...)
			}
		}
	}
	done := map[string]bool{}
	for file := range needs {
		if !reached[file][file] || done[file] {
			continue
		}
		var circle []string
		for other := range reached[file] {
			if reached[other][file] {
				circle = append(circle, other)
				done[other] = true
			}
		}
		slices.Sort(circle)
		all = append(all, circle)
	}
	return all
}

// TestCirclesAreFound holds the search for circles to a small one.
func TestCirclesAreFound(t *testing.T) {
	found := circles(map[string][]string{"a": {"b"}, "b": {"c"}, "c": {"a", "d"}, "d": {"e"}, "e": nil})
	if got := fmt.Sprint(found); got != "[[a b c]]" {
		t.Errorf("circles are %s, want [[a b c]]", got)
	}
}
