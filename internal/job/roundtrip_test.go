package job_test

import (
	"bytes"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/internal/trial"
)

// TestLossless: an answer, printed, parsed and turned back, is equal.
func TestLossless(t *testing.T) {
	g := newGenerator(1)
	for i := range trial.Cases(10_000, 10_000) {
		data := g.answer()
		checkLossless(t, data)
		if t.Failed() {
			t.Fatalf("case %d: %s", i, data)
		}
	}
}

func checkLossless(t *testing.T, data []byte) {
	t.Helper()
	first, err := job.FromAnswer(data)
	if err != nil {
		t.Errorf("from answer: %v", err)
		return
	}
	text := job.Print(first)
	read, problems := job.Parse(text)
	if len(problems) > 0 {
		t.Errorf("parse: %v\n%s", problems, text)
		return
	}
	if job.Compare(first, read) == job.Different {
		t.Errorf("what was read differs from what was printed:\n%s", text)
	}
	if again := job.Print(read); !bytes.Equal(text, again) {
		t.Errorf("printed again:\n%s\nbefore:\n%s", again, text)
	}
	job.Normalize(read)
	if again := job.Print(read); !bytes.Equal(text, again) {
		t.Errorf("normalized again:\n%s\nbefore:\n%s", again, text)
	}
	back, err := job.FromAnswer(job.Answer(read))
	if err != nil {
		t.Errorf("turned back: %v", err)
		return
	}
	if job.Compare(first, back) != job.Same {
		t.Errorf("turned back it differs:\n%s", job.Answer(read))
	}
	if what := lost(t, data, job.Answer(read)); what != "" {
		t.Errorf("turned back, %s", what)
	}
}

// TestHostileStrings: what we print as a value and as a name, the YAML parser
// reads as it was, wherever it stands.
func TestHostileStrings(t *testing.T) {
	g := newGenerator(2)
	for i := range trial.Cases(400_000, 40_000) {
		name, value := g.text(), g.text()
		root := object(name, text(value), name+"x", list(text(value), object(name, text(value))))
		printed := job.Print(&job.Template{Root: root})
		var read map[string]any
		if err := yaml.Unmarshal(printed, &read); err != nil {
			t.Fatalf("case %d: %q: %q: %v\n%s", i, name, value, err, printed)
		}
		items, _ := read[name+"x"].([]any)
		if read[name] != value || len(items) != 2 || items[0] != value || items[1].(map[string]any)[name] != value {
			t.Fatalf("case %d: %q: %q is read as %q\n%s", i, name, value, read, printed)
		}
		if again, problems := job.Parse(printed); len(problems) > 0 || job.Compare(&job.Template{Root: root}, again) == job.Different {
			t.Fatalf("case %d: %q: %q: %v\n%s", i, name, value, problems, printed)
		}
	}
}

func object(pairs ...any) *job.Node {
	n := &job.Node{Kind: job.Object}
	for i := 0; i < len(pairs); i += 2 {
		n.Entries = append(n.Entries, &job.Entry{Key: pairs[i].(string), Value: pairs[i+1].(*job.Node)})
	}
	return n
}

func list(items ...*job.Node) *job.Node {
	n := &job.Node{Kind: job.List}
	for _, item := range items {
		n.Entries = append(n.Entries, &job.Entry{Value: item})
	}
	return n
}

func text(value string) *job.Node { return &job.Node{Kind: job.String, Text: value} }

// TestComments: printing what was parsed gives the same bytes, and deleting or
// changing a field changes only its lines.
func TestComments(t *testing.T) {
	g := newGenerator(3)
	for i := range trial.Cases(20_000, 20_000) {
		tmpl, err := job.FromAnswer(g.answer())
		if err != nil {
			t.Fatal(err)
		}
		file := g.commented(job.Print(tmpl))
		read, problems := job.Parse([]byte(file))
		if len(problems) > 0 {
			t.Fatalf("case %d: %v\n%s", i, problems, file)
		}
		if printed := string(job.Print(read)); printed != file {
			t.Fatalf("case %d: printed\n%s\nwas\n%s", i, printed, file)
		}
		if job.Compare(read, tmpl) == job.Different {
			t.Fatalf("case %d: comments changed what is read\n%s", i, file)
		}
		checkOneField(t, g, read, file)
		bare := read.Clone()
		uncomment(bare)
		job.Carry(read, bare)
		if printed := string(job.Print(bare)); printed != file {
			t.Errorf("carried to the same template without comments\n%s\nwas\n%s", printed, file)
		}
		if t.Failed() {
			t.Fatalf("case %d", i)
		}
	}
}

