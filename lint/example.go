package lint

import (
	"fmt"
	"io/fs"
	"strings"

	"golang.org/x/tools/txtar"

	"saejob/schema"
)

// example is a refused template with what is said of it, and an accepted one.
type example struct{ bad, out, good string }

// examples writes the first template that a rule alone refuses, and the accepted
// one that is nearest to it.
func examples(b *strings.Builder, rule string) {
	e, ok := findExample(rule)
	if !ok {
		return
	}
	fmt.Fprintf(b, "\nRefused:\n\n%s\n%s\n", indent(e.bad), indent(e.out))
	if e.good != "" {
		fmt.Fprintf(b, "Accepted:\n\n%s\n", indent(e.good))
	}
}

func findExample(rule string) (example, bool) {
	names, err := fs.Glob(schema.Cases, "testdata/*.txtar")
	if err != nil {
		return example{}, false
	}
	for _, name := range names {
		text, err := schema.Cases.ReadFile(name)
		if err != nil {
			return example{}, false
		}
		if e, ok := inTopic(txtar.Parse(text).Files, rule); ok {
			return e, true
		}
	}
	return example{}, false
}

// inTopic looks for a rule in the cases of a topic.
func inTopic(files []txtar.File, rule string) (example, bool) {
	for i, f := range files {
		out := string(f.Data)
		if i == 0 || !strings.HasSuffix(f.Name, ".out") || strings.Count(out, "\n") != 1 ||
			!strings.HasSuffix(out, " ["+rule+"]\n") {
			continue
		}
		bad := string(files[i-1].Data)
		return example{bad, out, nearest(files, bad)}, true
	}
	return example{}, false
}

// nearest gives the accepted template that has the most lines of a refused one.
func nearest(files []txtar.File, bad string) string {
	best, most := "", -1
	for _, f := range files {
		if !strings.HasPrefix(f.Name, "ok-") || !strings.HasSuffix(f.Name, ".yaml") {
			continue
		}
		same := 0
		for _, line := range strings.SplitAfter(string(f.Data), "\n") {
			if strings.Contains(bad, line) {
				same += 2
			} else {
				same--
			}
		}
		if same > most {
			best, most = string(f.Data), same
		}
	}
	return best
}

func indent(text string) string {
	return "  " + strings.ReplaceAll(strings.TrimSuffix(text, "\n"), "\n", "\n  ") + "\n"
}
