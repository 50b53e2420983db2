package catalog

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"text/template"

	"saejob/internal/plan"
	"saejob/internal/text"
)

//go:embed schema_page.md.tmpl
var pageText string

// section is a topic on the page.
type section struct {
	Topic string
	Lines []line
	Rows  []row
}

// line is a field of the topic, or a member of one.
type line struct {
	// Path names it from the top; the items of a list are [], a member of any
	// name is *.
	Path string
	// Source is empty for a member: the page has no section of its own for it.
	Source string
	Field  plan.Field
	// Where is in which variant of a structure it is.
	Where string
	Says  string
}

// row is a row of the topic.
type row struct {
	plan.Row
	Words []string
	Says  string
}

// schemaPage returns the page about a plan: a section for each topic, with its
// fields and its rules. says holds what is reported of a wrong value, by the path
// of a field ("Envs[].name") or by the id of a row; where it is empty, the page
// has no such column.
func schemaPage(p *plan.Plan, says map[string]string) (string, error) {
	page, err := template.New("page").Funcs(template.FuncMap{
		"cell": cell, "code": code, "type": typeWords, "notes": notes, "title": title,
	}).Parse(pageText)
	if err != nil {
		return "", err
	}
	var out strings.Builder
	err = page.Execute(&out, map[string]any{"Sections": sections(p, says), "Says": len(says) > 0})
	return out.String(), err
}

// sections sorts fields and rows into topics, which come in the fields' order.
func sections(p *plan.Plan, says map[string]string) []section {
	var all []section
	of := func(topic string) *section {
		i := slices.IndexFunc(all, func(s section) bool { return s.Topic == topic })
		if i < 0 {
			i = len(all)
			all = append(all, section{Topic: topic})
		}
		return &all[i]
	}
	for _, f := range p.Fields {
		s := of(f.Topic)
		s.Lines = lines(s.Lines, line{Path: f.Name, Source: f.Source, Field: f})
	}
	for _, r := range rows(p) {
		r.Says = says[r.ID]
		s := of(r.Topic)
		s.Rows = append(s.Rows, r)
	}
	for _, s := range all {
		for i := range s.Lines {
			s.Lines[i].Says = says[s.Lines[i].Path]
		}
	}
	return all
}

// lines adds l to list, and the members below it.
func lines(list []line, l line) []line {
	list = append(list, l)
	path, t := l.Path, l.Field.Type
	for t.List != nil {
		path, t = path+"[]", t.List.Item
	}
	if t.Object == nil {
		return list
	}
	if t.Object.Map != nil {
		return lines(list, line{Path: path + ".*", Field: plan.Field{Doc: "A name: " + t.Object.Map.Doc, Type: t.Object.Map.Type}})
	}
	for _, f := range t.Object.Fields {
		list = lines(list, line{Path: path + "." + f.Name, Field: f})
	}
	for _, v := range t.Object.Variants {
		where := "if " + code(t.Object.Tag) + " is " + code(v.Value)
		for _, f := range v.Fields {
			if f.Name != t.Object.Tag {
				list = lines(list, line{Path: path + "." + f.Name, Field: f, Where: where})
			}
		}
	}
	return list
}

// rows returns the rows, in words.
func rows(p *plan.Plan) []row {
	var all []row
	for _, r := range p.Requires {
		words := text.Or(r.Fields) + " is required if " + r.Field + " is " + text.Or(r.In)
		all = append(all, row{Row: r.Row, Words: []string{words}})
	}
	for _, r := range p.Forbids {
		words := text.Or(r.Fields) + " is not allowed if " + r.Field + " is " + text.Or(r.In)
		all = append(all, row{Row: r.Row, Words: []string{words}})
	}
	for _, r := range p.Pairs {
		var words []string
		for _, e := range r.Table {
			allowed := intWords(&plan.Int{OneOf: e.Allowed})
			words = append(words, r.Field+" "+e.Value+" goes with "+r.With+" "+allowed)
		}
		all = append(all, row{Row: r.Row, Words: words})
	}
	for _, r := range p.AtMost {
		var of []string
		for _, m := range r.Of {
			of = append(of, m.Name+" "+m.Text)
		}
		words := fmt.Sprintf("at most %d of %s may have %s", r.N, r.Field, strings.Join(of, " and "))
		all = append(all, row{Row: r.Row, Words: []string{words}})
	}
	for _, r := range p.Allows {
		words := fmt.Sprintf("%s %s goes with %s %s", r.Field, text.Or(r.In), r.With, text.Or(r.Values))
		all = append(all, row{Row: r.Row, Words: []string{words}})
	}
	for _, r := range p.Unique {
		words := fmt.Sprintf("no two of %s may have the same %s", r.Field, r.Key)
		all = append(all, row{Row: r.Row, Words: []string{words}})
	}
	return all
}

func title(topic string) string {
	if topic == "" {
		return ""
	}
	return strings.ToUpper(topic[:1]) + topic[1:]
}
