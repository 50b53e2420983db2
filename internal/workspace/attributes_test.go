package workspace

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The pattern of a directory's files holds for them, and for those of no other.
func TestAttributesAreThoseOfGit(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	dir := t.TempDir()
	askGit(t, dir, "", "init", "-q")
	names := []string{"a b", "[x]", "!x", `back\slash`, "#x", `"q"`, "'", "*", "?", "a\tb", "ü", " ", `\`, "[", "x]", "!", "~", "$HOME", "a\"", "\x7f"}
	for range 60 {
		var b strings.Builder
		for range 1 + r.IntN(4) {
			b.WriteString(names[r.IntN(len(names))])
		}
		names = append(names, b.String(), "jobs/"+b.String())
	}
	for _, name := range names {
		for files, holds := range map[string][]string{"*.yaml": {name + "/a.yaml"}, "**/*.yaml": {name + "/a.yaml", name + "/new/a.yaml"}} {
			writeFile(t, filepath.Join(dir, ".gitattributes"), attribute(name, files)+" diff=saejob\n")
			for _, file := range holds {
				if !hasAttribute(t, dir, file) {
					t.Errorf("%q does not hold for %q", attribute(name, files), file)
				}
			}
			for _, file := range []string{"other/a.yaml", "a.yaml", "other/" + name + "/a.yaml", name + "/a.yml"} {
				if hasAttribute(t, dir, file) {
					t.Errorf("%q holds for %q", attribute(name, files), file)
				}
			}
		}
	}
	writeFile(t, filepath.Join(dir, ".gitattributes"), attribute(".", "*.yaml")+" diff=saejob\n")
	if !hasAttribute(t, dir, "a.yaml") || hasAttribute(t, dir, "other/a.yaml") {
		t.Error("the pattern of the root holds for other directories")
	}
}

func hasAttribute(t *testing.T, dir, file string) bool {
	t.Helper()
	return strings.HasSuffix(askGit(t, dir, file+"\x00", "check-attr", "-z", "--stdin", "diff"), "\x00diff\x00saejob\x00")
}

func askGit(t *testing.T, dir, in string, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "git", args...)
	cmd.Dir, cmd.Stdin = dir, strings.NewReader(in)
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func writeFile(t *testing.T, file, content string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}
