package report

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strings"

	"saejob/diff"
	"saejob/internal/inert"
	"saejob/internal/severity"
)

var (
	//go:embed html.css
	pageStyle string
	//go:embed html.js
	pageScript string
	//go:embed html.tmpl
	pageText string

	pageTemplate = template.Must(template.New("html").Parse(pageText))
)

// page is what html.tmpl shows. All of its texts are safe ones.
type page struct {
	Policy string
	Style  template.CSS
	Script template.JS
	// From, To and Base are the sources. Unread says what is missing, Verdicts what the
	// words for who changed something mean.
	From, To, Base, Summary, Unread string
	Verdicts                        []diff.Verdict
	Levels                          []levelCount
	Templates, Unchanged            []templateView
	Problems                        []problemView
	Mappings                        []mappingView
}

// levelCount counts what is of a severity.
type levelCount struct {
	Severity string
	Count    int
}

// templateView is a template on the page. Find is what the filter looks at.
type templateView struct {
	ID, Name, Was, Namespace, From, To, Find string
	Status                                   diff.Status
	Verdict                                  diff.Verdict
	// Severity is that of a template without changes, and Says what there is to say
	// of it.
	Severity, Says string
	// Before and After are the heads of the columns of values.
	Before, After string
	Levels        []levelCount
	Changes       []changeView
}

// problemView is what is wrong with a mapping or a suppression.
type problemView struct{ ID, Place, Message string }

// mappingView is a mapping, and how many values it makes equal.
type mappingView struct {
	From, To, Path string
	Used           int
}

// DiffHTML writes changes as a page that stands on its own: it asks for nothing
// from anywhere, and its policy forbids everything but its own style and script.
// The gravest templates come first.
func DiffHTML(w io.Writer, r diff.Result) error {
	p := page{
		Policy: "default-src 'none'; style-src " + hashOf(pageStyle) + "; script-src " + hashOf(pageScript) + "; base-uri 'none'; form-action 'none'",
		Style:  template.CSS(pageStyle), Script: template.JS(pageScript),
		From: inert.Line(r.From), To: inert.Line(r.To), Base: inert.Line(r.Base), Summary: r.SummaryLine(), Unread: unreadNote(r.Summary.Unread),
	}
	counts := map[severity.Severity]int{}
	for _, t := range gravestFirst(r.Templates) {
		if t.Status == diff.Unchanged {
			p.Unchanged = append(p.Unchanged, newTemplateView(t))
			continue
		}
		p.Templates = append(p.Templates, newTemplateView(t))
		for _, c := range t.Changes {
			counts[c.Severity]++
		}
		if len(t.Changes) == 0 {
			counts[gravity(t)]++
		}
	}
	p.Levels = levels(counts)
	if r.Base != "" {
		p.Verdicts = diff.AllVerdicts()
	}
	for _, found := range r.Problems {
		p.Problems = append(p.Problems, problemView{found.ID, inert.Line(placeText(found.File, found.At)), inert.Line(found.Message)})
	}
	for _, m := range r.Mappings {
		p.Mappings = append(p.Mappings, mappingView{inert.Line(m.From), inert.Line(m.To), inert.Line(m.Path.String()), m.Used})
	}
	var out bytes.Buffer
	if err := pageTemplate.ExecuteTemplate(&out, "page", p); err != nil {
		return err
	}
	_, err := io.WriteString(w, inert.BreakCommands(out.String()))
	return err
}

// unreadNote returns what is missing.
func unreadNote(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return "1 template could not be read, so its changes are not known."
	}
	return fmt.Sprintf("%d templates could not be read, so their changes are not known.", n)
}

// hashOf names a text in a content security policy.
func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

func newTemplateView(t diff.Template) templateView {
	v := templateView{
		ID: anchor(t), Name: inert.Line(cmp.Or(t.Name, t.To, t.From, t.Base)), Namespace: inert.Line(t.Namespace), From: inert.Line(t.From), To: inert.Line(t.To),
		Status: t.Status, Verdict: t.Verdict, Severity: gravity(t).String(), Says: inert.Line(cmp.Or(t.Reason, t.To, t.From, t.Base)),
	}
	if t.Was != "" && t.Name != "" {
		v.Was = inert.Line(t.Was)
	}
	v.Find = strings.Join([]string{v.Was, v.Name, v.Namespace, inert.Line(t.AppID), v.From, v.To, string(v.Status), string(v.Verdict)}, " ")
	v.Before, v.After = columnsOf(t)
	counts := map[severity.Severity]int{}
	for _, c := range t.Changes {
		counts[c.Severity]++
		v.Changes = append(v.Changes, newChangeView(c))
	}
	v.Levels = levels(counts)
	return v
}

// anchor is where a link to a template on the page leads: the same in each report.
func anchor(t diff.Template) string {
	sum := sha256.Sum256([]byte(strings.Join([]string{t.AppID, t.Namespace, t.Name, t.From, t.To, t.Base}, "\x00")))
	return "t-" + base64.RawURLEncoding.EncodeToString(sum[:6])
}

func levels(counts map[severity.Severity]int) []levelCount {
	var all []levelCount
	for _, s := range []severity.Severity{severity.Error, severity.Warning, severity.Info} {
		all = append(all, levelCount{s.String(), counts[s]})
	}
	return all
}
