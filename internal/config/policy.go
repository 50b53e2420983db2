package config

import (
	"fmt"
	"slices"

	"saejob/internal/glob"
	"saejob/internal/job"
	"saejob/internal/severity"
	"saejob/internal/suppression"
	"saejob/internal/text"
)

// Severity is that of a rule's findings, everywhere or in some files.
type Severity struct {
	Rule string
	// Files are globs from the configuration's folder; none: everywhere.
	Files    []string
	Severity severity.Severity
}

// Secrets are names whose values are secret, or are not, whatever saejob would
// take them for. A * stands for any part of a name.
type Secrets struct{ Allow, Add []string }

// Vocabulary knows the names that a configuration uses and others define. A nil
// function knows every name.
type Vocabulary struct {
	// Rule returns why a rule's severity cannot be set; empty: it can.
	Rule func(name string) (wrong string)
	// Ignored reports whether a rule or change has the name; if not, which one was
	// meant, as far as can be told.
	Ignored func(name string) (meant string, known bool)
}

// decoder reads what stands beside the environments and notes what is wrong with
// it beyond the schema.
type decoder struct {
	Vocabulary
	config   *Config
	problems []job.Problem
}

func (d *decoder) problem(at job.Range, format string, args ...any) {
	d.problems = append(d.problems, job.Problem{Range: at, Message: fmt.Sprintf(format, args...)})
}

func (d *decoder) policy(root *job.Node) {
	d.severities(root, nil)
	for _, e := range members(root, "overrides") {
		d.severities(e.Value, d.globs(e.Value, "files"))
	}
	for _, e := range members(root, "suppressions") {
		d.suppression(e.Value)
	}
	for _, e := range members(root, "mappings") {
		d.mapping(e.Value)
	}
	if e := root.Member("secrets"); e != nil {
		d.config.Secrets = Secrets{Allow: texts(e.Value, "allow"), Add: texts(e.Value, "add")}
	}
}

func (d *decoder) severities(n *job.Node, files []string) {
	for _, e := range members(n, "rules") {
		if d.Rule != nil {
			if wrong := d.Rule(e.Key); wrong != "" {
				d.problem(e.KeyRange, "%s", wrong)
			}
		}
		s, known := severity.Parse(e.Value.Text)
		if known || e.Value.Text == severity.None.String() {
			d.config.Severities = append(d.config.Severities, Severity{e.Key, files, s})
		}
	}
}

func (d *decoder) suppression(n *job.Node) {
	s := &suppression.Suppression{
		Names: texts(n, "ignore"), Reason: n.At("reason").AsText(), Environment: n.At("environment").AsText(),
		Files: d.globs(n, "files"), Templates: d.globs(n, "templates"), Path: d.path(n), File: d.config.File, At: n.Range,
	}
	for _, item := range members(n, "ignore") {
		if d.Ignored == nil || item.Value.Kind != job.String {
			continue
		}
		if meant, known := d.Ignored(item.Value.Text); !known {
			d.problem(item.Value.Range, "there is no rule or change %s%s", text.Quote(item.Value.Text), didYouMean(meant))
		}
	}
	if e := n.Member("environment"); e != nil && !slices.Contains(d.config.Names(), s.Environment) && e.Value.Kind == job.String {
		d.problem(e.Value.Range, "the configuration has no environment %s", text.Quote(s.Environment))
	}
	if e := n.Member("expires"); e != nil && e.Value.Kind == job.String {
		var err error
		if s.Expires, err = suppression.ParseDay(e.Value.Text); err != nil {
			d.problem(e.Value.Range, "%v", err)
		}
	}
	d.config.Suppressions = append(d.config.Suppressions, s)
}

// globs returns the globs of that name, and notes those that can match nothing.
func (d *decoder) globs(n *job.Node, name string) []string {
	for _, item := range members(n, name) {
		if item.Value.Kind == job.String && !glob.Valid(item.Value.Text) {
			d.problem(item.Value.Range, "%s is not a valid glob: unclosed [ or {", text.Quote(item.Value.Text))
		}
	}
	return texts(n, name)
}

// texts returns the texts in the list of that name.
func texts(n *job.Node, name string) []string {
	var all []string
	for _, item := range members(n, name) {
		if item.Value.Kind == job.String {
			all = append(all, item.Value.Text)
		}
	}
	return all
}

func didYouMean(meant string) string {
	if meant == "" {
		return ""
	}
	return "; did you mean " + meant + "?"
}
