package diff

import (
	"fmt"
	"slices"
)

// known is what is known of the sides as wholes, once their templates are paired.
type known struct {
	// lost are the templates of which so little could be read that they may be any.
	lost [3][]*entry
	// refer are, by AppId, the names of the templates that refer to it.
	refer [3]map[string][]string
	// names are the names of templates, by AppId.
	names map[string]string
}

func newKnown(sides [3]side) known {
	k := known{names: map[string]string{}}
	for i, s := range sides {
		k.refer[i] = map[string][]string{}
		for _, e := range s.entries {
			if e.unread != "" && e.id.AppID == "" && e.id.Name == "" && e.trio.isAlone() {
				k.lost[i] = append(k.lost[i], e)
			}
			if e.id.AppID != "" && e.id.Name != "" {
				k.names[e.id.AppID] = e.id.Name
			}
			if e.refers != "" {
				k.refer[i][e.refers] = append(k.refer[i][e.refers], e.id.Name)
			}
		}
	}
	return k
}

func (t *trio) isAlone() bool {
	n := 0
	for _, e := range t {
		if e != nil {
			n++
		}
	}
	return n == 1
}

// doubt says why it is not known whether a side that seems not to have the
// template has it: what is lost there may be it. It is empty where it is known.
func (t *trio) doubt(lost [3][]*entry) string {
	for i, e := range t {
		switch n := len(lost[i]); {
		case e != nil || n == 0:
		case n == 1:
			return fmt.Sprintf("may be %s, which could not be read", lost[i][0].ref.Place)
		default:
			return fmt.Sprintf("may be %s or another of the %d that could not be read", lost[i][0].ref.Place, n)
		}
	}
	return ""
}

// dependents names the templates that refer to this one by the AppId that it has
// in from: those of to, and while it keeps that AppId those of from, too.
func (k known) dependents(t *trio) []string {
	from, to := t[fromSide], t[toSide]
	if from == nil || to == nil || from.id.AppID == "" {
		return nil
	}
	names := slices.Clone(k.refer[toSide][from.id.AppID])
	if to.id.AppID == "" || to.id.AppID == from.id.AppID {
		names = append(names, k.refer[fromSide][from.id.AppID]...)
	}
	return names
}
