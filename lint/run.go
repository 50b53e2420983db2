package lint

import (
	"errors"
	"slices"

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
	// everywhere are the suppressions of the configuration, files the files that
	// findings stand in, in the order in which they come.
	everywhere *suppression.Set
	files      map[string]*file
	order      []string
	// seen are the templates so far, by the key of their origin.
	seen map[string]bool
	// hashes are those of the lines where suppressions stand.
	hashes map[*suppression.Suppression]string
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
	r.file(place)
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
	to := r.file(t.place)
	to.own = suppression.NewSet(t.suppressions, r.Now)
	before := to.found
	t.judge(to)
	r.Judged = append(r.Judged, t.place)
	for _, accepted := range t.suppressions {
		r.suppressions = append(r.suppressions, accepted)
		r.hashes[accepted] = t.lineHash(accepted.At.Line)
	}
	r.saw(t.place, text.Count(to.found-before, "finding"))
}

// file returns what collects the findings of a file, and notes the order in which the
// files come.
func (r *run) file(name string) *file {
	f := r.files[name]
	if f == nil {
		f = &file{everywhere: r.everywhere, omitted: Omitted{File: name}}
		r.files[name] = f
		r.order = append(r.order, name)
	}
	return f
}

// collect puts together what was found, in the order of the files, then of the lines.
func (r *run) collect() {
	for _, name := range r.order {
		f := r.files[name]
		f.cut()
		slices.SortFunc(f.kept, inFile)
		r.Findings = append(r.Findings, f.kept...)
		if f.omitted.Open()+f.omitted.Suppressed > 0 {
			r.Omitted = append(r.Omitted, f.omitted)
		}
	}
	tellApart(r.Findings)
}

func (r *run) judges(place string) bool { return r.Judges == nil || r.Judges(place) }
