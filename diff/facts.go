package diff

import (
	"fmt"
	"slices"

	"saejob/diff/pairing"
)

// facts are what is known of the sides as wholes, once their templates are paired.
type facts struct {
	// lost are the templates that could not be read, not even which they are: each
	// may be any.
	lost [3][]*entry
	// refer are, by AppId, the names of the templates that refer to it.
	refer [3]map[string][]string
	// names are the names of templates, by AppId.
	names map[string]string
}

func newFacts(sides [3]side) facts {
	f := facts{names: map[string]string{}}
	for i, s := range sides {
		f.refer[i] = map[string][]string{}
		for _, e := range s.entries {
			if e.unread != "" && e.id.AppID == "" && e.id.Name == "" && e.trio.isAlone() {
				f.lost[i] = append(f.lost[i], e)
			}
			if e.id.AppID != "" && e.id.Name != "" {
				f.names[e.id.AppID] = e.id.Name
			}
			if e.refers != "" {
				f.refer[i][e.refers] = append(f.refer[i][e.refers], e.id.Name)
			}
		}
	}
	return f
}

// doubt returns why it is not known whether a side that seems not to have the
// template has it: what is lost there may be it. It is empty where it is known.
func (t *trio) doubt(lost [3][]*entry) string {
	for i, e := range t {
		switch n := len(lost[i]); {
		case e != nil || n == 0:
		case n == 1:
			return fmt.Sprintf("may be %s, which could not be read", lost[i][0].ref.Place)
		default:
			return fmt.Sprintf("may be %s or another of the %d templates that could not be read", lost[i][0].ref.Place, n)
		}
	}
	return ""
}

// dependents returns the names of the templates that refer to this one by the AppId
// that it has in from: those of to, and while it keeps that AppId also those of
// from.
func (f facts) dependents(t *trio) []string {
	from, to := t[pairing.From], t[pairing.To]
	if from == nil || to == nil || from.id.AppID == "" {
		return nil
	}
	names := slices.Clone(f.refer[pairing.To][from.id.AppID])
	if to.id.AppID == "" || to.id.AppID == from.id.AppID {
		names = append(names, f.refer[pairing.From][from.id.AppID]...)
	}
	return names
}
