package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// arrows says which rooms each room may look into.
var arrows = map[string][]string{
	"":                     {"internal/command"},
	"internal/command":     {"internal/workspace", "internal/live", "internal/console", "internal/catalog", "export", "lint", "rules", "diff", "schema", "internal/check", "internal/config", "internal/emulator", "internal/job", "internal/plan/read", "internal/plan/write", "internal/report", "internal/sae", "internal/sae/login", "internal/secret", "internal/severity", "internal/source"},
	"internal/workspace":   {"lint", "diff", "internal/config", "internal/source", "internal/suppression", "internal/secret", "internal/job"},
	"internal/live":        {"export", "internal/config", "internal/sae", "internal/sae/login", "internal/secret", "internal/source"},
	"internal/console":     {},
	"internal/text":        {},
	"internal/glob":        {},
	"internal/hint":        {},
	"internal/image":       {},
	"internal/region":      {},
	"internal/atomic":      {"internal/text"},
	"internal/inert":       {"internal/text"},
	"internal/trial":       {"internal/text"}, // for tests
	"export":               {"internal/sae", "internal/sae/envelope", "internal/secret", "internal/job", "internal/plan", "schema"},
	"lint":                 {"rules", "internal/check", "internal/severity", "internal/suppression", "internal/secret", "internal/job", "internal/plan", "schema"},
	"diff":                 {"diff/meaning", "diff/pairing", "diff/secrets", "internal/secret", "internal/severity", "internal/suppression", "internal/job", "internal/plan", "schema"},
	"diff/meaning":         {"internal/cron", "internal/severity", "internal/job", "internal/plan", "schema"},
	"diff/pairing":         {"diff/secrets", "internal/job", "internal/plan"},
	"diff/secrets":         {"internal/job", "internal/plan"},
	"rules":                {"internal/cron", "internal/secret", "internal/severity", "internal/suppression", "internal/job", "internal/plan", "schema"},
	"schema":               {"internal/plan"},
	"internal/job":         {"schema", "internal/plan"},
	"internal/plan":        {},
	"internal/plan/read":   {"internal/plan"},
	"internal/plan/write":  {"internal/plan"},
	"internal/check":       {"internal/job", "internal/plan", "schema"},
	"internal/config":      {"internal/check", "internal/severity", "internal/suppression", "internal/job", "internal/plan"},
	"internal/cron":        {},
	"internal/secret":      {"internal/job", "internal/plan", "schema"},
	"internal/source":      {"export", "internal/job", "schema"},
	"internal/severity":    {},
	"internal/suppression": {"internal/job", "internal/plan"},
	"internal/emulator":    {},
	"internal/catalog":     {"rules", "diff/meaning", "internal/severity", "internal/job", "internal/plan", "schema"},
	"internal/report":      {"lint", "diff", "internal/catalog", "internal/severity", "internal/job", "internal/plan"},

	"internal/sae":          {"internal/sae/envelope", "internal/sae/network"},
	"internal/sae/login":    {"internal/sae", "internal/sae/envelope", "internal/sae/network"},
	"internal/sae/network":  {},
	"internal/sae/envelope": {},

	// For tests.
	"internal/cron/crontest":     {},
	"internal/report/reporttest": {"lint", "diff", "internal/secret", "internal/severity", "internal/suppression", "internal/job", "internal/trial"},
}

// ground are the rooms that all may look into.
var ground = []string{"internal/atomic", "internal/glob", "internal/hint", "internal/image", "internal/inert", "internal/region", "internal/text"}

// homes says which room a dependency lives in; "" is main.
var homes = map[string]string{
	"github.com/alecthomas/kong":       "internal/command",
	"cuelang.org/go":                   "internal/plan/read",
	"gopkg.in/yaml.v3":                 "internal/job",
	"github.com/sergi/go-diff":         "diff",
	"github.com/rivo/uniseg":           "internal/text",
	"github.com/bmatcuk/doublestar/v4": "internal/glob",
	"github.com/aliyun/credentials-go": "internal/sae/login",
}

// TestRooms: nothing looks back up, no room is unknown, and each dependency lives
// in one.
func TestRooms(t *testing.T) {
	for _, pkg := range listPackages(t) {
		room := strings.TrimPrefix(strings.TrimPrefix(pkg.ImportPath, "saejob"), "/")
		allowed, known := arrows[room]
		if !known {
			t.Errorf("%s is a room that no arrow is known for", room)
		}
		for _, imported := range pkg.Imports {
			if inner, ours := strings.CutPrefix(imported, "saejob/"); ours && !slices.Contains(allowed, inner) && !slices.Contains(ground, inner) {
				t.Errorf("%s looks into %s", room, inner)
			}
			for dependency, home := range homes {
				if (imported == dependency || strings.HasPrefix(imported, dependency+"/")) && room != home {
					t.Errorf("%s imports %s, which lives in %q", room, imported, home)
				}
			}
		}
	}
}

// TestRoot: no Go file but main.go and tests stands at the root, and main.go is a
// doorbell.
func TestRoot(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	files = slices.DeleteFunc(files, func(name string) bool { return strings.HasSuffix(name, "_test.go") })
	if !slices.Equal(files, []string{"main.go"}) {
		t.Errorf("at the root stand %v", files)
	}
	text, err := os.ReadFile("main.go")
	if lines := strings.Count(string(text), "\n"); err != nil || lines > 25 {
		t.Errorf("main.go has %d lines (%v)", lines, err)
	}
}

// TestDependencies: users carry no module that only tests need, but the one that
// runs the stories. What others would say of our work, the module internal/witness
// asks them.
func TestDependencies(t *testing.T) {
	out, err := exec.Command("go", "mod", "edit", "-json").Output()
	if err != nil {
		t.Fatal(err)
	}
	var module struct {
		Require []struct {
			Path     string
			Indirect bool
		}
	}
	if err := json.Unmarshal(out, &module); err != nil || len(module.Require) == 0 {
		t.Fatal(err)
	}
	packages := listPackages(t)
	for _, required := range module.Require {
		needs := func(pkg goPackage) bool {
			return slices.ContainsFunc(pkg.Imports, func(path string) bool { return strings.HasPrefix(path+"/", required.Path+"/") })
		}
		if !required.Indirect && required.Path != "github.com/rogpeppe/go-internal" && !slices.ContainsFunc(packages, needs) {
			t.Errorf("only tests need %s: move them to internal/witness", required.Path)
		}
	}
}

type goPackage struct {
	ImportPath string
	Imports    []string
}

func listPackages(t *testing.T) []goPackage {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	var packages []goPackage
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var pkg goPackage
		if err := dec.Decode(&pkg); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, pkg)
	}
}
