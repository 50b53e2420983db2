package lint

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"time"

	"saejob/internal/check"
	"saejob/internal/job"
	"saejob/internal/secret"
	"saejob/internal/suppression"
	"saejob/rules"
	"saejob/schema"
)

// Linter judges templates.
type Linter struct {
	// Key is what secrets are compared by; none is shown.
	Key secret.Key
	// Schema says what the schema refuses in a template.
	Schema func(*job.Template) []check.Mistake
	// Rules are those to judge by.
	Rules []*rules.Rule
	// Policy says how much findings matter, and which are accepted.
	Policy Policy
	// Now is when the templates are judged.
	Now time.Time
	// Judges says whether the template at a place is to be judged, or only known
	// to the rules about several; nil: all are judged.
	Judges func(place string) bool
	// Saw is called for each file, with what it was taken for; nil: nobody wants
	// to know.
	Saw func(place, what string)
}

// Plan checks a template against the schema's plan.
func Plan(t *job.Template) []check.Mistake { return check.Check(&schema.Template, t.Root) }

// Check judges the templates of snapshots, one at a time. Rules about several
// templates see the facts of all.
func (l *Linter) Check(snapshots ...job.Snapshot) Result {
	r := &run{Linter: l, refs: map[*rules.Facts]*job.Ref{}}
	r.suppressions = slices.Clone(l.Policy.Suppressions)
	for _, s := range snapshots {
		before := r.Result
		for i := range s.Refs {
			r.one(&s.Refs[i])
		}
		if r.Templates+r.Others+len(r.Unread) == before.Templates+before.Others+len(before.Unread) {
			r.Empty = append(r.Empty, Empty{s.Name, r.Skipped - before.Skipped})
		}
	}
	r.among()
	r.suppress()
	slices.SortStableFunc(r.Findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(r.order[a.File], r.order[b.File]), cmp.Compare(a.At.Line, b.At.Line),
			cmp.Compare(a.At.Column, b.At.Column), strings.Compare(a.Rule, b.Rule))
	})
	return r.Result
}

// run is one check in the making.
type run struct {
	*Linter
	Result
	facts        []*rules.Facts
	refs         map[*rules.Facts]*job.Ref
	suppressions []*suppression.Suppression
	// order is that of the files.
	order map[string]int
}

// one judges a template by itself and keeps what is to be known of it.
func (r *run) one(ref *job.Ref) {
	doc, err := ref.Open()
	switch {
	case errors.Is(err, job.ErrNotTemplate):
		r.Skipped++
		r.saw(ref.Place, "something else, passed over")
		return
	case err != nil:
		r.Unread = append(r.Unread, Unread{ref.Place, err})
		r.saw(ref.Place, "unread")
		return
	}
	r.place(ref.Place)
	s := r.newSheet(ref.Place, doc)
	if s.facts != nil {
		r.facts = append(r.facts, s.facts)
		r.refs[s.facts] = ref
	}
	if !r.judges(ref.Place) {
		r.Others++
		r.saw(ref.Place, "not judged")
		return
	}
	r.Templates++
	found := s.judge()
	r.Findings = append(r.Findings, found...)
	r.suppressions = append(r.suppressions, s.suppressions...)
	r.saw(ref.Place, number(len(found), "finding"))
}

// place notes where a file stands among the others.
func (r *run) place(file string) {
	if r.order == nil {
		r.order = map[string]int{}
	}
	if _, known := r.order[file]; !known {
		r.order[file] = len(r.order) + 1
	}
}

func (r *run) judges(place string) bool { return r.Judges == nil || r.Judges(place) }

func (l *Linter) saw(place, what string) {
	if l.Saw != nil {
		l.Saw(place, what)
	}
}

// among has the rules about several templates look at the facts of all. The few
// templates that they say something of are opened once more.
func (r *run) among() {
	type hit struct {
		rule *rules.Rule
		rules.Hit
	}
	hits := map[*rules.Facts][]hit{}
	// Of two that do not go together, a rule speaks of the later one: let that be one
	// that is judged.
	slices.SortStableFunc(r.facts, func(a, b *rules.Facts) int { return cmp.Compare(r.rank(a), r.rank(b)) })
	for _, rule := range r.Rules {
		if rule.Templates == nil {
			continue
		}
		rule.Templates(r.facts, func(about *rules.Facts, at job.Path, format string, args ...any) {
			hits[about] = append(hits[about], hit{rule, rules.NewHit(at, format, args...)})
		})
	}
	for _, f := range r.facts {
		if len(hits[f]) == 0 || !r.judges(f.File) {
			continue
		}
		doc, err := r.refs[f].Open()
		if err != nil || doc.Template == nil {
			r.Unread = append(r.Unread, Unread{f.File, cmp.Or(err, errChanged)})
			continue
		}
		s := r.newSheet(f.File, doc)
		for _, h := range hits[f] {
			r.Findings = append(r.Findings, s.hit(h.rule, h.Hit)...)
		}
	}
}

// rank puts what is judged behind what is not.
func (r *run) rank(f *rules.Facts) int {
	if r.judges(f.File) {
		return 1
	}
	return 0
}

var errChanged = errors.New("changed while it was read")
