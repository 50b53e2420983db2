package lint

import (
	"cmp"
	"errors"
	"path/filepath"

	"saejob/internal/job"
	"saejob/rules"
)

// origin is where facts come from.
type origin struct {
	ref *job.Ref
	// world is that of the source; the work tree's files are of one.
	world string
}

func newOrigin(s *job.Snapshot, ref *job.Ref) origin {
	if ref.File != "" {
		return origin{ref, ""}
	}
	return origin{ref, s.World}
}

// key is the same for one file in two sources.
func (o origin) key() string {
	if o.ref.File == "" {
		return o.world + ":" + o.ref.Place
	}
	if full, err := filepath.Abs(o.ref.File); err == nil {
		return full
	}
	return o.ref.File
}

// applyCrossTemplateRules runs the rules that compare several templates. The few
// templates that they say something of are opened once more.
func (r *run) applyCrossTemplateRules() {
	type hit struct {
		rule *rules.Rule
		rules.Hit
	}
	hits := map[*rules.Facts][]hit{}
	for _, all := range r.worlds() {
		for _, rule := range r.Rules {
			if rule.Templates == nil || r.Policy.never(rule) {
				continue
			}
			rule.Templates(all, func(about *rules.Facts, at job.Path, format string, args ...any) {
				hits[about] = append(hits[about], hit{rule, rules.NewHit(at, format, args...)})
			})
		}
	}
	for _, f := range r.facts {
		if len(hits[f]) == 0 || !r.judges(f.File) {
			continue
		}
		doc, err := r.origins[f].ref.Open()
		if err != nil || doc.Template == nil {
			r.Unread = append(r.Unread, Unread{f.File, cmp.Or(err, errChanged)})
			continue
		}
		t := r.ready(f.File, doc)
		t.to = r.file(f.File)
		for _, h := range hits[f] {
			t.hit(h.rule, h.Hit)
		}
	}
}

var errChanged = errors.New("changed while it was read")

// worlds returns the facts that are seen together. Those of templates that are not
// judged come first: of two that do not go together, a rule names the later one.
func (r *run) worlds() map[string][]*rules.Facts {
	worlds := map[string][]*rules.Facts{}
	for _, judged := range []bool{false, true} {
		for _, f := range r.facts {
			if r.judges(f.File) == judged {
				f.Whole = f.Whole && !r.flawed
				world := r.origins[f].world
				worlds[world] = append(worlds[world], f)
			}
		}
	}
	return worlds
}
