package report

import (
	"fmt"
	"io"
	"strings"

	"saejob/internal/inert"
	"saejob/internal/severity"
	"saejob/lint"
)

// LintText writes findings for people: each with its line and a caret under what
// it is about.
func LintText(w io.Writer, r lint.Result, style Style) error {
	var b strings.Builder
	withOmitted(&r, func(f *lint.Finding) {
		if !f.Suppressed() {
			finding(&b, f, style)
		}
	})
	for _, u := range r.Unread {
		fmt.Fprintf(&b, "%s: %s %s\n", style.Bold(inert.Line(u.Place)), style.Error("unread:"), inert.Line(u.Err.Error()))
	}
	_, err := io.WriteString(w, inert.BreakCommands(b.String()))
	return err
}

// headline returns in a line where and what a finding is.
func headline(f *lint.Finding, style Style) string {
	word := f.Severity.String() + ":"
	switch f.Severity {
	case severity.Error:
		word = style.Error(word)
	case severity.Warning:
		word = style.Warning(word)
	default:
		word = style.Info(word)
	}
	return fmt.Sprintf("%s %s %s %s", style.Bold(inert.Line(f.File)+lineOf(f)+":"), word, inert.Line(f.Message), style.Faint("["+f.Rule+"]"))
}

// lineOf returns where in its file a finding is; nothing where there is no file.
func lineOf(f *lint.Finding) string {
	if f.At.Line == 0 {
		return ""
	}
	return fmt.Sprintf(":%d:%d", f.At.Line, f.At.Column)
}

func finding(b *strings.Builder, f *lint.Finding, style Style) {
	b.WriteString(headline(f, style) + "\n")
	if f.Snippet.Line == "" {
		return
	}
	number := fmt.Sprint(f.At.Line)
	margin := strings.Repeat(" ", len(number))
	runes := []rune(f.Snippet.Line)
	at := min(max(f.Snippet.Column-1, 0), len(runes))
	end := min(at+f.Snippet.Width, len(runes))
	before, under := inert.Line(string(runes[:at])), inert.Line(string(runes[at:end]))
	caret := "^" + strings.Repeat("~", max(0, width(under)-1))
	fmt.Fprintf(b, "%s |\n%s | %s%s%s\n%s | %s%s\n", margin, number, before, under, inert.Line(string(runes[end:])),
		margin, strings.Repeat(" ", width(before)), style.Caret(caret))
}
