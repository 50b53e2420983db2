// Package secrettest reads the corpus of made-up secrets, and of values that are
// none, and measures a finder of secrets on it: [Read], then [Measure]. Only tests
// look into it.
//
// The corpus is internal/secret/testdata/corpus: a file a kind, whose name begins
// with secret or other, and an entry a line. A line says first where the value
// stands:
//
//	env NAME = VALUE      a variable of the container
//	command = VALUE       the command
//	args = A · B · C      the arguments of the command
//	json "Field":VALUE    any fields, as the API answers them
//
// «So» is what is secret, ⏎ is a line break (not in json), and ¦ joins the pieces of
// a token that no scanner shall take for a real one.
package secrettest

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"saejob/internal/job"
	"saejob/internal/plan"
)

// Entry is a line of the corpus.
type Entry struct {
	// Kind is the name of the file, such as secret-tokens.
	Kind string
	Line string
	// Secret reports whether it holds a secret.
	Secret bool
	// Tree is a template with the value in it.
	Tree *job.Template
	// Text is the value as a line of a configuration, and Parts are the secrets in it.
	Text  string
	Parts []string
	marks map[*job.Node][][2]int
}

// Read returns the entries of a directory, kind by kind.
func Read(dir string) ([]Entry, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		return nil, err
	}
	var all []Entry
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		kind := strings.TrimSuffix(filepath.Base(file), ".txt")
		for line := range strings.Lines(string(text)) {
			e, err := parse(kind, strings.TrimSuffix(line, "\n"))
			if err != nil {
				return nil, fmt.Errorf("%s: %s: %w", file, line, err)
			}
			all = append(all, e)
		}
	}
	return all, nil
}

var (
	place = regexp.MustCompile(`^(?:env (\S+) = |(command) = |(args) = |(json) )(.*)$`)
	mark  = regexp.MustCompile(`(?s)«(.*?)»`)
	clean = strings.NewReplacer("«", "", "»", "")
)

func parse(kind, line string) (Entry, error) {
	e := Entry{Kind: kind, Line: line, Secret: strings.HasPrefix(kind, "secret-"), marks: map[*job.Node][][2]int{}}
	m := place.FindStringSubmatch(line)
	if m == nil {
		return e, fmt.Errorf("not env, command, args or json")
	}
	value := strings.ReplaceAll(m[5], "¦", "")
	if m[4] == "" {
		value = strings.ReplaceAll(value, "⏎", "\n")
	}
	for _, part := range mark.FindAllStringSubmatch(value, -1) {
		e.Parts = append(e.Parts, part[1])
	}
	if e.Secret != (len(e.Parts) > 0) {
		return e, fmt.Errorf("a secret is marked «so», and only where there is one")
	}
	var members string
	e.Text = clean.Replace(value)
	switch {
	case m[1] != "":
		e.Text = m[1] + "=" + e.Text
		members = `"Envs":[{"name":` + quote(m[1]) + `,"value":` + quote(value) + `}]`
	case m[2] != "":
		members = `"Command":` + quote(value)
	case m[3] != "":
		items := strings.Split(value, " · ")
		e.Text = clean.Replace(strings.Join(items, " "))
		members = `"CommandArgs":` + quote(items)
	default:
		members = value
	}
	var err error
	if e.Tree, err = job.FromAnswer([]byte(`{"AppName":"nightly",` + members + `}`)); err != nil {
		return e, err
	}
	e.takeMarks(e.Tree.Root)
	return e, nil
}

func quote(value any) string {
	var out strings.Builder
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		panic(err)
	}
	return strings.TrimSpace(out.String())
}

// takeMarks takes the marks out of the texts of a tree and notes where they were.
func (e *Entry) takeMarks(n *job.Node) {
	moved := 0
	for _, m := range mark.FindAllStringSubmatchIndex(n.Text, -1) {
		moved += len("«")
		e.marks[n] = append(e.marks[n], [2]int{m[2] - moved, m[3] - moved})
		moved += len("»")
	}
	n.Text = clean.Replace(n.Text)
	for _, below := range n.Entries {
		e.takeMarks(below.Value)
	}
}

// IsHidden reports whether every secret of the entry is one that was marked in the
// tree.
func (e *Entry) IsHidden() bool {
	for n, marks := range e.marks {
		for _, m := range marks {
			at := m[0]
			for _, s := range n.Secrets {
				if s.Start <= at {
					at = max(at, s.End)
				}
			}
			if at < m[1] {
				return false
			}
		}
	}
	return true
}

// IsKept reports whether nothing was marked in the tree but placeholders.
func (e *Entry) IsKept() bool {
	kept := true
	e.Tree.Walk(func(_ *job.At, below *job.Entry, _ *plan.Field) bool {
		for _, s := range below.Value.Secrets {
			text := below.Value.Text
			kept = kept && s.End <= len(text) && job.IsPlaceholder(text[s.Start:s.End])
		}
		return true
	})
	return kept
}
