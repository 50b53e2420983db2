package report

import (
	"encoding/xml"
	"fmt"
	"io"

	"saejob/internal/inert"
	"saejob/internal/severity"
	"saejob/lint"
)

// The elements and attributes that Jenkins' schema junit-10.xsd knows; it refuses
// a file or a line of a case.
type junitSuites struct {
	XMLName xml.Name `xml:"testsuites"`
	Name    string   `xml:"name,attr"`
	junitCounts
	Suites []*junitSuite `xml:"testsuite"`
}

type junitCounts struct {
	Tests    int `xml:"tests,attr"`
	Failures int `xml:"failures,attr"`
	Errors   int `xml:"errors,attr"`
}

type junitSuite struct {
	Name string `xml:"name,attr"`
	junitCounts
	Skipped int         `xml:"skipped,attr"`
	File    string      `xml:"file,attr"`
	Cases   []junitCase `xml:"testcase"`

	named map[string]int
}

type junitCase struct {
	Name      string        `xml:"name,attr"`
	Classname string        `xml:"classname,attr"`
	Failure   *junitOutcome `xml:"failure"`
	Error     *junitOutcome `xml:"error"`
	Skipped   *junitOutcome `xml:"skipped"`
	Output    string        `xml:"system-out,omitempty"`
}

type junitOutcome struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",chardata"`
}

// LintJUnit writes findings as JUnit XML: a suite for each file, a case for each
// finding, or one that passes where there is none. Findings of severity failing
// and above are failures, so that the report fails where the run does; others
// pass, and their output says what was found. A suppressed finding is skipped, an
// unread template an error.
func LintJUnit(w io.Writer, r lint.Result, failing severity.Severity) error {
	all := junitSuites{Name: "saejob lint"}
	suites := map[string]*junitSuite{}
	suite := func(place string) *junitSuite {
		if suites[place] == nil {
			suites[place] = &junitSuite{Name: inert.Line(place), File: inert.Line(place), named: map[string]int{}}
			all.Suites = append(all.Suites, suites[place])
		}
		return suites[place]
	}
	for _, place := range r.Judged {
		suite(place)
	}
	withOmitted(&r, func(f *lint.Finding) { suite(f.File).add(junitCaseOf(f, failing)) })
	for _, u := range r.Unread {
		suite(u.Place).add(junitCase{Name: "unread", Error: &junitOutcome{Message: inert.Line(u.Err.Error()), Type: "unread"}})
	}
	if len(all.Suites) == 0 {
		suite(all.Name) // a report without any case is an error to Jenkins
	}
	for _, s := range all.Suites {
		if len(s.Cases) == 0 {
			s.add(junitCase{Name: "no findings"})
		}
		all.Tests, all.Failures, all.Errors = all.Tests+s.Tests, all.Failures+s.Failures, all.Errors+s.Errors
	}
	text, err := xml.MarshalIndent(all, "", "  ")
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, xml.Header+inert.BreakCommands(string(text))+"\n")
	return err
}

// add adds a case, under a name that no other case of the suite has: readers go
// by it.
func (s *junitSuite) add(c junitCase) {
	c.Classname = s.Name
	s.named[c.Name]++
	if n := s.named[c.Name]; n > 1 {
		c.Name = fmt.Sprintf("%s (%d)", c.Name, n)
	}
	s.Cases = append(s.Cases, c)
	s.Tests++
	switch {
	case c.Failure != nil:
		s.Failures++
	case c.Error != nil:
		s.Errors++
	case c.Skipped != nil:
		s.Skipped++
	}
}

func junitCaseOf(f *lint.Finding, failing severity.Severity) junitCase {
	c := junitCase{Name: f.Rule}
	if f.Path != "" {
		c.Name += " " + inert.Line(f.Path)
	}
	text := headline(f, Style{}) + "\n" + inert.Line(f.Help) + "\n"
	switch {
	case f.Suppressed():
		c.Skipped = &junitOutcome{inert.Line(f.Suppression.Reason), "suppressed", text}
	case failing != severity.None && f.Severity >= failing:
		c.Failure = &junitOutcome{inert.Line(f.Message), f.Severity.String(), text}
	default:
		c.Output = text
	}
	return c
}
