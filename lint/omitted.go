package lint

import (
	"strings"

	"saejob/internal/severity"
	"saejob/internal/text"
)

// Omitted counts the findings of a file that are not kept.
type Omitted struct {
	File string
	// Errors, Warnings and Infos are not suppressed.
	Errors, Warnings, Infos, Suppressed int
}

// Open counts those that are not suppressed.
func (o *Omitted) Open() int { return o.Errors + o.Warnings + o.Infos }

// Count counts those of a severity that are not suppressed.
func (o *Omitted) Count(s severity.Severity) int { return *o.counter(s) }

// Gravest returns the highest severity of those that are not suppressed.
func (o *Omitted) Gravest() severity.Severity {
	for s := severity.Error; s > severity.None; s-- {
		if o.Count(s) > 0 {
			return s
		}
	}
	return severity.None
}

func (o *Omitted) counter(s severity.Severity) *int {
	switch s {
	case severity.Error:
		return &o.Errors
	case severity.Warning:
		return &o.Warnings
	case severity.Info:
		return &o.Infos
	}
	return new(int)
}

func (o *Omitted) add(f *Finding) {
	if f.Suppressed() {
		o.Suppressed++
	} else {
		*o.counter(f.Severity)++
	}
}

// Words counts those that are not suppressed, by severity: 2 errors, 1 warning.
func (o *Omitted) Words() string { return counted(o.Count) }

// Fingerprint tells that a file has more findings from that of another file.
func (o *Omitted) Fingerprint() string { return digest("more-findings", o.File) }

// counted puts counts by severity into words; empty where there are none.
func counted(count func(severity.Severity) int) string {
	var counts []string
	for s := severity.Error; s > severity.None; s-- {
		if n := count(s); n > 0 {
			counts = append(counts, text.Count(n, s.String()))
		}
	}
	return strings.Join(counts, ", ")
}
