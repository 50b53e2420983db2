package diff

import (
	"cmp"
	"slices"

	"saejob/diff/pairing"
	"saejob/internal/job"
)

// apart takes out of the sides the templates that are not of the part of the cloud that
// their side is: they belong to nothing on the other. What another side has by its AppId
// stays: the template became that one, whatever its file says. So does what cannot be
// read: it is unread.
func (o Options) apart(sides [3]side) (compared [3]side, problems []Problem) {
	if o.Outside == nil {
		return sides, nil
	}
	has := [3]map[string]bool{}
	for i, s := range sides {
		has[i] = map[string]bool{}
		for _, e := range s.entries {
			if e.id.AppID != "" && o.Outside(i, e.id, false) == "" {
				has[i][e.id.AppID] = true
			}
		}
	}
	named := map[job.Identity]bool{}
	for _, i := range []int{pairing.To, pairing.From, pairing.Base} {
		s := sides[i]
		compared[i] = side{slices.DeleteFunc(slices.Clone(s.entries), func(e *entry) bool {
			why := o.Outside(i, e.id, false)
			if why == "" || e.unread != "" || has[(i+1)%3][e.id.AppID] || has[(i+2)%3][e.id.AppID] {
				return false
			}
			if (o.Only == nil || o.Only(e.id)) && (i != pairing.Base || !named[e.id]) {
				named[e.id] = true
				problems = append(problems, outsideOf(e, why))
			}
			return true
		}), s.single}
	}
	return compared, problems
}

// possible takes out the templates that a side does not have because it cannot: they are
// neither added nor removed.
func (o Options) possible(all []*trio, problems []Problem) ([]*trio, []Problem) {
	if o.Outside == nil {
		return all, problems
	}
	all = slices.DeleteFunc(all, func(t *trio) bool {
		var last *entry
		why := ""
		for _, i := range []int{pairing.Base, pairing.From, pairing.To} {
			if e := t[i]; e != nil {
				if last, why = e, o.Outside(i, e.id, true); why == "" || e.unread != "" {
					return false
				}
			}
		}
		problems = append(problems, outsideOf(last, why))
		return true
	})
	slices.SortStableFunc(problems, func(a, b Problem) int { return cmp.Compare(a.File, b.File) })
	return all, problems
}

// outsideOf returns the problem of a template that is not compared. What stands in no
// file has no line.
func outsideOf(e *entry, why string) Problem {
	p := Problem{ID: "template-outside", File: e.ref.Place, Message: why + ": it is not compared"}
	if e.ref.File != "" {
		p.At = job.Range{Line: 1, Column: 1, EndLine: 1, EndColumn: 1}
	}
	return p
}
