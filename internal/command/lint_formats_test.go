package command

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/txtar"

	"saejob/internal/console"
	"saejob/internal/report"
	"saejob/internal/secret"
	"saejob/schema"
)

// TestReportsAgree: all reports of one run count the same, and the text is the
// same whatever else is written.
func TestReportsAgree(t *testing.T) {
	t.Setenv(secret.KeyVariable, "")
	t.Chdir(t.TempDir())
	for name, text := range casesOf(t, "testdata/resources.txtar", "testdata/storage.txtar") {
		write(t, name, text)
	}
	write(t, "accepted.yaml", "# saejob:ignore=description-missing reason=\"why | not\"\n"+
		"AppName: a\nPackageType: Image\nImageUrl: shop/nightly:1.4.2\nCpu: 500\nMemory: 1024\nReplicas: 1\n# saejob:ignore=unknown-field reason=\"x\"\nOther: 1\nThird: 2\n")
	write(t, "broken.yaml", "AppName: b\nCpu: [\n")
	for _, name := range []string{"gone", "lost"} {
		if err := os.Symlink("nowhere", name+".yaml"); err != nil {
			t.Fatal(err)
		}
	}
	args := []string{"lint", "-q"}
	for _, format := range report.LintFormats.Names() {
		args = append(args, "-o", format+"=report."+format)
	}
	if out, status := try(t, append(args, ".")...); out != "" || status != console.Incomplete {
		t.Fatalf("exits with %d and says %s", status, out)
	}
	want := ofJSON(t, contents(t, "report.json"))
	if want.errors < 50 || want.warnings < 5 || want.infos < 50 || want.suppressed != 2 || want.unread != 2 {
		t.Fatalf("only %+v", want)
	}
	for _, format := range report.LintFormats.Names() {
		count, ok := counters[format]
		if !ok {
			t.Errorf("nothing counts what %s reports: write its counter", format)
			continue
		}
		want := want
		if count.leavesSuppressedOut {
			want.suppressed = 0
		}
		if count.total {
			want = counts{unread: want.unread, infos: want.errors + want.warnings + want.infos}
		}
		if got := count.of(t, contents(t, "report."+format)); got != want {
			t.Errorf("%s has %+v, want %+v", format, got, want)
		}
	}
	if text, _ := try(t, "lint", "-q", "."); text != contents(t, "report.text") {
		t.Error("the text alone is another one")
	}
}

// casesOf gives the templates of the schema's cases.
func casesOf(t *testing.T, topics ...string) map[string]string {
	t.Helper()
	files := map[string]string{}
	for _, topic := range topics {
		text, err := fs.ReadFile(schema.Cases, topic)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range txtar.Parse(text).Files {
			if filepath.Ext(f.Name) == ".yaml" {
				files[f.Name] = string(f.Data)
			}
		}
	}
	return files
}
