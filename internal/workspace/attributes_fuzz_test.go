package workspace

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

// FuzzAttribute: whatever a directory is called, the pattern of its files holds for them
// and for no others, as git itself reads it.
func FuzzAttribute(f *testing.F) {
	for _, dir := range []string{"jobs", "a b", "[x]", "!x", `back\slash`, "#x", `"q"`, "*", "?", "a\tb", "ü", " ", "\x7f", "[attr]x", "jobs/prod", "\xff", "a\nb", "**", "a/**/b", "~", "-x", "x "} {
		f.Add(dir)
	}
	ask := attributesOf(f)
	f.Fuzz(func(t *testing.T, dir string) {
		// What the system could not have as a directory below the root, or git not as a line.
		if dir == "." || path.Clean(dir) != dir || strings.HasPrefix(dir, "/") || dir == ".." || strings.HasPrefix(dir, "../") || strings.Contains(dir, "\x00") || len(dir) > 400 {
			return
		}
		for files, holds := range map[string][]string{"*.yaml": {dir + "/a.yaml"}, "**/*.yaml": {dir + "/a.yaml", dir + "/new/a.yaml"}} {
			others := []string{"other/a.yaml", "a.yaml", "other/" + dir + "/a.yaml", dir + "/a.yml", dir + "x/a.yaml", "x" + dir + "/a.yaml"}
			pattern := attribute(dir, files)
			has := ask(t, pattern, append(others, holds...))
			for i, file := range append(others, holds...) {
				if has[i] != (i >= len(others)) {
					t.Errorf("%q holds for %q: %t", pattern, file, has[i])
				}
			}
		}
	})
}

// attributesOf returns what asks one git for all: which of these files a pattern holds for.
// Each pattern stands in a directory of its own, since git reads a file once.
func attributesOf(f *testing.F) func(t *testing.T, pattern string, files []string) []bool {
	f.Helper()
	dir := f.TempDir()
	if out, err := exec.Command("git", "-C", dir, "init", "-q").CombinedOutput(); err != nil {
		f.Fatalf("%v: %s", err, out)
	}
	cmd := exec.Command("git", "-C", dir, "check-attr", "-z", "--stdin", "diff")
	in, err := cmd.StdinPipe()
	if err != nil {
		f.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { in.Close(); _ = cmd.Wait() })
	answers, n := bufio.NewReader(out), 0
	return func(t *testing.T, pattern string, files []string) []bool {
		n++
		below := fmt.Sprintf("d%d", n)
		if err := os.Mkdir(filepath.Join(dir, below), 0o755); err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(filepath.Join(dir, below))
		writeFile(t, filepath.Join(dir, below, ".gitattributes"), pattern+" diff=saejob\n")
		has := make([]bool, len(files))
		for i, file := range files {
			if _, err := io.WriteString(in, below+"/"+file+"\x00"); err != nil {
				t.Fatal(err)
			}
			var fields []string
			for range 3 { // the file, the attribute, its value
				text, err := answers.ReadString(0)
				if err != nil {
					t.Fatal(err)
				}
				fields = append(fields, strings.TrimSuffix(text, "\x00"))
			}
			has[i] = fields[2] == "saejob"
		}
		return has
	}
}
