package rules_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"saejob/internal/catalog"
	"saejob/internal/config"
	"saejob/internal/job"
	"saejob/internal/secret"
	"saejob/internal/severity"
	"saejob/internal/source"
	"saejob/internal/suppression"
	"saejob/lint"
	"saejob/rules"
)

var update = flag.Bool("update", false, "write what lint says into the cases")

// now is when the cases are judged: a Monday.
var now = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// TestCases: what lint says of each rule's cases. Each has one at least in which
// the rule finds something, and one in which it does not.
func TestCases(t *testing.T) {
	for _, rule := range rules.All() {
		t.Run(rule.Name, func(t *testing.T) {
			file := rule.Name + ".txtar"
			was, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			archive := txtar.Parse(was)
			found, silent := run(t, rule, archive)
			if found == 0 || silent == 0 {
				t.Errorf("%s: %d bad cases and %d ok cases; there is to be one of each", file, found, silent)
			}
			is := txtar.Format(archive)
			if *update {
				check(t, os.WriteFile(file, is, 0o644))
			} else if !bytes.Equal(was, is) {
				t.Errorf("%s: lint says something else now: run make update and read the difference\n%s", file, is)
			}
		})
	}
}

// TestEveryFileHasItsRow: a rule whose file is here, or whose cases are, is in the
// table that [rules.All] returns.
func TestEveryFileHasItsRow(t *testing.T) {
	known := map[string]bool{rules.YAML.Name: true, rules.UnknownField.Name: true} // these run without a row
	for _, rule := range rules.All() {
		known[rule.Name] = true
	}
	cases, err := filepath.Glob("*.txtar")
	check(t, err)
	for _, file := range cases {
		if name := strings.TrimSuffix(file, ".txtar"); !known[name] {
			t.Errorf("%s has cases of %s, which is not a row of rules.go", file, name)
		}
	}
	sources, err := filepath.Glob("*.go")
	check(t, err)
	n := 0
	for _, file := range sources {
		text, err := os.ReadFile(file)
		check(t, err)
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		for _, m := range declared.FindAllSubmatch(text, -1) {
			n++
			if name := string(m[1]); !known[name] {
				t.Errorf("%s declares the rule %s, which is not a row of rules.go", file, name)
			}
		}
	}
	if n < len(known) {
		t.Errorf("only %d declarations of %d rules are found: a rule begins with its Name", n, len(known))
	}
}

// declared finds the name in the declaration of a rule.
var declared = regexp.MustCompile(`(?m)^(?:var )?\s*\w+ = Rule\{\s*Name:\s+"([^"]+)"`)

// run judges the cases of an archive and puts what lint says beside each.
func run(t *testing.T, rule *rules.Rule, archive *txtar.Archive) (found, silent int) {
	var files []txtar.File
	for i, f := range archive.Files {
		if path.Ext(f.Name) == ".out" {
			continue
		}
		files = append(files, f)
		name := caseOf(f.Name)
		if i+1 < len(archive.Files) && path.Ext(archive.Files[i+1].Name) != ".out" && caseOf(archive.Files[i+1].Name) == name {
			continue // a case of several files
		}
		said := judge(t, rule, name, files)
		switch bad := strings.HasPrefix(name, "bad-"); {
		case !bad && !strings.HasPrefix(name, "ok-"):
			t.Errorf("%s: a case is bad-NAME or ok-NAME", name)
		case bad && said == "":
			t.Errorf("%s: nothing is found", name)
		case !bad && said != "":
			t.Errorf("%s: lint says\n%s", name, said)
		case bad:
			found++
			files = append(files, txtar.File{Name: name + ".out", Data: []byte(said)})
		default:
			silent++
		}
	}
	archive.Files = files
	return found, silent
}

func caseOf(file string) string {
	folder, _, _ := strings.Cut(file, "/")
	return strings.TrimSuffix(strings.TrimSuffix(folder, ".yaml"), ".out")
}

