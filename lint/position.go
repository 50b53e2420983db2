package lint

import (
	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/rules"
)

// position returns where in the file a rule's hit stands: at the value, or at its
// key where the rule says so; where there is none, at the key that should hold
// it, at the top the first key. value is what stands there, if anything.
func position(t *job.Template, h rules.Hit) (at job.Range, value *job.Node) {
	e := entry(t, h.At)
	switch {
	case e != nil && h.Key && e.KeyRange.Line > 0:
		return e.KeyRange, e.Value
	case e != nil:
		return e.Value.Range, e.Value
	}
	for up := h.At; len(up) > 1; {
		up = up[:len(up)-1]
		if e := entry(t, up); e != nil && e.KeyRange.Line > 0 {
			return e.KeyRange, nil
		} else if e != nil {
			return e.Value.Range, nil
		}
	}
	return t.Root.Start(), nil
}

// entry returns what a path leads to; nil where it leads nowhere.
func entry(t *job.Template, p job.Path) (found *job.Entry) {
	depth := 0
	t.Walk(func(at job.Path, e *job.Entry, _ *plan.Field) bool {
		if found != nil || len(at) != depth+1 || len(at) > len(p) || at[depth] != p[depth] {
			return false
		}
		if depth++; depth == len(p) {
			found = e
			return false
		}
		return true
	})
	return found
}
