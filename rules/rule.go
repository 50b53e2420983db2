// Package rules says what a template should not say: what the schema cannot
// state, because it must be computed.
//
// A rule is a file, NAME.go, with its cases beside it, NAME.txtar: templates with
// what lint says of them, which the tests run and the pages show. It is listed in
// [All]. It says where in a template something is wrong and what; lines, colors
// and formats are for others.
package rules

import (
	"saejob/internal/job"
	"saejob/internal/severity"
	"saejob/internal/suppression"
)

// Rule is one thing that a template should not say. It has one of the three
// functions that look for it.
type Rule struct {
	// Name says it in a few words: the noun, then what is wrong with it.
	Name     string
	Severity severity.Severity
	// Summary says in a sentence what is wrong, Why what comes of it, Fix what to
	// do.
	Summary, Why, Fix string
	// Source is the page that says so, where one does.
	Source string
	// Security: it is about a secret, or about who gets in. Reports tell such
	// findings apart.
	Security bool

	// Template looks at a template by itself.
	Template func(*Subject)
	// Templates looks at what is known of all templates.
	Templates func(all []*Facts, say SayOf)
	// Suppressions looks at what accepts findings, once all are found.
	Suppressions func(all *Suppressions, say func(s *suppression.Suppression, format string, args ...any))
}

// SayOf reports what is wrong at a path of a template.
type SayOf func(about *Facts, at job.Path, format string, args ...any)

// page is what the schema's constraints come from, too.
const page = "https://www.alibabacloud.com/help/en/sae/serverless-app-engine-classic/developer-reference/api-sae-2019-05-06-describejob"
