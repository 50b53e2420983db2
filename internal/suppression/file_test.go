package suppression_test

import (
	"fmt"
	"strings"
	"testing"

	"saejob/internal/job"
	"saejob/internal/suppression"
)

// TestInFile: which entry a comment is about, and where it stands.
func TestInFile(t *testing.T) {
	const text = `# saejob:ignore=head reason=a
AppName: a

# what it is for
# saejob:ignore=lead reason=a
ImageUrl: x   # saejob:ignore=trail reason=a
Envs:
  # saejob:ignore=item reason=a
  - name: A
    value: b # saejob:ignore=value reason=a
  # saejob:ignore=key reason=a

  - name: B
SlsConfigs:
  - # saejob:ignore=dash reason=a
    logDir: /x
# saejob:ignore=tail reason=a
`
	tree, problems := job.Parse([]byte(text))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var got []string
	for _, s := range suppression.InFile(tree, "a.yaml", []byte(text)) {
		got = append(got, fmt.Sprintf("%s %s %d:%d %v", s.Names[0], s.Path, s.At.Line, s.At.Column, s.Wrong == ""))
	}
	want := "head  1:1 true\nlead ImageUrl 5:1 true\ntrail ImageUrl 6:15 true\nitem Envs[A] 8:3 true\nvalue Envs[A].value 10:14 true\n" +
		"key Envs[B] 11:3 true\ndash SlsConfigs[0] 15:5 true\ntail  17:1 false"
	if text := strings.Join(got, "\n"); text != want {
		t.Errorf("got\n%s\nwant\n%s", text, want)
	}
}

// TestManyInFile: many are told once, and keep nobody busy.
func TestManyInFile(t *testing.T) {
	if testing.Short() {
		t.Skip("one at a time: the race detector has nothing to see")
	}
	text := []byte("AppName: a\n" + strings.Repeat("# saejob:ignore=x reason=y\n", 200_000))
	tree, _ := job.Parse(text)
	found := suppression.InFile(tree, "a.yaml", text)
	if len(found) != 1001 || found[999].At.Line != 1001 || !strings.Contains(found[1000].Wrong, "1000") {
		t.Error(len(found), found[999].At)
	}
}

// TestPlaces: each comment is found where it stands, though others say the same.
func TestPlaces(t *testing.T) {
	const comment = `# saejob:ignore=suspended reason="why"`
	text := strings.ReplaceAll(`COMMENT

COMMENT
AppName: a
Envs: COMMENT
  COMMENT
  - name: A
    value: b COMMENT
  - name: B
    value: | COMMENT
      COMMENT
      a
  - name: C
    COMMENT
    value: "a
      b" COMMENT
COMMENT

COMMENT
# another
COMMENT
`, "COMMENT", comment)
	want := []int{1, 3, 5, 6, 8, 10, 14, 16, 17, 19, 21}
	for name, text := range map[string]string{"as it is": text, "without a last line break": strings.TrimSuffix(text, "\n"), "of Windows": strings.ReplaceAll(text, "\n", "\r\n")} {
		tmpl, problems := job.Parse([]byte(text))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		var lines []int
		for _, s := range suppression.InFile(tmpl, "a.yaml", []byte(text)) {
			lines = append(lines, s.At.Line)
		}
		if got := fmt.Sprint(lines); got != fmt.Sprint(want) {
			t.Errorf("%s: at lines %s, want %s", name, got, fmt.Sprint(want))
		}
	}
}

// TestFoot: a comment that is indented under an entry is about nothing that follows,
// and says so.
func TestFoot(t *testing.T) {
	file := "Envs:\n  - name: A\n    # saejob:ignore=a reason=why\n  # saejob:ignore=b reason=why\nCpu: 1\n"
	read, problems := job.Parse([]byte(file))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	found := suppression.InFile(read, "f.yaml", []byte(file))
	if len(found) != 2 {
		t.Fatalf("%d suppressions", len(found))
	}
	for _, s := range found {
		if !strings.HasPrefix(s.Wrong, "it comes at the end of what it is indented under, so it applies to nothing") {
			t.Errorf("%v: %q", s.Names, s.Wrong)
		}
		if want := map[string]int{"a": 3, "b": 4}[s.Names[0]]; s.At.Line != want {
			t.Errorf("%v at line %d, want %d", s.Names, s.At.Line, want)
		}
	}
}

// TestLinesOfOtherSystems: a suppression stands where it stands, whatever ends a line.
func TestLinesOfOtherSystems(t *testing.T) {
	const text = "# saejob:ignore=a reason=x\nA: 1\n\n# saejob:ignore=b reason=x\nB: 2 # saejob:ignore=c reason=x\n"
	for _, file := range []string{text, "\ufeff" + text, strings.ReplaceAll(text, "\n", "\r\n"), strings.ReplaceAll(text, "\n", "\r"), "\ufeff" + strings.ReplaceAll(text, "\n", "\r")} {
		tmpl, problems := job.Parse([]byte(file))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		var got []string
		for _, s := range suppression.InFile(tmpl, "a.yaml", []byte(file)) {
			got = append(got, fmt.Sprintf("%d:%d about %d-%d", s.At.Line, s.At.Column, s.Lines.First, s.Lines.Last))
		}
		if want := "1:1 about 0-0, 4:1 about 5-5, 5:6 about 5-5"; strings.Join(got, ", ") != want {
			t.Errorf("%q: %s", file, strings.Join(got, ", "))
		}
	}
}
