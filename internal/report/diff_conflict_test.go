package report_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"saejob/diff"
	"saejob/internal/report"
	"saejob/internal/secret"
)

// TestConflict: every report for people shows all three values of a conflict, tells it
// from drift, and says what the words mean; what converged has no severity there.
func TestConflict(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/diff/conflict.txtar")
	if err != nil {
		t.Fatal(err)
	}
	base := snapshot(archive, "base")
	r := diff.Compare(snapshot(archive, "from"), snapshot(archive, "to"), diff.Options{Key: secret.RandomKey(), Base: &base})
	reports := map[string]func(*bytes.Buffer) error{
		"text":     func(b *bytes.Buffer) error { return report.DiffText(b, r, report.Style{}) },
		"markdown": func(b *bytes.Buffer) error { return report.DiffMarkdown(b, r, report.MarkdownBudget) },
		"html":     func(b *bytes.Buffer) error { return report.DiffHTML(b, r) },
	}
	for name, write := range reports {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		text := strings.NewReplacer("<ins>", "", "</ins>", "", "<del>", "", "</del>", "").Replace(b.String())
		for _, want := range []string{
			"b = 2", "b = 3", "b = 4", "two", "three", "a command of the base that is too long for a column", "bash", "logstoreName: base", "logstoreName: live",
			diff.Conflict.Means(), diff.Converged.Means(),
		} {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not show %q:\n%s", name, want, text)
			}
		}
	}
	var page bytes.Buffer
	if err := report.DiffHTML(&page, r); err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(page.String(), `<tr class="change `)[1:]
	for _, row := range rows {
		severity, _, _ := strings.Cut(row, "</td>")
		shown := strings.Contains(severity, `<span class="pill`)
		if converged := strings.Contains(row, `<span class="pill verdict converged">converged</span>`); shown == converged {
			t.Errorf("a row that is converged, %v, shows a severity, %v:\n%s", converged, shown, row)
		}
	}
	if len(rows) != 7 {
		t.Errorf("%d rows", len(rows))
	}
	for _, v := range diff.AllVerdicts() {
		if !strings.Contains(page.String(), `<li><span class="pill verdict `+string(v)+`">`+string(v)+`</span> `+v.Means()) {
			t.Errorf("the page does not say what %s means", v)
		}
		if v != diff.Pending && !strings.Contains(page.String(), ".pill."+string(v)) {
			t.Errorf("%s looks like any other", v)
		}
	}
}
