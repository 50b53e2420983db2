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

// template is a template as it is judged: what was read, and what of it may be
// shown.
type template struct {
	*Linter
	place    string
	doc      job.Document
	identity job.Identity
	// lines and facts are nil where nothing could be read.
	lines        *maskedLines
	facts        *rules.Facts
	suppressions []*suppression.Suppression
	// hashes are those of the lines, once they are asked for.
	hashes []string
}

// ready makes a template ready to be judged. Where it could not be read, judge
// reports only why.
func (l *Linter) ready(place string, doc job.Document) *template {
	t := &template{Linter: l, place: place, doc: doc}
	if doc.Template == nil {
		return t
	}
	m := decode(doc.Template).mark(l.Key)
	t.identity = secret.MaskIdentity(m.template.Identity())
	t.lines = m.lines(doc.Text)
	for _, p := range doc.Problems {
		t.lines.cutFrom(p.Range)
	}
	t.facts = m.facts(place, l.Policy.environment(place))
	t.suppressions = l.Policy.inFile(m, place, doc.Text)
	return t
}

// judge returns what the file, the schema and the rules about one template find.
func (t *template) judge() []Finding {
	var found []Finding
	for _, p := range t.doc.Problems {
		found = append(found, t.finding(Finding{Rule: rules.YAML.Name, Severity: rules.YAML.Severity, At: p.Range, Message: p.Message, Help: rules.YAML.Summary},
			&job.Node{Kind: job.String, Text: p.Message})...)
	}
	if t.doc.Template == nil {
		return found
	}
	refused := map[string]bool{}
	for _, m := range t.Schema(t.doc.Template) {
		found = append(found, t.mistake(m)...)
		if (m.Kind == check.Wrong || m.Kind == check.Misnamed) && schema.Template.Row(m.Name) == nil {
			refused[m.Path.String()] = true
		}
	}
	for _, rule := range t.Rules {
		if rule.Template == nil {
			continue
		}
		rule.Template(&rules.Subject{
			Root: t.doc.Template.Root, Now: t.Now,
			Refused: func(at job.Path) bool { return refused[at.String()] },
			Hit:     func(h rules.Hit) { found = append(found, t.hit(rule, h)...) },
		})
	}
	return found
}

// hit returns what a rule says as a finding.
func (t *template) hit(rule *rules.Rule, h rules.Hit) []Finding {
	at, value := position(t.doc.Template, h)
	f := Finding{Rule: rule.Name, At: at, Path: h.At.String(), path: h.At, Message: h.Message, Help: rule.Summary + " " + rule.Fix}
	f.Severity = t.Policy.severity(rule.Name, t.place, rule.Severity)
	if h.Severity != severity.None {
		// What matters less by itself matters less whatever the policy says.
		f.Severity = min(f.Severity, h.Severity)
	}
	return t.finding(f, value)
}

// finding completes a finding about a value; there is none where its severity is
// none.
func (t *template) finding(f Finding, value *job.Node) []Finding {
	f.File, f.Template = t.place, t.identity
	if f.Severity == severity.None {
		return nil
	}
	if t.facts != nil {
		f.Environment = t.facts.Environment
	}
	switch path := secret.Mask(f.Path); {
	case path != f.Path:
		// The name of a member says more than it should.
		f.Path, f.Message = path, secret.Mask(f.Message)
	case f.Rule != rules.YAML.Name && t.lines != nil:
		// Where the text cannot be read, nobody knows what is secret in it.
		f.Snippet = t.lines.snippet(f.At)
	}
	f.Fingerprint, f.LineHash = fingerprint(&f, value), t.lineHash(f.At.Line)
	return []Finding{f}
}

// lineHash returns the hash by which GitHub's code scanning knows a line again,
// wherever it has moved to. It is empty where the text cannot be read as a whole:
// nobody knows what is secret in it then.
func (t *template) lineHash(line int) string {
	if t.doc.Template == nil || len(t.doc.Problems) > 0 || len(t.doc.Text) == 0 {
		return ""
	}
	if t.hashes == nil {
		t.hashes = lineHashes(maskedText(t.doc.Text, marked{t.doc.Template}))
	}
	if line < 1 || line > len(t.hashes) {
		return ""
	}
	return t.hashes[line-1]
}
