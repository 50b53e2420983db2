package catalog

import (
	"io/fs"
	"strings"

	"golang.org/x/tools/txtar"

	"saejob/rules"
	"saejob/schema"
)

// Example is a refused template with what is said of it, and an accepted one. Of
// several files, each stands below its name.
type Example struct{ Bad, Out, Good string }

// FindExample gives the first template that a rule alone refuses, and the
// accepted one that is nearest to it; false where there is none.
func FindExample(rule string) (Example, bool) {
	if text, err := rules.Cases.ReadFile(rule + ".txtar"); err == nil {
		return ofRule(txtar.Parse(text).Files), true
	}
	names, err := fs.Glob(schema.Cases, "testdata/*.txtar")
	if err != nil {
		return Example{}, false
	}
	for _, name := range names {
		text, err := schema.Cases.ReadFile(name)
		if err != nil {
			return Example{}, false
		}
		if e, ok := inTopic(txtar.Parse(text).Files, rule); ok {
			return e, true
		}
	}
	return Example{}, false
}

// ofRule gives the first bad and the first good case of a rule.
func ofRule(files []txtar.File) Example {
	var e Example
	bad, good := firstCase(files, "bad-"), firstCase(files, "ok-")
	for _, f := range files {
		switch caseOf(f.Name) {
		case bad:
			if strings.HasSuffix(f.Name, ".out") {
				e.Out = string(f.Data)
			} else {
				e.Bad += contents(f)
			}
		case good:
			if !strings.HasSuffix(f.Name, ".out") {
				e.Good += contents(f)
			}
		}
	}
	return e
}

// caseOf gives the name of the case that a file belongs to: bad-x of bad-x.yaml,
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

// contents gives a file's text; of one among several, below its name.
func contents(f txtar.File) string {
	if _, name, ok := strings.Cut(f.Name, "/"); ok {
		return "# " + name + "\n" + string(f.Data)
	}
	return string(f.Data)
}

// inTopic looks for a rule in the cases of a topic of the schema.
func inTopic(files []txtar.File, rule string) (Example, bool) {
	for i, f := range files {
		out := string(f.Data)
		if i == 0 || !strings.HasSuffix(f.Name, ".out") || strings.Count(out, "\n") != 1 ||
			!strings.HasSuffix(out, " ["+rule+"]\n") {
			continue
		}
		bad := string(files[i-1].Data)
		return Example{bad, out, nearest(files, bad)}, true
	}
	return Example{}, false
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
