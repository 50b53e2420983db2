package lint

import (
	"saejob/internal/job"
	"saejob/rules"
)

// position returns where in the file a rule's hit stands: at the value, or at its
// key where the rule says so; where there is none, at the key that should hold
// it, at the top the first key. value is what stands there, if anything.
func position(t *job.Template, find *job.Finder, h rules.Hit) (at job.Range, value *job.Node) {
	e := find.Entry(h.At)
	switch {
	case e != nil && h.Key && e.KeyRange.Line > 0:
		return e.KeyRange, e.Value
	case e != nil:
		return e.Value.Range, e.Value
	}
	for up := h.At; len(up) > 1; {
		up = up[:len(up)-1]
		if e := find.Entry(up); e != nil && e.KeyRange.Line > 0 {
			return e.KeyRange, nil
		} else if e != nil {
			return e.Value.Range, nil
		}
	}
	return t.Root.Start(), nil
}
