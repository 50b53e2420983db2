package lint

import (
	"saejob/internal/check"
	"saejob/internal/job"
	"saejob/internal/secret"
	"saejob/internal/severity"
	"saejob/internal/suppression"
	"saejob/rules"
	"saejob/schema"
)

// sheet is a template as it is judged: what was read, and what of it may be
// shown.
type sheet struct {
	*run
	place    string
	doc      job.Document
	identity job.Identity
	lines    *lines
	// facts is nil where nothing could be read.
	facts        *rules.Facts
	suppressions []*suppression.Suppression
	// hashes are those of the lines, once they are asked for.
	hashes []string
}

func (r *run) newSheet(place string, doc job.Document) *sheet {
	s := &sheet{run: r, place: place, doc: doc, lines: newLines(doc.Text)}
	if t := doc.Template; t != nil {
		s.identity = t.Identity()
		job.Decode(t)
		secret.Mark(t, r.Key)
		s.lines.hide(t)
		s.facts = rules.FactsOf(t, place, r.Policy.environment(place))
		s.suppressions = r.Policy.inFile(t, place, doc.Text)
	}
	return s
}

// judge finds what the file, the schema and the rules about one template find.
func (s *sheet) judge() []Finding {
	var found []Finding
	for _, p := range s.doc.Problems {
		found = append(found, s.finding(Finding{Rule: rules.YAML.Name, Severity: rules.YAML.Severity, At: p.Range, Message: p.Message, Help: rules.YAML.Summary},
			&job.Node{Kind: job.String, Text: p.Message})...)
	}
	if s.doc.Template == nil {
		return found
	}
	refused := map[string]bool{}
	for _, m := range s.Schema(s.doc.Template) {
		found = append(found, s.mistake(m)...)
		if (m.Kind == check.Wrong || m.Kind == check.Misnamed) && schema.Template.Row(m.Name) == nil {
			refused[m.Path.String()] = true
		}
	}
	for _, rule := range s.Rules {
		if rule.Template == nil {
			continue
		}
		rule.Template(&rules.Subject{
			Root: s.doc.Template.Root, Now: s.Now,
			Refused: func(at job.Path) bool { return refused[at.String()] },
			Hit:     func(h rules.Hit) { found = append(found, s.hit(rule, h)...) },
		})
	}
	return found
}

// hit makes a finding of what a rule says.
func (s *sheet) hit(rule *rules.Rule, h rules.Hit) []Finding {
	at, value := position(s.doc.Template, h)
	f := Finding{Rule: rule.Name, At: at, Path: h.At.String(), path: h.At, Message: h.Message, Help: rule.Summary + " " + rule.Fix}
	f.Severity = s.Policy.severity(rule.Name, s.place, rule.Severity)
	if h.Severity != severity.None {
		// What matters less by itself matters less whatever the policy says.
		f.Severity = min(f.Severity, h.Severity)
	}
	return s.finding(f, value)
}

// finding completes a finding about a value; it is none where its severity is.
func (s *sheet) finding(f Finding, value *job.Node) []Finding {
	f.File, f.Template = s.place, s.identity
	if f.Severity == severity.None {
		return nil
	}
	if s.facts != nil {
		f.Environment = s.facts.Environment
	}
	switch path := secret.Mask(f.Path); {
	case path != f.Path:
		// The name of a member says more than it should.
		f.Path, f.Message = path, secret.Mask(f.Message)
	case f.Rule != rules.YAML.Name:
		// Where the text cannot be read, nobody knows what is secret in it.
		f.Snippet = s.lines.snippet(f.At)
	}
	f.Fingerprint, f.LineHash = fingerprint(&f, value), s.lineHash(f.At.Line)
	return []Finding{f}
}
