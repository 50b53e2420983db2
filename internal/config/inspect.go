package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"saejob/internal/job"
	"saejob/internal/text"
)

// inspect returns what is wrong with environments beyond the schema. Folder is the
// configuration's own.
func inspect(all []environment, folder string) []job.Problem {
	var problems []job.Problem
	var placed []environment
	for _, e := range all {
		for _, n := range e.namespaces {
			if region, _, isID := strings.Cut(n.Text, ":"); isID && e.Region != "" && region != e.Region {
				problems = append(problems, job.Problem{Range: n.Range, Message: fmt.Sprintf(
					"namespace %s is not in the region of %s, which is %s", text.Quote(n.Text), e.Name, e.Region)})
			}
		}
		if e.Directory == "" {
			continue
		}
		wrong := misplaced(e.Directory, folder)
		if wrong == "" {
			wrong = shared(e, placed)
			placed = append(placed, e)
		}
		if wrong != "" {
			problems = append(problems, job.Problem{Range: e.directory.Range,
				Message: "directory " + text.Quote(e.Directory) + " " + wrong})
		}
	}
	return problems
}

// CanHave reports whether an environment can have a directory below the current one.
func CanHave(dir string) bool { return misplaced(dir, ".") == "" }

// misplaced returns why files cannot be in a directory; empty if they can.
func misplaced(dir, folder string) string {
	if strings.Contains(dir, `\`) {
		return `has a \ in it; write / between names`
	}
	if !filepath.IsLocal(filepath.FromSlash(dir)) {
		return "is not below the configuration's own; name one that is"
	}
	steps := strings.Split(path.Clean(dir), "/")
	for i, step := range steps {
		if step != "." && strings.HasPrefix(step, ".") {
			return "is hidden; templates there would be skipped"
		}
		// A link is refused wherever it leads: it could lead elsewhere tomorrow.
		at := path.Join(steps[:i+1]...)
		info, err := os.Lstat(filepath.Join(folder, filepath.FromSlash(at)))
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return "cannot be read (" + text.Cause(err).Error() + ")"
		case info.Mode()&fs.ModeSymlink != 0:
			return "leads through the link " + text.Quote(at) + "; name a directory without links"
		case !info.IsDir():
			return "is not a directory: " + text.Quote(at) + " is a file"
		}
	}
	return ""
}

// shared returns which environment has the same directory, or one above or below:
// then nobody could tell whose a file is.
func shared(e environment, others []environment) string {
	for _, o := range others {
		switch a, b := folded(e.Directory), folded(o.Directory); {
		case a == b:
			return "is also that of " + o.Name + "; give each environment its own"
		case isBelow(a, b):
			return "is inside that of " + o.Name + "; give each environment its own"
		case isBelow(b, a):
			return "contains that of " + o.Name + "; give each environment its own"
		}
	}
	return ""
}

// Overlap reports whether two directories are the same, or one is inside the other, so
// that no two environments can have them.
func Overlap(a, b string) bool {
	a, b = folded(a), folded(b)
	return a == b || isBelow(a, b) || isBelow(b, a)
}

// folded returns a directory in a form that is equal for equal ones, also where
// case means nothing.
func folded(dir string) string { return strings.ToLower(path.Clean(dir)) }

func isBelow(dir, other string) bool { return other == "." || strings.HasPrefix(dir, other+"/") }
