package lint

import (
	"encoding/json"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"saejob/internal/job"
	"saejob/internal/secret"
	"saejob/internal/trial"
	"saejob/rules"
	"saejob/schema"
)

// TestLineHash: the hashes are those that github/codeql-action computes. The
// vectors were made by its own src/fingerprints.ts (of June 2026), run by Node.
func TestLineHash(t *testing.T) {
	text, err := os.ReadFile("testdata/linehash.json")
	if err != nil {
		t.Fatal(err)
	}
	var vectors []struct {
		Name, Text string
		Hashes     []string
	}
	if err := json.Unmarshal(text, &vectors); err != nil || len(vectors) < 60 {
		t.Fatal(len(vectors), err)
	}
	for _, v := range vectors {
		nothing := &job.Template{Root: &job.Node{Kind: job.Object}}
		if got := lineHashes(maskedText([]byte(v.Text), marked{nothing})); !slices.Equal(got, v.Hashes) {
			t.Errorf("%s: got %v, want %v", v.Name, got, v.Hashes)
		}
	}
}

// schemaCases returns the templates of the schema's cases and of the rules'.
func schemaCases(t *testing.T) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	for pattern, files := range map[string]fs.FS{"testdata/*.txtar": schema.Cases, "*.txtar": rules.Cases} {
		names, err := fs.Glob(files, pattern)
		if err != nil || len(names) == 0 {
			t.Fatal("no cases", err)
		}
		for _, name := range names {
			text, err := fs.ReadFile(files, name)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range txtar.Parse(text).Files {
				if strings.HasSuffix(f.Name, ".yaml") {
					all[name+"/"+f.Name] = f.Data
				}
			}
		}
	}
	return all
}

func findingsOf(text []byte) []Finding {
	l := &Linter{Key: secret.RandomKey(), Schema: Plan(), Rules: rules.All()}
	return l.Check(job.Snapshot{Refs: []job.Ref{{Place: "a.yaml", Open: func() (job.Document, error) {
		template, problems := job.Parse(text)
		return job.Document{Template: template, Problems: problems, Text: text}, nil
	}}}}).Findings
}

// TestLinesInsertedAbove: a finding keeps its fingerprint and the hash of its line
// when lines are inserted above it, and no two have the same fingerprint.
func TestLinesInsertedAbove(t *testing.T) {
	if testing.Short() {
		t.Skip("one at a time: the race detector has nothing to see")
	}
	hashed := 0
	for name, text := range schemaCases(t) {
		before, after := findingsOf(text), findingsOf(append([]byte("# one more line\n\n# and two\n"), text...))
		seen := map[string]bool{}
		for i, f := range before {
			if len(after) != len(before) {
				t.Fatalf("%s: %d findings, then %d", name, len(before), len(after))
			}
			if a := after[i]; a.Fingerprint != f.Fingerprint || a.LineHash != f.LineHash || a.At.Line != f.At.Line+3 {
				t.Errorf("%s: %s:\n%s %s %v, then\n%s %s %v", name, f.Rule, f.Fingerprint, f.LineHash, f.At, a.Fingerprint, a.LineHash, a.At)
			}
			if f.LineHash != "" {
				hashed++
			}
			if seen[f.Fingerprint] {
				t.Errorf("%s: two findings are %s", name, f.Fingerprint)
			}
			seen[f.Fingerprint] = true
		}
	}
	if hashed < 300 {
		t.Errorf("only %d findings have a line hash", hashed)
	}
}

// TestLineHashKeepsSecrets: no line's hash depends on a secret in its file,
// wherever it stands, nor on the key; and a file without any is hashed as it is.
func TestLineHashKeepsSecrets(t *testing.T) {
	const file = `# token=CANARY, see https://u:CANARY@wiki
AppName: nightly
OssAkSecret: CANARY
PackageUrl: "https://u:CANARY@h/a\tb" # password=CANARY
Envs:
  - name: DB_PASSWORD
    value: |
      CANARY
      two CANARY
  - name: API_TOKEN
    value: "first
      then CANARY"
  - {name: TOKEN, value: 'CANARY'}
PreStop: '{"exec":{"command":["--password","CANARY"]}}'
"https://u:CANARY@h/": 1
PhpConfig: >
  a = b
  db.password = CANARY
  # shell: password=CANARY
`
	masked := func(text string, key secret.Key) string {
		template, problems := job.Parse([]byte(text))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		return maskedText([]byte(text), decode(template).mark(key))
	}
	key, err := secret.ParseKey(trial.RedactKey)
	if err != nil {
		t.Fatal(err)
	}
	one := masked(strings.ReplaceAll(file, "CANARY", "Canary7yellow"), key)
	other := masked(strings.ReplaceAll(file, "CANARY", "SongBird8red"), secret.RandomKey())
	if one != other || strings.Contains(one, "anary") || strings.Contains(other, "Bird") {
		t.Errorf("got\n%s\nand\n%s", one, other)
	}
	if strings.Count(one, "\n") != strings.Count(file, "\n") {
		t.Errorf("the lines are others:\n%s", one)
	}
	if testing.Short() {
		return // one at a time: the race detector has nothing to see
	}
	for name, text := range schemaCases(t) {
		template, problems := job.Parse(text)
		if len(problems) > 0 {
			continue
		}
		job.Normalize(template)
		secret.Redact(template, key)
		clean := string(job.Print(template)) + "# and a comment: see https://example.com/#token\n"
		if got := masked(clean, secret.RandomKey()); got != clean {
			t.Errorf("%s: without a secret it is\n%s\nand is hashed as\n%s", name, clean, got)
		}
	}
}
