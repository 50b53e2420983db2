package report_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"saejob/diff"
	"saejob/internal/report"
	"saejob/internal/secret"
)

// TestPageNumbersLines: each line on the page has the number that it has in its own text,
// behind lines that are skipped, new or gone too.
func TestPageNumbersLines(t *testing.T) {
	text := func(more map[int]string) string {
		var b strings.Builder
		for i := range 40 {
			b.WriteString(more[i])
			fmt.Fprintf(&b, "  line %d\n", i)
		}
		return b.String()
	}
	const head = "AppName: a\nPhpConfig: |\n"
	from, to := text(map[int]string{2: "  gone 1\n  gone 2\n", 38: "  old\n"}), text(map[int]string{20: "  more 1\n", 38: "  new\n"})
	archive := &txtar.Archive{Files: []txtar.File{{Name: "from/a.yaml", Data: []byte(head + from)}, {Name: "to/a.yaml", Data: []byte(head + to)}}}
	var page bytes.Buffer
	if err := report.DiffHTML(&page, diff.Compare(snapshot(archive, "from"), snapshot(archive, "to"), diff.Options{Key: secret.RandomKey()})); err != nil {
		t.Fatal(err)
	}
	cell := `<td class="number">(\d*)</td><td class="line [a-z]+"><bdi>(.*?)\n?</bdi>.*?</td>`
	tag := regexp.MustCompile(`<[^>]*>`)
	rows := regexp.MustCompile(`(?s)<tr>`+cell+cell+`</tr>`).FindAllStringSubmatch(page.String(), -1)
	for _, row := range rows {
		for side, all := range []string{from, to} {
			number, line := row[1+2*side], tag.ReplaceAllString(row[2+2*side], "")
			if number == "" {
				continue
			}
			if n, _ := strconv.Atoi(number); strings.TrimSpace(strings.Split(all, "\n")[n-1]) != strings.TrimSpace(line) {
				t.Errorf("side %d, line %s is called %q", side, number, line)
			}
		}
	}
	if len(rows) < 10 || len(rows) > 30 {
		t.Errorf("%d rows:\n%s", len(rows), page.String())
	}
}
