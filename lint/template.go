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
	// marked and facts are empty where nothing could be read.
	marked       marked
	facts        *rules.Facts
	suppressions []*suppression.Suppression
	// lines are those that may be shown, hashes those of the lines, finder finds what
	// rules speak of: each once it is asked for.
	lines  *maskedLines
	hashes []string
	finder *job.Finder
	// to collects what is found.
	to *file
}

// ready makes a template ready to be judged. Where it could not be read, judge
// reports only why.
func (l *Linter) ready(place string, doc job.Document) *template {
	t := &template{Linter: l, place: place, doc: doc}
	if doc.Template == nil {
		return t
	}
	t.marked = decode(doc.Template).mark(l.Key)
	t.identity = secret.MaskIdentity(t.marked.template.Identity())
	t.facts = t.marked.facts(place, l.Policy.environment(place))
	t.suppressions = l.Policy.inFile(t.marked, place, doc.Text)
	return t
}

// judge finds what is wrong with the file, and what the schema and the rules about one
// template find.
func (t *template) judge(to *file) {
	t.to = to
	for _, p := range t.doc.Problems {
		t.finding(Finding{Rule: rules.YAML.Name, Severity: rules.YAML.Severity, At: p.Range, Message: p.Message},
			&job.Node{Kind: job.String, Text: p.Message}, func() string { return rules.YAML.Summary })
	}
	if t.doc.Template == nil {
		return
	}
	refused := newPaths()
	t.Schema(t.doc.Template, func(m check.Mistake) {
		t.mistake(m)
		if (m.Kind == check.Wrong || m.Kind == check.Misnamed) && schema.Template.Row(m.Name) == nil {
			refused.add(m.Path)
		}
	})
	subject := rules.Subject{Root: t.doc.Template.Root, Now: t.Now, Refused: refused.has, AnyRefused: len(refused.all) > 0}
	for _, rule := range t.Rules {
		if rule.Template != nil && t.Policy.severity(rule.Name, t.place, rule.Severity) != severity.None {
			subject.Hit = func(h rules.Hit) { t.hit(rule, h) }
			rule.Template(&subject)
		}
	}
	to.cut()
	reviseAdvice(to.kept, subject, t.Rules)
}

// hit keeps what a rule says as a finding.
func (t *template) hit(rule *rules.Rule, h rules.Hit) {
	if t.finder == nil {
		t.finder = job.NewFinder(t.doc.Template)
	}
	at, value := position(t.doc.Template, t.finder, h)
	f := Finding{Rule: rule.Name, At: at, path: h.At, Message: h.Message}
	f.Severity = t.Policy.severity(rule.Name, t.place, rule.Severity)
	if h.Severity != severity.None {
		// What matters less by itself matters less whatever the policy says.
		f.Severity = min(f.Severity, h.Severity)
	}
	t.finding(f, value, func() string { return rule.Summary + " " + rule.Fix })
}

// finding keeps a finding about a value; there is none where its severity is none.
func (t *template) finding(f Finding, value *job.Node, help func() string) {
	f.File, f.Template = t.place, t.identity
	if f.Severity == severity.None {
		return
	}
	if t.facts != nil {
		f.Environment = t.facts.Environment
	}
	f.Suppression = t.to.accept(suppression.Target{
		Name: f.Rule, File: t.Policy.path(f.File), Line: f.At.Line, Template: f.Template.Name, Environment: f.Environment, Path: f.path,
	})
	if t.to.takes(&f) {
		f.Path, f.Help = f.path.String(), help()
		t.complete(&f, value)
		t.to.keep(f)
	}
}

// complete adds to a finding about a value what only reports need.
func (t *template) complete(f *Finding, value *job.Node) {
	switch path := secret.Mask(f.Path); {
	case path != f.Path:
		// The name of a member says more than it should.
		f.Path, f.Message = path, secret.Mask(f.Message)
	case f.Rule != rules.YAML.Name && t.doc.Template != nil:
		// Where the text cannot be read, nobody knows what is secret in it.
		f.Snippet = t.shownLines().snippet(f.At)
	}
	f.Fingerprint, f.LineHash = fingerprint(f, value), t.lineHash(f.At.Line)
}

// shownLines returns the lines of the file as they may be shown.
func (t *template) shownLines() *maskedLines {
	if t.lines == nil {
		t.lines = t.marked.lines(t.doc.Text)
		for _, p := range t.doc.Problems {
			t.lines.cutFrom(p.Range)
		}
	}
	return t.lines
}

// lineHash returns the hash by which GitHub's code scanning knows a line again,
// wherever it has moved to. It is empty where the text cannot be read as a whole:
// nobody knows what is secret in it then.
func (t *template) lineHash(line int) string {
	if t.doc.Template == nil || len(t.doc.Problems) > 0 || len(t.doc.Text) == 0 {
		return ""
	}
	if t.hashes == nil {
		t.hashes = lineHashes(maskedText(t.doc.Text, t.marked))
	}
	if line < 1 || line > len(t.hashes) {
		return ""
	}
	return t.hashes[line-1]
}
