package job_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"saejob/internal/job"
	"saejob/internal/trial"
)

// TestNormalIsTaken: the reader of the normal form takes all that we print, with
// comments or without.
func TestNormalIsTaken(t *testing.T) {
	g := newGenerator(21)
	for i := range trial.Cases(100_000, 3_000) {
		tmpl, err := job.FromAnswer(g.answer())
		if err != nil {
			t.Fatal(err)
		}
		printed := string(job.Print(tmpl))
		for _, file := range []string{printed, g.commented([]byte(printed))} {
			if !job.TakenAsNormal([]byte(file)) && file != "{}\n" {
				t.Fatalf("case %d: not taken:\n%s", i, file)
			}
		}
	}
}

// sameByBoth compares what both readers make of a file.
func sameByBoth(t *testing.T, file string) bool {
	t.Helper()
	quick, problems := job.Parse([]byte(file))
	slow, slowProblems := job.ParseByYAML([]byte(file))
	if len(problems) == 0 && len(slowProblems) > 0 {
		t.Errorf("the YAML parser refuses it: %v\n%s", slowProblems, file)
		return false
	}
	if a, b := job.Dump(quick), job.Dump(slow); a != b {
		t.Errorf("by the reader of the normal form, and by the YAML parser:\n%s\nof:\n%s\n%q", differing(a, b), file, file)
		return false
	}
	return true
}

// differing returns the lines of two texts that are not in the other one.
func differing(a, b string) string {
	var lines []string
	for i, text := range []string{a, b} {
		for _, line := range strings.Split(text, "\n") {
			if !strings.Contains([]string{b, a}[i], line) {
				lines = append(lines, []string{"- ", "+ "}[i]+line)
			}
		}
	}
	return strings.Join(lines, "\n")
}

// TestBothReaders: the reader of the normal form makes the same of a file as the
// YAML parser, with places and comments: of files of ours, of all cases, and of
// these changed at random.
func TestBothReaders(t *testing.T) {
	g := newGenerator(22)
	seeds := cases(t)
	for range 300 {
		if tmpl, err := job.FromAnswer(g.answer()); err == nil {
			seeds = append(seeds, g.commented(job.Print(tmpl)))
		}
	}
	taken := 0
	for _, file := range seeds {
		if !sameByBoth(t, file) {
			return
		}
	}
	for i := range trial.Cases(600_000, 60_000) {
		file := g.mutated(pick(g, seeds...))
		if !sameByBoth(t, file) {
			t.Fatalf("case %d", i)
		}
		if job.TakenAsNormal([]byte(file)) {
			taken++
		}
	}
	t.Logf("%d files taken", taken)
}

// cases returns the YAML files of all cases and samples.
func cases(t *testing.T) []string {
	t.Helper()
	var files []string
	for _, pattern := range []string{"../../rules/*.txtar", "../../schema/testdata/*.txtar", "../../diff/meaning/*.txtar", "../../testdata/*.txtar"} {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			t.Fatal(pattern, err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range txtar.Parse(data).Files {
				if strings.Contains(string(f.Data), ":") && len(f.Data) < 5000 {
					files = append(files, string(f.Data))
				}
			}
		}
	}
	return files
}

// pieces are what can change what a line of YAML is.
var pieces = []string{
	" ", "  ", "    ", "\n", "\n\n", "\n  ", "\t", "\r", "\r\n", "#", " #", " # c", ":", ": ", ":\n", "-", "- ", "\n- ", "\n  - ", "? ", "! ", "&a ", "*a", "|", "|-", "|+", ">", "|2", "\"", "'", "''",
	"\\", "\\n", "\\x41", "\\u0041", "\\/", "\\N", "[", "]", "{", "}", ",", "[]", "{}", "[a]", "%", "@", "`", "~", "null", "yes", "0x1", "1.5", "-1", "---", "...", "--- ", "<<", "=", "é", "\u00a0", "\u3000",
	"\u200b", "\ufeff", "\u2028", "\u0085", "\x7f", "\x01", "示", "😀", "A: b\n", "- c\n", "A:\n", "[{\"a\": 1}]", "'[1]'", "\"[\\\"a\\\"]\"", "$", "<", "(", ".", "+1",
}

// mutated returns a file with a few changes.
func (g generator) mutated(file string) string {
	for range 1 + g.IntN(3) {
		at := g.IntN(len(file) + 1)
		switch g.IntN(6) {
		case 0, 1:
			file = file[:at] + pick(g, pieces...) + file[at:]
		case 2:
			file = file[:at] + file[min(len(file), at+1+g.IntN(4)):]
		default:
			lines := strings.SplitAfter(file, "\n")
			i := g.IntN(len(lines))
			switch g.IntN(4) {
			case 0:
				lines[i] = ""
			case 1:
				lines[i] += lines[i]
			case 2:
				lines[i] = pick(g, " ", "  ", "    ", "- ", "# ") + lines[i]
			case 3:
				lines[i] = strings.TrimPrefix(strings.TrimPrefix(lines[i], " "), pick(g, " ", ""))
			}
			file = strings.Join(lines, "")
		}
	}
	return file
}
