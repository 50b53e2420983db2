package diff

import (
	"slices"
	"strings"

	"saejob/internal/job"
)

// Result is what changed from one snapshot to another.
type Result struct {
	// From, To and Base are the sources as they were spelled.
	From, To, Base string
	// Complete: every template of all sides was read.
	Complete bool
	// Templates are in the order of their names, unchanged ones too.
	Templates []Template
	Summary   Summary
	// Mappings are those that were asked for, with how often they were used.
	Mappings []Mapped
	// Problems say what is wrong with the mappings and the suppressions, and which
	// templates are not compared.
	Problems []Problem
	// FromCount, ToCount and BaseCount say how many templates each side has, unread
	// ones too.
	FromCount, ToCount, BaseCount int
	// Skipped counts the files that are not templates; one that is on several sides, once.
	Skipped int
}

// Add adds what changed between two other snapshots.
func (r *Result) Add(more Result) {
	r.From, r.To, r.Base = join(", ", r.From, more.From), join(", ", r.To, more.To), join(", ", r.Base, more.Base)
	r.Complete = r.Complete && more.Complete
	r.Templates = append(r.Templates, more.Templates...)
	r.Mappings = append(r.Mappings, more.Mappings...)
	for _, p := range more.Problems {
		if !slices.Contains(r.Problems, p) {
			r.Problems = append(r.Problems, p)
		}
	}
	r.FromCount, r.ToCount, r.BaseCount = r.FromCount+more.FromCount, r.ToCount+more.ToCount, r.BaseCount+more.BaseCount
	r.Skipped += more.Skipped
	r.Summary.add(more.Summary)
}

// join joins what is not empty.
func join(separator string, parts ...string) string {
	parts = slices.DeleteFunc(parts, func(part string) bool { return part == "" })
	return strings.Join(parts, separator)
}

// Template is what became of a template.
type Template struct {
	// Name, Namespace and AppID are those of to, where it has them.
	Name, Namespace, AppID string
	// Was is the name in from, where that was another.
	Was string
	// Status says what became of it between the two sides that its verdict names:
	// from From to To where there is none.
	Status Status
	// Verdict says who added or removed it since the base; empty where it has
	// changes, which have verdicts of their own, and where there is no base.
	Verdict Verdict
	// From, To and Base are the places, as in [job.Ref]; empty on the side that has
	// no such template.
	From, To, Base string
	// FromFile and ToFile are the paths that the places have from the repository's
	// root, in a revision too; empty where it is no file.
	FromFile, ToFile string
	// Reason says why the template is unread.
	Reason string
	// Changes are in the order of the schema.
	Changes []Change
}

// Mapped is a mapping with the number of values that it makes equal.
type Mapped struct {
	Mapping
	Used int
}

// Problem is something wrong with what a comparison goes by: a mapping, a suppression,
// or a template that cannot be on the other side. It is a warning.
type Problem struct {
	// ID is mapping-unused, mapping-ambiguous, suppression-expired or template-outside.
	ID string
	// File is where it stands; without a line in At, a place that is no file here.
	File    string
	At      job.Range
	Message string
}
