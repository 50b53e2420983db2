package catalog

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"saejob/internal/plan"
	"saejob/internal/text"
)

// typeWords returns in words what a value of type t may be.
func typeWords(t plan.Type) string {
	var words []string
	if t.Any {
		words = append(words, "anything")
	}
	if t.List != nil {
		words = append(words, listWords(t.List))
	}
	if t.Object != nil {
		words = append(words, objectWords(t.Object))
	}
	if t.Bool {
		words = append(words, "true or false")
	}
	if t.Int != nil {
		words = append(words, intWords(t.Int))
	}
	if t.String != nil {
		words = append(words, stringWords(t.String))
	}
	return strings.Join(words, "; or ")
}

func listWords(l *plan.List) string {
	item := typeWords(l.Item)
	switch {
	case item == "text":
		item = "texts"
	case strings.Contains(item, "; or "):
		item = "items that are " + strings.ReplaceAll(item, "; or ", " or ")
	}
	if rest, is := strings.CutPrefix(item, "structure"); is {
		item = "structures" + rest
	}
	words := "list of " + item
	if l.MinItems > 0 {
		words += fmt.Sprintf(" (%d or more)", l.MinItems)
	}
	return words
}

func objectWords(o *plan.Object) string {
	if o.Map != nil {
		return "structure with names of your own"
	}
	if o.Tag == "" {
		return "structure"
	}
	var values []string
	for _, v := range o.Variants {
		values = append(values, code(v.Value))
	}
	return "structure whose " + code(o.Tag) + " is " + text.Or(values)
}

func intWords(i *plan.Int) string {
	var values []string
	for _, n := range i.OneOf {
		values = append(values, strconv.FormatInt(n, 10))
	}
	switch {
	case values != nil:
		return text.Or(values)
	case i.Min == math.MinInt32 && i.Max == math.MaxInt32:
		return "whole number of 32 bits"
	case i.Min == math.MinInt64 && i.Max == math.MaxInt64:
		return "whole number of 64 bits"
	}
	return fmt.Sprintf("whole number from %d to %d", i.Min, i.Max)
}

func stringWords(s *plan.String) string {
	var values []string
	for _, value := range s.OneOf {
		values = append(values, code(value))
	}
	if values != nil {
		return text.Or(values)
	}
	words := "text"
	if s.MaxRunes > 0 {
		words += fmt.Sprintf(" of %d to %d characters", s.MinRunes, s.MaxRunes)
	} else if s.MinRunes == 1 {
		words += ", not empty"
	} else if s.MinRunes > 1 {
		words += fmt.Sprintf(" of %d characters or more", s.MinRunes)
	}
	if s.Words != "" {
		return s.Words
	}
	for _, f := range s.Formats {
		words += " that is an IP " + string(f)
	}
	if s.Pattern != "" {
		words += " like " + code(s.Pattern)
	}
	if s.NotPattern != "" {
		words += " unlike " + code(s.NotPattern)
	}
	return words
}

// notes returns a field's attributes in words.
func notes(l line) string {
	f := l.Field
	var words []string
	add := func(is bool, word string) {
		if is {
			words = append(words, word)
		}
	}
	add(l.Where != "", l.Where)
	add(f.Required, "required")
	add(f.JSON, "JSON text in the API")
	add(f.Secret == plan.SecretWhole, "secret")
	add(f.Secret == plan.SecretByName, "secret by name")
	add(f.Scope == plan.ScopeEnvironment, "of the environment")
	add(f.Scope == plan.ScopeServer, "set by SAE")
	add(f.NewTemplate, "fixed")
	add(f.Immutable && !f.NewTemplate, "not by UpdateJob")
	add(f.Elsewhere != "", "set by "+f.Elsewhere)
	add(f.Set, "in any order")
	add(f.Key != "", "paired by "+code(f.Key))
	add(f.Open, "list may grow")
	if f.Default != nil {
		words = append(words, "default "+code(defaultWords(f.Default)))
	}
	add(f.Deprecated != "", "deprecated for "+code(f.Deprecated))
	add(f.Change.ID != "", code(f.Change.ID)+": "+f.Change.Severity)
	return strings.Join(words, ", ")
}
