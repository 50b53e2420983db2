package schema_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"saejob/internal/plan/read"
	"saejob/schema"
)

// The schema is formatted, and the cue command judges the cases by its published
// form as their names say.
func TestCue(t *testing.T) {
	if testing.Short() {
		t.Skip("runs cue once for each refused template")
	}
	path, err := exec.Command("go", "tool", "-n", "cue").Output()
	if err != nil {
		t.Fatal("go tool -n cue:", err)
	}
	cue := strings.TrimSpace(string(path))
	sources, err := filepath.Glob("*.cue")
	if err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(cue, slices.Concat([]string{"fmt", "--check"}, sources)...).CombinedOutput(); err != nil {
		t.Errorf("cue fmt would change\n%s", out)
	}

	dir := t.TempDir()
	published := filepath.Join(dir, "schema.cue")
	text, err := read.Publish(schema.Files, "template.cue")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(published, text, 0o644); err != nil {
		t.Fatal(err)
	}
	vet := []string{"vet", "-d", "#JobTemplate", published}
	accepted, refused := writeCases(t, dir)
	if out, err := exec.Command(cue, slices.Concat(vet, accepted)...).CombinedOutput(); err != nil {
		t.Errorf("cue vet refuses\n%s", out)
	}
	for _, file := range refused {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			out, err := exec.Command(cue, slices.Concat(vet, []string{file})...).CombinedOutput()
			if exit := (*exec.ExitError)(nil); !errors.As(err, &exit) || exit.ExitCode() != 1 {
				t.Errorf("cue vet accepts it (%v)\n%s", err, out)
			}
		})
	}
}

// writeCases writes the cases to files of their own.
func writeCases(t *testing.T, dir string) (accepted, refused []string) {
	t.Helper()
	for i, c := range cases(t) {
		file := filepath.Join(dir, fmt.Sprintf("%03d-%s-%s", i, c.topic, c.name))
		if err := os.WriteFile(file, c.text, 0o644); err != nil {
			t.Fatal(err)
		}
		if c.ok {
			accepted = append(accepted, file)
		} else {
			refused = append(refused, file)
		}
	}
	return accepted, refused
}
