package diff

import (
	"path"
	"regexp"
	"strings"

	"saejob/diff/pairing"
	"saejob/internal/job"
)

// pair returns the templates of all sides, each with its place on every side.
func pair(snapshots [3]job.Snapshot, sides [3]side) []*trio {
	var paired [3]pairing.Side
	for i, s := range sides {
		paired[i] = pairing.Side{Templates: s.templates(snapshots[i].Dir), Single: s.single}
	}
	var all []*trio
	for _, p := range pairing.Templates(paired) {
		t := &trio{}
		for i, n := range p {
			if n != pairing.None {
				t[i] = sides[i].entries[n]
				t[i].trio = t
			}
		}
		all = append(all, t)
	}
	return all
}

var ending = regexp.MustCompile(`(?i)\.(yaml|yml|json)$`)

// templates returns what the templates of a side are paired by. They are below the
// directory dir; empty: below the deepest that all of them are in.
func (s side) templates(dir string) []pairing.Template {
	if dir == "" {
		dir = commonDir(s.entries)
	}
	all := make([]pairing.Template, len(s.entries))
	for i, e := range s.entries {
		below := strings.TrimPrefix(strings.TrimPrefix(e.ref.Place, dir), "/")
		all[i] = pairing.Template{ID: e.id, Path: ending.ReplaceAllString(below, "")}
	}
	return all
}

// commonDir returns the deepest directory that all places are in, with "/".
func commonDir(entries []*entry) string {
	common := ""
	for i, e := range entries {
		dir, _ := path.Split(e.ref.Place)
		if i == 0 {
			common = dir
		}
		for !strings.HasPrefix(dir, common) {
			common, _ = path.Split(strings.TrimSuffix(common, "/"))
		}
	}
	return common
}