// judge lints the files of a case as they would stand on a disk, and gives what
// the rule says of them, a line for each finding. Nothing else may be wrong with
// them but what rules say, and each has something to run.
func judge(t *testing.T, rule *rules.Rule, name string, files []txtar.File) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range files {
		if caseOf(f.Name) == name {
			file := filepath.Join(dir, strings.TrimPrefix(f.Name, name+"/"))
			check(t, os.MkdirAll(filepath.Dir(file), 0o755))
			check(t, os.WriteFile(file, f.Data, 0o644))
		}
	}
	check(t, os.Mkdir(filepath.Join(dir, ".git"), 0o755))
	snapshot, err := (&source.Reader{}).Open(t.Context(), dir)
	check(t, err)
	linter := &lint.Linter{Key: secret.RandomKey(), Schema: lint.Plan(), Rules: rules.All(), Now: now}
	linter.Policy.Suggest = catalog.Suggest
	linter.Policy.Environment = environments(t, dir)
	linter.Policy.Trusted = trusted(t, dir)
	var b strings.Builder
	for _, f := range linter.Check(snapshot).Findings {
		if f.Severity == severity.Error && !isRule(f.Rule) {
			t.Errorf("%s: %s: %s", name, f.Rule, f.Message)
		}
		if f.Rule == "package-missing" && f.Rule != rule.Name {
			t.Errorf("%s: an example that cannot run: %s", name, f.Message)
		}
		if f.Rule == rule.Name && !f.Suppressed() {
			fmt.Fprintf(&b, "%s:%d:%d: %s: %s [%s]\n", f.File, f.At.Line, f.At.Column, f.Severity, f.Message, f.Rule)
		}
	}
	return b.String()
}

func isRule(name string) bool {
	return slices.ContainsFunc(rules.All(), func(r *rules.Rule) bool { return r.Name == name })
}

// environments returns the environment of each place, as the case's own
// configuration says.
func environments(t *testing.T, dir string) func(place string) string {
	t.Helper()
	c, problems, err := config.Read(filepath.Join(dir, config.Name), config.Vocabulary{})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	return func(place string) string {
		for _, e := range c.Environments {
			if rel, err := filepath.Rel(e.Directory, filepath.Join(dir, place)); err == nil && filepath.IsLocal(rel) {
				return e.Name
			}
		}
		return ""
	}
}

// trusted returns the suppressions that stand in the files of the case's folder
// .trusted, which stands for a revision.
func trusted(t *testing.T, dir string) func(_ *job.Template, place string) []*suppression.Suppression {
	dir = filepath.Join(dir, ".trusted")
	if _, err := os.Stat(dir); err != nil {
		return nil
	}
	return func(_ *job.Template, place string) []*suppression.Suppression {
		text, err := os.ReadFile(filepath.Join(dir, place))
		check(t, err)
		tmpl, _ := job.Parse(text)
		return suppression.InFile(tmpl, place, text)
	}
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

var aboutSecurity = regexp.MustCompile(`secret|credential|webhook`)

// TestRules: a rule says all that there is to say of it, once, and its file has
// its name.
func TestRules(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range rules.All() {
		if seen[r.Name] || r.Summary == "" || r.Why == "" || r.Fix == "" || r.Severity == severity.None {
			t.Errorf("%s is there twice or leaves something out", r.Name)
		}
		if aboutSecurity.MatchString(r.Name) && !r.Security {
			t.Errorf("%s is about secrets or about who gets in; say so: Security: true", r.Name)
		}
		seen[r.Name] = true
		kinds := 0
		for _, there := range []bool{r.Template != nil, r.Templates != nil, r.Suppressions != nil} {
			if there {
				kinds++
			}
		}
		if kinds != 1 {
			t.Errorf("%s looks at %d things", r.Name, kinds)
		}
		if _, err := os.Stat(r.Name + ".go"); err != nil {
			t.Error(err)
		}
	}
	files, err := filepath.Glob("*.txtar")
	check(t, err)
	if len(files) != len(seen) {
		t.Errorf("%d rules and %d files of cases", len(seen), len(files))
	}
}
