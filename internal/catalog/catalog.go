// Package catalog is what can be named: rules, computed or of the schema, and
// changes. A finding or a change carries such a name, a suppression and a
// configuration are written with it, and a page explains it.
//
// Call [Find] for one name, [Suggest] for one that may be mistyped, [Rules] and
// [Changes] for all. [List] and [Explain] write them for people, [Page] returns a page. A
// package that may not import this one, such as config, is given its functions.
package catalog

import (
	"slices"
	"strings"

	"saejob/diff/meaning"
	"saejob/internal/job"
	"saejob/internal/severity"
	"saejob/internal/text"
	"saejob/rules"
	"saejob/schema"
)

// Entry is what there is to know of a name. [Entry.Example] shows it at work.
type Entry struct {
	Name     string
	Severity severity.Severity
	// Summary says in a sentence what is wrong, what is demanded, or what changed.
	Summary string
	// Why says what comes of it, or is the rest of the documentation. Fix says what
	// to do.
	Why, Fix string
	// Defaults are what a field of the schema, or a member of it, is where it is not
	// set; empty where that is not documented.
	Defaults string
	// Source is the page that says so; empty where none does.
	Source string
	// Security: it is about a secret, or about who gets in.
	Security bool
}

// Rules returns the rules: those that lint applies before all others, the computed
// ones in the order of their page, then rows and fields of the schema.
func Rules() []Entry {
	all := []Entry{ofRule(&rules.YAML), ofRule(&rules.UnknownField)}
	all = append(all, computed()...)
	for _, row := range schema.Template.Rows() {
		e := ofSchema(row.ID, row.Doc, row.Source)
		if row.Severity == severity.Warning.String() {
			e.Severity = severity.Warning
		}
		all = append(all, e)
	}
	for _, f := range schema.Template.Fields {
		e := ofSchema(f.Name, f.Doc, f.Source)
		e.Defaults = defaults(&f)
		all = append(all, e)
	}
	return all
}

// computed returns the rules that are on the page of rules.
func computed() []Entry {
	var all []Entry
	for _, r := range rules.All() {
		all = append(all, ofRule(r))
	}
	return all
}

// Changes returns what changes are called, in the order of their page.
func Changes() []Entry {
	var all []Entry
	for _, id := range meaning.IDs() {
		e := Entry{Name: id.Name, Severity: id.Severity}
		e.Summary, e.Why = text.FirstSentence(id.Doc)
		all = append(all, e)
	}
	return all
}

func all() []Entry { return slices.Concat(Changes(), Rules()) }

func ofRule(r *rules.Rule) Entry {
	return Entry{
		Name: r.Name, Severity: r.Severity, Summary: r.Summary, Why: r.Why, Fix: r.Fix, Source: r.Source, Security: r.Security,
	}
}

func ofSchema(name, doc, source string) Entry {
	e := Entry{Name: rules.OfSchema + name, Severity: severity.Error, Source: source}
	e.Summary, e.Why = text.FirstSentence(doc)
	return e
}

// documentation returns the summary and what follows from it.
func (e *Entry) documentation() string { return strings.TrimSpace(e.Summary + " " + e.Why) }

// OfSchema reports whether a rule is stated by the schema, not computed.
func (e *Entry) OfSchema() bool { return strings.HasPrefix(e.Name, rules.OfSchema) }

// isLenient reports whether a row of the schema only warns.
func isLenient(name string) bool {
	row := schema.Template.Row(name)
	return row != nil && row.Severity == severity.Warning.String()
}

// isOpen reports whether the values that the schema lists for a field are only the
// known ones.
func isOpen(name string) bool {
	f := job.FieldOf(schema.Template.Fields, name)
	return f != nil && f.Open
}
