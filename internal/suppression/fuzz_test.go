package suppression_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"saejob/internal/job"
	"saejob/internal/suppression"
)

// FuzzComment: a comment is none, wrong and says why, or one that is read alike when it
// is written plainly. Only one that begins so is a suppression at all.
func FuzzComment(f *testing.F) {
	for _, text := range []string{
		`# saejob:ignore=a reason="why"`, `#saejob:ignore=a,b reason=why expires=2027-01-31`, `## saejob:ignore=a reason="say \"why\" \\"`,
		`# saejob:ignore`, `# saejob:ignore=a`, `# SAEJOB:IGNORE=a`, `# saejob:ignore=a ignore=b reason=x reason=y`, "#\tsaejob:ignore=a\treason=\"\x00\"", `# saejob:ignore="a b" reason=c`,
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := suppression.Comment(text)
		if s == nil {
			return
		}
		if !strings.HasPrefix(strings.TrimLeft(text, " \t"), "#") || !s.InSource {
			t.Fatalf("%q is a suppression", text)
		}
		if s.Wrong != "" {
			if s.Accepts(suppression.Target{Name: strings.Join(s.Names, ","), Line: 1}, time.Time{}) {
				t.Errorf("%q is wrong, and accepts", text)
			}
			return
		}
		if len(s.Names) == 0 || slices.Contains(s.Names, "") || strings.TrimSpace(s.Reason) == "" {
			t.Fatalf("%q: names %q, reason %q", text, s.Names, s.Reason)
		}
		quoted := strings.NewReplacer(`\`, `\\`, `"`, `\"`)
		plain := `# saejob:ignore="` + quoted.Replace(strings.Join(s.Names, ",")) + `" reason="` + quoted.Replace(s.Reason) + `"`
		if !s.Expires.IsZero() {
			plain += " expires=" + s.Expires.Format(time.DateOnly)
		}
		again := suppression.Comment(plain)
		if again == nil || again.Wrong != "" || !slices.Equal(again.Names, s.Names) || again.Reason != s.Reason || !again.Expires.Equal(s.Expires) {
			t.Errorf("%q, written %q, is %+v", text, plain, again)
		}
	})
}

// FuzzInFile: each suppression of a file stands where a comment of it is, and is about
// lines that the file has.
func FuzzInFile(f *testing.F) {
	for _, text := range []string{
		"# saejob:ignore=head reason=a\nAppName: a\n\n# what\n# saejob:ignore=lead reason=a\nImageUrl: x   # saejob:ignore=trail reason=a\n",
		"Envs:\n  # saejob:ignore=item reason=a\n  - name: A\n    value: b # saejob:ignore=v reason=a\n  # saejob:ignore=foot reason=a\n# saejob:ignore=tail reason=a\n",
		"A: \"# saejob:ignore=a reason=b\"\n", "A: |\n  # saejob:ignore=a reason=b\n", "- # saejob:ignore=dash reason=a\n", "A: 1 \t#saejob:ignore=a\r\nB: 2\r\n", "\ufeff# saejob:ignore=a\rA: 1\r# saejob:ignore=b\rB: 2",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tmpl, problems := job.Parse([]byte(text))
		if len(problems) > 0 {
			return
		}
		lines := job.Lines([]byte(text))
		for _, s := range suppression.InFile(tmpl, "a.yaml", []byte(text)) {
			at := s.At
			if at.Line < 1 || at.Line > len(lines) || at.Column < 1 || at.EndLine != at.Line || at.EndColumn <= at.Column {
				t.Fatalf("%q: %+v", text, at)
			}
			line := []rune(lines[at.Line-1])
			if at.EndColumn-1 > len(line) || line[at.Column-1] != '#' {
				t.Errorf("%q: no comment at %+v", text, at)
			}
			if s.Lines.First > s.Lines.Last || s.Lines.Last > len(lines) || s.Lines.First < 0 {
				t.Errorf("%q: about lines %+v of %d", text, s.Lines, len(lines))
			}
		}
	})
}
