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
	"saejob/internal/text"
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
	r := &run{Linter: l, origins: map[*rules.Facts]origin{}, seen: map[string]bool{}, hashes: map[*suppression.Suppression]string{}}
	r.suppressions = slices.Clone(l.Policy.Suppressions)
	for i := range snapshots {
		r.snapshot(&snapshots[i])
	}
	r.among()
	r.suppress()
	slices.SortStableFunc(r.Findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(r.order[a.File], r.order[b.File]), cmp.Compare(a.At.Line, b.At.Line),
			cmp.Compare(a.At.Column, b.At.Column), strings.Compare(a.Rule, b.Rule))
	})
	tellApart(r.Findings)
	return r.Result
}

// run is one check in the making.
type run struct {
	*Linter
	Result
	facts        []*rules.Facts
	origins      map[*rules.Facts]origin
	suppressions []*suppression.Suppression
	// seen are the files so far, by the key of their origin, but those passed over.
	seen map[string]bool
	// hashes are those of the lines where suppressions stand.
	hashes map[*suppression.Suppression]string
	// order is that of the files.
	order map[string]int
	// flawed: there is a file that could not be read, or not in whole.
	flawed bool
}

// snapshot judges the templates of one.
func (r *run) snapshot(s *job.Snapshot) {
	skipped, known, empty := r.Skipped, len(r.facts), true
	for i := range s.Refs {
		job.ReadAhead(&s.Refs[i])
	}
	for i := range s.Refs {
		if r.one(newOrigin(s, &s.Refs[i])) {
			empty = false
		}
	}
	if empty {
		r.Empty = append(r.Empty, Empty{s.Name, r.Skipped - skipped})
	}
	for _, f := range r.facts[known:] {
		f.Whole = !s.Single
	}
}

// one judges a template by itself, once, and keeps what is to be known of it. It
// says whether it is one.
func (r *run) one(from origin) bool {
	ref := from.ref
	if r.seen[from.key()] {
		return true
	}
	doc, err := ref.Open()
	switch {
	case errors.Is(err, job.ErrNotTemplate):
		r.Skipped++
		r.saw(ref.Place, passedOver(err))
		return false
	case errors.Is(err, job.ErrGone):
		r.saw(ref.Place, err.Error())
		return false
	}
	r.seen[from.key()] = true
	if err != nil {
		r.flawed = true
		r.Unread = append(r.Unread, Unread{ref.Place, err})
		r.saw(ref.Place, "unread")
		return true
	}
	if len(doc.Problems) > 0 {
		r.flawed = true
	}
	r.place(ref.Place)
	s := r.newSheet(ref.Place, doc)
	if s.facts != nil {
		r.facts = append(r.facts, s.facts)
		r.origins[s.facts] = from
	}
	if !r.judges(ref.Place) {
		r.Others++
		r.saw(ref.Place, "not judged")
		return true
	}
	r.Judged = append(r.Judged, ref.Place)
	found := s.judge()
	r.Findings = append(r.Findings, found...)
	for _, accepted := range s.suppressions {
		r.suppressions = append(r.suppressions, accepted)
		r.hashes[accepted] = s.lineHash(accepted.At.Line)
	}
	r.saw(ref.Place, text.Count(len(found), "finding"))
	return true
}

// passedOver says what a file was taken for that is no template.
func passedOver(err error) string {
	if err == job.ErrNotTemplate {
		return "something else, passed over"
	}
	return err.Error()
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
