package job_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/internal/trial"
)

// ranges lists where the names and values of a template stand.
func ranges(tmpl *job.Template) string {
	var b strings.Builder
	tmpl.Walk(func(at *job.At, e *job.Entry, _ *plan.Field) bool {
		fmt.Fprintf(&b, "%s %s %s\n", at.Path(), rangeText(e.KeyRange), rangeText(e.Value.Range))
		return true
	})
	return b.String()
}

func rangeText(r job.Range) string {
	return fmt.Sprintf("%d:%d-%d:%d", r.Line, r.Column, r.EndLine, r.EndColumn)
}

func TestPathString(t *testing.T) {
	tests := []struct {
		path job.Path
		want string
	}{
		{job.Path(nil).Member("Envs").Keyed("LOG_LEVEL", 1).Member("value"), "Envs[LOG_LEVEL].value"},
		{job.Path(nil).Member("SlsConfigs").Item(0).Member("logType"), "SlsConfigs[0].logType"},
		{job.Path(nil).Member("OssMountDescs").Keyed("/mnt/a.b", 1).Member("readOnly"), "OssMountDescs[/mnt/a.b].readOnly"},
		{job.Path(nil).Member("Envs").Keyed("A", 2), "Envs[A#2]"},
		{job.Path(nil).Member("Envs").Keyed("12", 1), `Envs["12"]`},
		{job.Path(nil).Member("Envs").Keyed("", 3), `Envs[""#3]`},
		{job.Path(nil).Member("Envs").Keyed("a]#\"\\\n\U000e0001", 1), `Envs["a]#\"\\\n\udb40\udc01"]`},
		{job.Path(nil).Member("a b").Member("").Member("-x"), `"a b"."".` + `"-x"`},
	}
	for _, test := range tests {
		if got := test.path.String(); got != test.want {
			t.Errorf("got %s, want %s", got, test.want)
		}
	}
}

func TestPathErrors(t *testing.T) {
	for _, text := range []string{"1a", "a.", "a[", "a[]", "a[1", "a]", "a[b#1]", "a[b#x]", "a[1#2]", `a["b]`, "a..b", ".a", "a b"} {
		if p, err := job.ParsePath(text); err == nil {
			t.Errorf("%s is read as %v", text, p)
		}
	}
}

// TestPathRoundTrip: a path is read as it was written.
func TestPathRoundTrip(t *testing.T) {
	g := newGenerator(5)
	for range trial.Cases(20_000, 20_000) {
		p := job.Path(nil).Member(g.text())
		for range g.IntN(4) {
			switch g.IntN(3) {
			case 0:
				p = p.Member(g.text())
			case 1:
				p = p.Item(g.IntN(100))
			case 2:
				p = p.Keyed(g.text(), 1+g.IntN(3))
			}
		}
		read, err := job.ParsePath(p.String())
		if err != nil || !reflect.DeepEqual(read, p) {
			t.Fatalf("%#v is written %s and read %#v: %v", p, p, read, err)
		}
	}
}
