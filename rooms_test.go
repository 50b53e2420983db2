package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// arrows are the drawing of the house: a room may look into what it reaches along
// them, and into the ground; nothing points back up.
var arrows = map[string][]string{
	"": {"internal/command"},

	"internal/command": {
		"internal/workspace", "internal/live", "internal/console", "internal/catalog", "lint", "diff", "internal/report",
		"export", "internal/source", "internal/emulator", "internal/plan/read", "internal/plan/write",
	},
	"internal/workspace": {"lint", "diff", "internal/config", "internal/source"},
	"internal/live":      {"internal/source", "export", "internal/config", "internal/sae/login"},
	"internal/console":   {},
	"internal/catalog":   {"rules", "diff/meaning"},
	"internal/report":    {"lint", "diff", "internal/catalog"},

	"internal/source":       {"export", "internal/git"},
	"internal/git":          {},
	"export":                {"internal/sae", "internal/secret"},
	"internal/sae/login":    {"internal/sae"},
	"internal/sae":          {"internal/sae/envelope", "internal/sae/network", "internal/secret"},
	"internal/sae/envelope": {},
	"internal/sae/network":  {},
	"internal/emulator":     {},

	"lint":         {"rules", "internal/check", "internal/secret"},
	"rules":        {"internal/cron", "internal/secret", "internal/suppression"},
	"diff":         {"diff/pairing", "diff/meaning", "internal/secret", "internal/suppression"},
	"diff/pairing": {"diff/secrets"},
	"diff/secrets": {"internal/job"},
	"diff/meaning": {"internal/cron", "internal/job"},

	"internal/config":      {"internal/check", "internal/secret", "internal/suppression"},
	"internal/check":       {"internal/job"},
	"internal/secret":      {"internal/job"},
	"internal/suppression": {"internal/job"},
	"internal/job":         {"schema"},
	"schema":               {"internal/plan"},
	"internal/plan":        {},
	"internal/plan/read":   {"internal/plan"},
	"internal/plan/write":  {"internal/plan"},
	"internal/cron":        {},
}

// ground are the rooms that all may look into. They look into each other at most.
var ground = []string{
	"internal/atomic", "internal/glob", "internal/hint", "internal/image", "internal/inert", "internal/region", "internal/severity", "internal/text",
}

// forTests are the rooms that only tests look into.
var forTests = []string{"internal/trial", "internal/cron/crontest", "internal/report/reporttest", "internal/secret/secrettest"}

// homes says which room each dependency lives in.
var homes = map[string]string{
	"github.com/alecthomas/kong":        "internal/command",
	"github.com/schollz/progressbar/v3": "internal/console",
	"golang.org/x/term":                 "internal/console",
	"github.com/mattn/go-runewidth":     "internal/report",
	"golang.org/x/tools/txtar":          "internal/catalog",
	"github.com/sergi/go-diff":          "diff",
	"github.com/gofrs/flock":            "export",
	"golang.org/x/text":                 "export",
	"github.com/aliyun/credentials-go":  "internal/sae/login",
	"gopkg.in/ini.v1":                   "internal/sae/login",
	"gopkg.in/yaml.v3":                  "internal/job",
	"cuelang.org/go":                    "internal/plan/read",
	"github.com/rivo/uniseg":            "internal/text",
	"github.com/bmatcuk/doublestar/v4":  "internal/glob",
}

// TestRooms: nothing looks back up, no room is unknown, and each dependency lives
// in one.
func TestRooms(t *testing.T) {
	for _, pkg := range listPackages(t) {
		room, ours := pkg.room()
		if !ours || slices.Contains(forTests, room) {
			continue
		}
		may := ground
		if !slices.Contains(ground, room) {
			if _, drawn := arrows[room]; !drawn {
				t.Errorf("%q is a room that no arrow is drawn for", room)
			}
			may = append(reach(t, room, nil), ground...)
		}
		for _, imported := range pkg.Imports {
			if inner, ours := (goPackage{ImportPath: imported}).room(); ours && !slices.Contains(may, inner) {
				t.Errorf("%q looks into %q", room, inner)
			}
			if home, foreign := homeOf(imported); foreign && home != room {
				t.Errorf("%q imports %s, which lives in %q", room, imported, home)
			}
		}
	}
}

// homeOf returns the room that an imported package lives in, if it is neither ours
// nor Go's own.
func homeOf(imported string) (home string, foreign bool) {
	for dependency, home := range homes {
		if imported == dependency || strings.HasPrefix(imported, dependency+"/") {
			return home, true
		}
	}
	first, _, _ := strings.Cut(imported, "/")
	return "no room yet", strings.Contains(first, ".")
}

// reach returns the rooms below a room. The way there, from the top, must not lead
// back to it.
func reach(t *testing.T, room string, way []string) []string {
	t.Helper()
	if slices.Contains(way, room) {
		t.Fatalf("the arrows lead back to %q: %v", room, way)
	}
	below := slices.Clone(arrows[room])
	for _, next := range arrows[room] {
		below = append(below, reach(t, next, append(slices.Clone(way), room))...)
	}
	return below
}

// TestArchitecture: docs/architecture.md lists every room, each above what it looks
// into.
func TestArchitecture(t *testing.T) {
	page, err := os.ReadFile("docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rooms, _ := strings.Cut(string(page), "\n## The rooms\n")
	rooms, _, _ = strings.Cut(rooms, "\n## ")
	line := map[string]int{}
	for i, text := range strings.Split(rooms, "\n") {
		cell, _, _ := strings.Cut(strings.TrimPrefix(text, "| "), " |")
		for _, m := range codeSpan.FindAllStringSubmatch(cell, -1) {
			line[m[1]] = i + 1
		}
	}
	for room, below := range arrows {
		for _, next := range below {
			if room != "" && line[room] >= line[next] {
				t.Errorf("%q, line %d, does not stand above %q, line %d", room, line[room], next, line[next])
			}
		}
	}
	for _, room := range slices.Concat(ground, forTests) {
		if line[room] == 0 {
			t.Errorf("%q is not on the page", room)
		}
	}
}

var codeSpan = regexp.MustCompile("`([^`]+)`")

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
	ImportPath, Dir, Export string
	GoFiles, Imports        []string
}

// room returns the room that a package is, "" for main.
func (p goPackage) room() (room string, ours bool) {
	room, ours = strings.CutPrefix(p.ImportPath+"/", "saejob/")
	return strings.TrimSuffix(room, "/"), ours
}

// listPackages returns the rooms and all that they are built from.
func listPackages(t *testing.T) []goPackage {
	t.Helper()
	out, err := exec.Command("go", "list", "-deps", "-export", "-json=ImportPath,Dir,Export,GoFiles,Imports", "./...").Output()
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