// uncomment removes all comments and blank lines.
func uncomment(tmpl *job.Template) {
	tmpl.Tail = nil
	tmpl.Walk(func(_ *job.At, e *job.Entry, _ *plan.Field) bool {
		e.Lead, e.Trail, e.Foot = nil, "", nil
		return true
	})
}

// checkOneField deletes a field or changes it, and looks at the lines.
func checkOneField(t *testing.T, g generator, read *job.Template, file string) {
	t.Helper()
	at := g.IntN(len(read.Root.Entries))
	name := read.Root.Entries[at].Key

	now := read.Clone()
	if g.IntN(2) == 0 {
		now.Root.Entries = append(now.Root.Entries[:at], now.Root.Entries[at+1:]...)
	} else {
		now.Root.Entries[at].Value = text(g.text() + "x")
	}
	job.Carry(read, now)

	printed := string(job.Print(now))
	reread, problems := job.Parse([]byte(printed))
	if len(problems) > 0 || len(now.Root.Entries) > 0 && job.Compare(reread, now) == job.Different {
		t.Errorf("without or with another %s: %v\n%s", name, problems, printed)
		return
	}
	before, after := strings.SplitAfter(file, "\n"), strings.SplitAfter(printed, "\n")
	for len(before) > 0 && len(after) > 0 && before[0] == after[0] {
		before, after = before[1:], after[1:]
	}
	body := after
	for i, line := range after {
		if strings.HasPrefix(line, "# was at ") {
			body = append(append([]string(nil), after[:i]...), "")
			break
		}
	}
	rest := strings.Join(before, "")
	tail := strings.Join(body, "")
	for len(body) > 0 && !strings.HasSuffix(rest, tail) {
		body = body[1:]
		tail = strings.Join(body, "")
	}
	lines := strings.TrimSuffix(rest, tail)
	if n := fieldsIn(lines); n > 1 {
		t.Errorf("%s: lines of %d fields changed:\n%s", name, n, lines)
	}
}

// fieldsIn counts the top-level fields that begin in a piece of a file.
func fieldsIn(piece string) int {
	n := 0
	if tmpl, _ := job.Parse([]byte(piece)); tmpl != nil {
		n = len(tmpl.Root.Entries)
	}
	return n
}

// commented puts comments and blank lines into a printed file, wherever they
// are no part of a text.
func (g generator) commented(printed []byte) string {
	var out []string
	block, keep := -1, false // the indentation of the block we are in
	for _, line := range strings.Split(strings.TrimSuffix(string(printed), "\n"), "\n") {
		indent := len(line) - len(strings.TrimLeft(line, " "))
		if block >= 0 && (line == "" || indent >= block) {
			out = append(out, line)
			continue
		}
		for range g.IntN(3) {
			remark := g.remark(block, keep)
			out = append(out, remark)
			if remark != "" {
				block = -1
			}
		}
		if header := blockHeader(line); header != "" {
			block, keep = indent+2, header == "|+"
			for rest := line[indent:]; strings.HasPrefix(rest, "- "); rest = rest[2:] {
				block += 2
			}
			if !strings.Contains(line, ":") {
				block -= 2
			}
		} else {
			block = -1
		}
		if g.IntN(4) == 0 {
			line += pick(g, " # behind", "   #behind: \"x\"", " # é")
		}
		out = append(out, line)
	}
	if g.IntN(3) == 0 {
		out = append(out, g.remark(block, keep), "# end")
	}
	return strings.Join(out, "\n") + "\n"
}

// remark returns a line that is no text, behind a block of an indentation.
func (g generator) remark(block int, keep bool) string {
	switch {
	case block >= 0 && keep:
		return strings.Repeat(" ", g.IntN(block)) + "# above"
	case block >= 0:
		return pick(g, "", strings.Repeat(" ", g.IntN(block))+"# above")
	}
	return pick(g, "", "# above", "  # deeper: - x", "      #", "#! 'x", "   ")
}

// blockHeader returns the indicator of the block that begins behind a line.
func blockHeader(line string) string {
	for _, header := range []string{"|", "|-", "|+"} {
		if strings.HasSuffix(line, ": "+header) || strings.HasSuffix(line, "- "+header) && strings.Trim(line, "- |+") == "" {
			return header
		}
	}
	return ""
}
