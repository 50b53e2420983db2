package check_test

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"saejob/internal/job"
	"saejob/internal/plan"
)

// alter changes one thing of a plan after the other, to stricter and to laxer,
// and calls tell after each.
func alter(p *plan.Plan, tell func(what string)) {
	alterFields("", p.Fields, tell)
	alterRows(p, tell)
}

func alterFields(path string, list []plan.Field, tell func(string)) {
	for i := range list {
		f := &list[i]
		if strings.HasSuffix(path, "="+variant(&f.Type)+".") {
			continue // the tag of a variant: it is read from the variant's value
		}
		change(&f.Required, !f.Required, path+f.Name+" required", tell)
		if path != "" { // those at the top are in rows, too
			change(&f.Name, f.Name+"x", path+f.Name+" called otherwise", tell)
		}
		alterType(path+f.Name, &f.Type, tell)
	}
}

// variant returns the text of a type that accepts only one.
func variant(t *plan.Type) string {
	if t.String != nil && len(t.String.OneOf) == 1 {
		return t.String.OneOf[0]
	}
	return "-"
}

func alterType(path string, t *plan.Type, tell func(string)) {
	change(&t.Bool, !t.Bool, path+" bool", tell)
	change(&t.String, other(t.String, plan.String{}), path+" text", tell)
	change(&t.Int, &plan.Int{Min: 7, Max: 7}, path+" number", tell)
	change(&t.List, other(t.List, plan.List{}), path+" list", tell)
	change(&t.Object, other(t.Object, plan.Object{Fields: []plan.Field{}}), path+" structure", tell)
	if t.String != nil {
		alterString(path, t.String, tell)
	}
	if t.Int != nil {
		alterInt(path, t.Int, tell)
	}
	if t.List != nil {
		change(&t.List.MinItems, t.List.MinItems+1, path+" least items", tell)
		alterType(path+"[]", &t.List.Item, tell)
	}
	if t.Object != nil {
		alterFields(path+".", t.Object.Fields, tell)
		for i := range t.Object.Variants {
			alterFields(path+"="+t.Object.Variants[i].Value+".", t.Object.Variants[i].Fields, tell)
		}
		if t.Object.Map != nil {
			alterString(path+" name", &t.Object.Map.Names, tell)
			alterType(path+".{}", &t.Object.Map.Type, tell)
		}
	}
}

// other returns none where there is one, and this one where there is none.
func other[T any](part *T, one T) *T {
	if part != nil {
		return nil
	}
	return &one
}

func alterString(path string, s *plan.String, tell func(string)) {
	if s.Pattern != "" {
		change(&s.Pattern, "", path+" pattern", tell)
	} else if len(s.OneOf) == 0 && s.Formats == nil {
		change(&s.MinRunes, 1-s.MinRunes, path+" least length", tell)
		change(&s.MaxRunes, 1, path+" most length", tell)
	}
	if s.NotPattern != "" {
		change(&s.NotPattern, "", path+" pattern that is refused", tell)
	}
	for i := range s.Formats {
		change(&s.Formats, nil, path+" any format", tell)
		if len(s.Formats) > 1 {
			change(&s.Formats, s.Formats[i:i+1], path+" one format", tell)
		}
	}
	near := func(text string) string { return text + "x" }
	if path == "ProgrammingLanguage" {
		near = nil // no known PackageType goes with another
	}
	alterList(&s.OneOf, near, path+" text", tell)
}

func alterInt(path string, n *plan.Int, tell func(string)) {
	if len(n.OneOf) == 0 {
		change(&n.Min, n.Min+1, path+" greater minimum", tell)
		change(&n.Max, n.Max-1, path+" smaller maximum", tell)
		if n.Min > math.MinInt64 {
			change(&n.Min, n.Min-1, path+" smaller minimum", tell)
		}
		if n.Max < math.MaxInt64 {
			change(&n.Max, n.Max+1, path+" greater maximum", tell)
		}
	}
	near := func(n int64) int64 { return n + 1 }
	if path == "Cpu" {
		near = nil // Memory goes with no other
	}
	alterList(&n.OneOf, near, path+" number", tell)
}

func alterRows(p *plan.Plan, tell func(string)) {
	for i := range p.Requires {
		r := &p.Requires[i]
		alterList(&r.Fields, func(string) string { return "VpcId" }, r.ID+" field", tell)
		alterList(&r.In, func(string) string { return "PhpZip" }, r.ID+" when", tell)
	}
	for i := range p.Forbids {
		r := &p.Forbids[i]
		alterList(&r.Fields, func(string) string { return "PackageType" }, r.ID+" field", tell)
		alterList(&r.In, func(string) string { return "PhpZip" }, r.ID+" when", tell)
	}
	for i := range p.Pairs {
		for j := range p.Pairs[i].Table {
			entry := &p.Pairs[i].Table[j]
			what := fmt.Sprintf("%s %s:", p.Pairs[i].ID, entry.Value)
			alterList(&entry.Allowed, nil, what, tell)
			for _, n := range []int64{500, 1000, 2000, 4000, 8000, 12000, 16000, 32000} {
				if !slices.Contains(entry.Allowed, n) {
					change(&entry.Allowed, append(slices.Clone(entry.Allowed), n), fmt.Sprintf("%s %d too", what, n), tell)
				}
			}
		}
	}
	for i := range p.Allows {
		r := &p.Allows[i]
		alterList(&r.Values, nil, r.ID+" text", tell)
		alterList(&r.In, nil, r.ID+" when", tell)
		for _, text := range job.FieldOf(p.Fields, r.With).Type.String.OneOf {
			if !slices.Contains(r.Values, text) {
				change(&r.Values, append(slices.Clone(r.Values), text), r.ID+" "+text+" too", tell)
			}
		}
	}
	for i := range p.Unique {
		change(&p.Unique[i].Key, "Value", p.Unique[i].ID+" key", tell)
	}
	for i := range p.AtMost {
		change(&p.AtMost[i].N, p.AtMost[i].N+1, p.AtMost[i].ID+" more", tell)
		change(&p.AtMost[i].N, p.AtMost[i].N-1, p.AtMost[i].ID+" less", tell)
	}
}

// alterList takes each item out of a list, and puts one beside it that is near and
// was not there; without near, none.
func alterList[T comparable](list *[]T, near func(T) T, what string, tell func(string)) {
	for i, item := range *list {
		if len(*list) > 1 { // an empty list would be no list
			change(list, slices.Delete(slices.Clone(*list), i, i+1), fmt.Sprintf("%s without %v", what, item), tell)
		}
		if near == nil {
			continue
		}
		if more := near(item); !slices.Contains(*list, more) {
			change(list, append(slices.Clone(*list), more), fmt.Sprintf("%s with %v", what, more), tell)
		}
	}
}

// change sets a part of the plan, tells, and sets it back.
func change[T any](part *T, to T, what string, tell func(string)) {
	was := *part
	*part = to
	tell(what)
	*part = was
}
