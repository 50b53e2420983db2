package lint

import (
	"cmp"
	"slices"
	"strings"

	"saejob/internal/suppression"
)

// MaxFindings is how many findings of a file are kept. All are counted.
const MaxFindings = 1000

// file collects the findings of a file: what is kept of them, and how many the others
// are.
type file struct {
	// own are the suppressions in the file, everywhere those of the configuration.
	own, everywhere *suppression.Set
	kept            []Finding
	// last is the last of those that may be kept, once there are enough.
	last    *Finding
	omitted Omitted
	found   int
}

// accept returns what accepts something; nil where nothing does.
func (f *file) accept(t suppression.Target) *suppression.Suppression {
	everywhere := f.everywhere.Accept(t)
	if f.own != nil {
		if own := f.own.Accept(t); own != nil {
			return own
		}
	}
	return everywhere
}

// takes counts a finding and reports whether it may be kept.
func (f *file) takes(finding *Finding) bool {
	finding.order = f.found
	f.found++
	if f.last != nil && gravestFirst(*finding, *f.last) > 0 {
		f.omitted.add(finding)
		return false
	}
	return true
}

// keep keeps a finding, until there are as many that come before it.
func (f *file) keep(finding Finding) {
	f.kept = append(f.kept, finding)
	if len(f.kept) >= 2*MaxFindings {
		f.cut()
	}
}

// cut leaves those that are kept.
func (f *file) cut() {
	if len(f.kept) <= MaxFindings {
		return
	}
	slices.SortFunc(f.kept, gravestFirst)
	for i := range f.kept[MaxFindings:] {
		f.omitted.add(&f.kept[MaxFindings+i])
	}
	f.kept = slices.Clone(f.kept[:MaxFindings])
	last := f.kept[MaxFindings-1]
	f.last = &last
}

// gravestFirst is the order in which findings of a file are kept: those that are not
// suppressed, then by severity, then as they stand in the file.
func gravestFirst(a, b Finding) int {
	if a.Suppressed() != b.Suppressed() {
		if a.Suppressed() {
			return 1
		}
		return -1
	}
	return cmp.Or(cmp.Compare(b.Severity, a.Severity), inFile(a, b))
}

// inFile is the order in which findings of a file are reported.
func inFile(a, b Finding) int {
	return cmp.Or(cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.At.Column, b.At.Column),
		strings.Compare(a.Rule, b.Rule), cmp.Compare(a.order, b.order))
}
