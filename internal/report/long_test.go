package report_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"saejob/diff"
	"saejob/internal/job"
	"saejob/internal/report"
	"saejob/internal/secret"
	"saejob/internal/severity"
	"saejob/lint"
)

// TestLongValues: of a value with very many lines each report for people shows the first,
// and says how many it leaves out.
func TestLongValues(t *testing.T) {
	lines := func(word string) string {
		var b strings.Builder
		for i := range 3000 {
			fmt.Fprintf(&b, "  %s %04d\n", word, i)
		}
		return b.String()
	}
	const head = "AppName: a\nAppId: \"1\"\n"
	archive := &txtar.Archive{Files: []txtar.File{
		{Name: "from/a.yaml", Data: []byte(head + "PhpConfig: |\n" + lines("before"))},
		{Name: "to/a.yaml", Data: []byte(head + "PhpConfig: |\n" + lines("after") + "PythonModules: |\n" + lines("new"))},
	}}
	r := diff.Compare(snapshot(archive, "from"), snapshot(archive, "to"), diff.Options{Key: secret.RandomKey()})
	var text, page bytes.Buffer
	if err := report.DiffText(&text, r, report.Style{}); err != nil {
		t.Fatal(err)
	}
	if err := report.DiffHTML(&page, r); err != nil {
		t.Fatal(err)
	}
	for format, out := range map[string]string{"text": text.String(), "html": page.String()} {
		if n := strings.Count(out, " more lines"); n != 2 || !strings.Contains(out, "new 0000") || strings.Contains(out, "new 2999") || strings.Contains(out, "after 2999") {
			t.Errorf("%s says %d times that there are more lines, in %d bytes", format, n, len(out))
		}
	}
}

// TestPageSays: what is beside the changes stands on the page and in Markdown too.
func TestPageSays(t *testing.T) {
	const file = "AppName: a\nAppId: \"1\"\nImageUrl: registry-%s/a:1\nTimeout: %d\n"
	archive := &txtar.Archive{Files: []txtar.File{
		{Name: "base/a.yaml", Data: fmt.Appendf(nil, file, "x", 10)},
		{Name: "from/a.yaml", Data: fmt.Appendf(nil, file, "prod", 20)},
		{Name: "to/a.yaml", Data: fmt.Appendf(nil, file, "test", 20)},
	}}
	base := snapshot(archive, "base")
	r := diff.Compare(snapshot(archive, "from"), snapshot(archive, "to"), diff.Options{
		Key: secret.RandomKey(), Base: &base,
		Mappings: []diff.Mapping{{From: "registry-prod/*", To: "registry-test/*", Path: job.Path(nil).Member("ImageUrl")}, {From: "never", To: "nowhere"}},
	})
	if len(r.Problems) == 0 || len(r.Mappings) != 2 {
		t.Fatalf("%+v", r)
	}
	var page, markdown bytes.Buffer
	if err := report.DiffHTML(&page, r); err != nil {
		t.Fatal(err)
	}
	if err := report.DiffMarkdown(&markdown, r, report.MarkdownBudget); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"FROM and TO", ">base<", "registry-prod/*", "registry-test/*", "nowhere", r.Problems[0].ID} {
		if !strings.Contains(page.String(), want) {
			t.Errorf("the page does not say %q:\n%s", want, page.String())
		}
	}
	if !strings.Contains(markdown.String(), "**warning**") || !strings.Contains(markdown.String(), r.Problems[0].ID) {
		t.Errorf("no problem in\n%s", markdown.String())
	}
}

// TestJUnitOfNothing: a report without a case is an error to Jenkins, so there is one.
func TestJUnitOfNothing(t *testing.T) {
	for _, r := range []lint.Result{{}, {Judged: []string{"a.yaml"}}} {
		suites := readJUnit(t, write(t, "junit", r))
		if suites.Tests != 1 || suites.Failures != 0 || suites.Errors != 0 || len(suites.Suites) != 1 || len(suites.Suites[0].Cases) != 1 {
			t.Errorf("%+v: %+v", r, suites)
		}
	}
}

// TestSARIFPlaces: a place is a URI: below the root of the sources, or whole.
func TestSARIFPlaces(t *testing.T) {
	for place, want := range map[string]string{
		"jobs/a b.yaml":  `"uri": "jobs/a%20b.yaml"`,
		"a:b.yaml":       `"uri": "a%3Ab.yaml"`,
		"/tmp/a.yaml":    `"uri": "file:///tmp/a.yaml"`,
		"C:/jobs/a.yaml": `"uri": "file:///C:/jobs/a.yaml"`,
	} {
		f := found(severity.Error, "yaml", place, 1, "", "wrong")
		if out := write(t, "sarif", lint.Result{Judged: []string{place}, Findings: []lint.Finding{f}}); !strings.Contains(out, want) {
			t.Errorf("%s is not %s in\n%s", place, want, out)
		}
	}
}
