package check

import (
	"net/netip"
	"regexp"
	"slices"
	"sync"

	"saejob/internal/plan"
	"saejob/internal/text"
)

// forms judges how texts are written. It keeps the expressions that it compiled, which
// are those of a plan. The nil one keeps none.
type forms struct{ compiled sync.Map }

// wrong returns what a text must do that has not the form which t demands; empty if
// it has.
func (f *forms) wrong(value string, t *plan.String) string {
	must := ""
	switch {
	case t.Formats != nil && !slices.ContainsFunc(t.Formats, func(is plan.Format) bool { return hasFormat(value, is) }):
		must = "be " + formatWords(t.Formats)
	case t.Pattern != "" && !f.match(t.Pattern, value):
		must = "match " + t.Pattern
	case t.NotPattern != "" && f.match(t.NotPattern, value):
		must = "not match " + t.NotPattern
	}
	if must != "" && t.Words != "" {
		return "be " + t.Words
	}
	return must
}

func (f *forms) match(pattern, value string) bool {
	if f == nil {
		return regexp.MustCompile(pattern).MatchString(value)
	}
	compiled, ok := f.compiled.Load(pattern)
	if !ok {
		compiled, _ = f.compiled.LoadOrStore(pattern, regexp.MustCompile(pattern))
	}
	return compiled.(*regexp.Regexp).MatchString(value)
}

func hasFormat(value string, is plan.Format) bool {
	var err error
	switch is {
	case plan.Address:
		_, err = netip.ParseAddr(value)
	case plan.Block:
		_, err = netip.ParsePrefix(value)
	}
	return err == nil
}

func formatWords(formats []plan.Format) string {
	words := map[plan.Format]string{plan.Address: "an IP address", plan.Block: "a block of IP addresses"}
	var all []string
	for _, f := range formats {
		all = append(all, words[f])
	}
	return text.Or(all)
}
