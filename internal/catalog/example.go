package catalog

import (
	"io/fs"
	"strings"

	"golang.org/x/tools/txtar"

	"saejob/rules"
	"saejob/schema"
)

// Block is a part of an example: a file, or what is said of it. Of several files,
// each stands below its name.
type Block struct {
	// Title is empty where the block goes with the one before it.
	Title string
	// Language is yaml or text.
	Language, Text string
}

// Example returns the first template that a rule alone refuses, what is said of
// it, and the accepted template that is nearest to it; of a change, the first
// templates that differ by it alone. It returns nothing where there is none.
func (e *Entry) Example() []Block {
	if cases, err := rules.Cases.ReadFile(e.Name + ".txtar"); err == nil {
		return refused(casesOf(txtar.Parse(cases).Files))
	}
	for _, files := range topics() {
		if bad, out, good := inTopic(files, e.Name); bad != "" {
			return refused(bad, out, good)
		}
	}
	return changed(e.Name)
}

func refused(bad, out, good string) []Block {
	blocks := []Block{{"Refused", "yaml", bad}, {"", "text", out}}
	if good != "" {
		blocks = append(blocks, Block{"Accepted", "yaml", good})
	}
	return blocks
}

// topics returns the cases of the schema, topic by topic.
func topics() [][]txtar.File {
	var all [][]txtar.File
	names, _ := fs.Glob(schema.Cases, "testdata/*.txtar") // the pattern is a good one
	for _, name := range names {
		if text, err := schema.Cases.ReadFile(name); err == nil {
			all = append(all, txtar.Parse(text).Files)
		}
	}
	return all
}

// casesOf returns the first bad and the first good case of a rule.
func casesOf(files []txtar.File) (bad, out, good string) {
	firstBad, firstGood := firstCase(files, "bad-"), firstCase(files, "ok-")
	for _, f := range files {
		isOut := strings.HasSuffix(f.Name, ".out")
		switch name := caseOf(f.Name); {
		case name == firstBad && isOut:
			out = string(f.Data)
		case name == firstBad:
			bad += contents(f)
		case name == firstGood && !isOut:
			good += contents(f)
		}
	}
	return bad, out, good
}

// caseOf returns the name of the case that a file belongs to: bad-x of bad-x.yaml,
// bad-x.out and bad-x/a.yaml.
func caseOf(file string) string {
	if folder, _, ok := strings.Cut(file, "/"); ok {
		return folder
	}
	return strings.TrimSuffix(strings.TrimSuffix(file, ".yaml"), ".out")
}

func firstCase(files []txtar.File, prefix string) string {
	for _, f := range files {
		if strings.HasPrefix(f.Name, prefix) {
			return caseOf(f.Name)
		}
	}
	return ""
}

// contents returns a file's text; of one among several, below its name.
func contents(f txtar.File) string {
	if _, name, ok := strings.Cut(f.Name, "/"); ok {
		return "# " + name + "\n" + string(f.Data)
	}
	return string(f.Data)
}

// inTopic looks in the cases of a topic for one in which nothing but the rule is
// broken, once.
func inTopic(files []txtar.File, rule string) (bad, out, good string) {
	for i, f := range files {
		out := string(f.Data)
		if i > 0 && strings.HasSuffix(f.Name, ".out") && strings.Count(out, "\n") == 1 && strings.HasSuffix(out, " ["+rule+"]\n") {
			bad := string(files[i-1].Data)
			return bad, out, nearest(files, bad)
		}
	}
	return "", "", ""
}

// nearest returns the accepted template that has the most lines of a refused one.
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
