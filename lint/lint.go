// Package lint goes from templates to findings: what the schema refuses and what the
// rules find, each at its line and column.
//
// Set up a [Linter], with [Plan] as its schema and rules.All as its rules, and call
// [Linter.Check] with the snapshots; the [Result] is written by package report.
// What a configuration says is a [Policy].
package lint

import (
	"slices"
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
	Schema func(t *job.Template, say func(check.Mistake))
	// Rules are those to judge by.
	Rules []*rules.Rule
	// Policy says how much findings matter, and which are accepted.
	Policy Policy
	// Now is when the templates are judged.
	Now time.Time
	// Judges reports whether the template at a place is to be judged, or only known
	// to the rules about several; nil: all are judged.
	Judges func(place string) bool
	// Saw is called for each file, with what it was taken for; optional.
	Saw func(place, what string)
}

// Plan returns a judge for [Linter.Schema] that checks against the schema's plan.
func Plan() func(t *job.Template, say func(check.Mistake)) {
	by := check.New(&schema.Template)
	return func(t *job.Template, say func(check.Mistake)) { by.Each(t.Root, say) }
}

// Check judges the templates of snapshots, one at a time. Rules about several
// templates see the facts of all.
func (l *Linter) Check(snapshots ...job.Snapshot) Result {
	r := &run{Linter: l, origins: map[*rules.Facts]origin{}, seen: map[string]bool{}, files: map[string]*file{}, hashes: map[*suppression.Suppression]string{}}
	r.committed = map[string]string{}
	r.suppressions = slices.Clone(l.Policy.Suppressions)
	r.everywhere = suppression.NewSet(r.suppressions, l.Now)
	for i := range snapshots {
		r.snapshot(&snapshots[i])
	}
	r.applyCrossTemplateRules()
	r.applySuppressionRules()
	r.collect()
	return r.Result
}

func (l *Linter) saw(place, what string) {
	if l.Saw != nil {
		l.Saw(place, what)
	}
}
