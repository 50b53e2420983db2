package config

import (
	"slices"
	"strings"

	"saejob/internal/job"
	"saejob/internal/text"
)

// Mapping is values that stand for each other in environments.
type Mapping struct {
	// Values are by the names of environments. A * in each stands for the same text.
	Values map[string]string
	// Path is where in a template they do, and below; empty: everywhere. [*] stands
	// for every item.
	Path job.Path
	// At is where the mapping is written in [Config.File].
	At job.Range
}

func (d *decoder) mapping(n *job.Node) {
	m := Mapping{Values: map[string]string{}, Path: d.path(n), At: n.Range}
	stars := -1
	for _, e := range members(n, "values") {
		if !slices.Contains(d.config.Names(), e.Key) {
			d.problem(e.KeyRange, "the configuration has no environment %s", text.Quote(e.Key))
		}
		if e.Value.Kind != job.String {
			continue
		}
		m.Values[e.Key] = e.Value.Text
		switch n := strings.Count(e.Value.Text, "*"); {
		case n > 1:
			d.problem(e.Value.Range, "%s has %d *; it may have one", text.Quote(e.Value.Text), n)
		case stars >= 0 && n != stars:
			d.problem(e.Value.Range, "either each value of a mapping has a *, or none has")
		default:
			stars = n
		}
	}
	if len(m.Values) == 1 {
		d.problem(m.At, "a mapping needs values of at least two environments; this one has one")
	}
	d.config.Mappings = append(d.config.Mappings, m)
}

// path returns the path of that name in a template.
func (d *decoder) path(n *job.Node) job.Path {
	e := n.Member("path")
	if e == nil || e.Value.Kind != job.String {
		return nil
	}
	p, err := job.ParsePath(e.Value.Text)
	if err != nil {
		d.problem(e.Value.Range, "%v", err)
	}
	return p
}
