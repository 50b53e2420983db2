package lint

import (
	"errors"

	"saejob/internal/job"
	"saejob/internal/suppression"
	"saejob/internal/text"
	"saejob/rules"
)

// run is what one call of [Linter.Check] has found so far, and what it needs to go on.
type run struct {
	*Linter
	Result
	facts        []*rules.Facts
	origins      map[*rules.Facts]origin
	suppressions []*suppression.Suppression
	// seen are the templates so far, by the key of their origin.
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

// one judges a template by itself, once, and keeps its facts. It reports whether
// the file is a template.
func (r *run) one(from origin) bool {
	place := from.ref.Place
	if r.seen[from.key()] {
		return true
	}
	doc, err := from.ref.Open()
	switch {
	case errors.Is(err, job.ErrNotTemplate):
		r.Skipped++
		r.saw(place, job.Skipped(err))
		return false
	case errors.Is(err, job.ErrGone):
		r.saw(place, err.Error())
		return false
	}
	r.seen[from.key()] = true
	if path := from.ref.Committed; path != "" {
		r.committed[place] = path
	}
	r.flawed = r.flawed || err != nil || len(doc.Problems) > 0
	if err != nil {
		r.Unread = append(r.Unread, Unread{place, err})
		r.saw(place, "unread")
		return true
	}
	r.place(place)
	t := r.ready(place, doc)
	if t.facts != nil {
		r.facts = append(r.facts, t.facts)
		r.origins[t.facts] = from
	}
	if !r.judges(place) {
		r.Others++
		r.saw(place, "not judged")
		return true
	}
	r.judge(t)
	return true
}

// judge keeps what is found in a template, and the suppressions in its file.
func (r *run) judge(t *template) {
	found := t.judge()
	r.Judged = append(r.Judged, t.place)
	r.Findings = append(r.Findings, found...)
	for _, accepted := range t.suppressions {
		r.suppressions = append(r.suppressions, accepted)
		r.hashes[accepted] = t.lineHash(accepted.At.Line)
	}
	r.saw(t.place, text.Count(len(found), "finding"))
}

// place notes the order in which the files come.
func (r *run) place(file string) {
	if r.order == nil {
		r.order = map[string]int{}
	}
	if _, known := r.order[file]; !known {
		r.order[file] = len(r.order) + 1
	}
}

func (r *run) judges(place string) bool { return r.Judges == nil || r.Judges(place) }
