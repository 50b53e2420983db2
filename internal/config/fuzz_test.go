package config_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"saejob/internal/config"
)

// FuzzRead: a text is a configuration, or has problems that say something at lines that
// it has; a configuration names no directory but those below its own, and accepts nothing
// without a reason.
func FuzzRead(f *testing.F) {
	starter, err := os.ReadFile("starter.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for _, text := range []string{
		string(starter), "environments:\n  prod: {region: cn-beijing, namespaces: [prod], directory: jobs/prod, profile: ops, network: vpc}\n",
		"environments:\n  a: {region: cn-beijing, directory: ../x}\n", "rules:\n  description-missing: warning\n",
		"suppressions:\n  - rule: image-tag-latest\n    files: ['jobs/**']\n    reason: why\n    expires: 2027-01-31\n    path: Envs[*].value\n",
		"mappings:\n  - values: {prod: 'a/*', test: 'b/*'}\n    path: ImageUrl\n", "secrets:\n  allow: [A_*]\n  add: ['*_PIN']\n", "# nothing\n", "", "- a\n", "environments: 7\n", "\ufeffrules: {}\n", "a: &b c\n",
	} {
		f.Add(text)
	}
	known := config.Vocabulary{Rule: func(string) string { return "" }, Ignored: func(string) (string, bool) { return "", true }}
	f.Fuzz(func(t *testing.T, text string) {
		c, problems, err := config.Parse(filepath.Join("dir", config.Name), []byte(text), known)
		if err != nil || (c == nil) != (len(problems) > 0) {
			t.Fatalf("%q: %v, %v, %v", text, c, problems, err)
		}
		last := strings.Count(text, "\n") + strings.Count(text, "\r") + strings.Count(text, "\u2028") + strings.Count(text, "\u2029") + strings.Count(text, "\u0085") + 1
		for _, p := range problems {
			if p.Message == "" || !utf8.ValidString(p.Message) || p.Range.Line < 1 || p.Range.Line > last || p.Range.Column < 1 {
				t.Errorf("%q: %+v", text, p)
			}
		}
		if c == nil {
			return
		}
		for _, e := range c.Environments {
			if rel, err := filepath.Rel("dir", e.Directory); err != nil || rel == ".." || strings.HasPrefix(rel, "../") || e.Region == "" || !config.IsName(e.Name) {
				t.Errorf("%q: %+v", text, e)
			}
		}
		for _, s := range c.Suppressions {
			if s.Wrong == "" && (strings.TrimSpace(s.Reason) == "" || len(s.Names) == 0) {
				t.Errorf("%q: %+v", text, s)
			}
		}
	})
}
