// Package schema says what an SAE job template may contain: in CUE, which is the
// authority, and as the plan that is read out of it, which the program uses.
package schema

import "embed"

// Files are the schema's CUE files, one package, with the definition
// #JobTemplate.
//
//go:embed *.cue
var Files embed.FS

// Cases are whole templates, a txtar archive for each topic: ok-NAME.yaml is
// accepted, bad-NAME.yaml refused, and NAME.out beside it is what lint says.
//
//go:embed testdata/*.txtar
var Cases embed.FS

// Fresh returns an error where [Template] was read from other CUE files than
// [Files]: they were changed, and plan.go was not generated again. Whoever judges
// or writes templates asks first.
func Fresh() error { return Template.Fresh(Files, "schema") }

//go:generate go run generate.go
//go:generate go run ../internal/catalog/generate.go schema
