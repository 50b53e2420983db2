// Package console is where a run talks to its user beside the report: the streams,
// what is said on stderr, and how the run ends.
package console

import (
	"fmt"
	"io"

	"saejob/internal/inert"
)

// Status is how a run ends, as its exit status says.
type Status int

// The exit statuses, the same for every command.
const (
	Clean       Status = 0
	Found       Status = 1   // findings, changes, or a check that would write
	CannotRun   Status = 2   // usage, configuration, what is named is not there, no credentials
	Incomplete  Status = 3   // a template could not be described or read
	Interrupted Status = 130 // by SIGINT or SIGTERM
)

// strength is the order in which one status takes the place of another.
var strength = map[Status]int{Clean: 0, Found: 1, Incomplete: 2, CannotRun: 3, Interrupted: 4}

// Console is what a run reads and writes.
type Console struct {
	In io.Reader
	// Out takes the report and nothing else, Err all else.
	Out, Err io.Writer
	// Quiet: only the report and errors. Verbose: also how each file is classified.
	Quiet, Verbose bool
	// Color is auto, always or never.
	Color string

	status Status
}

// Raise makes the exit status at least as strong as s.
func (c *Console) Raise(s Status) {
	if strength[s] > strength[c.status] {
		c.status = s
	}
}

// Status returns the strongest status that was raised.
func (c *Console) Status() Status { return c.status }

// Say tells the user something that is not the report.
func (c *Console) Say(format string, args ...any) {
	if !c.Quiet {
		fmt.Fprintf(c.Err, format+"\n", args...)
	}
}

// Detail tells of a file what only -v asks for.
func (c *Console) Detail(place, what string) {
	if c.Verbose {
		fmt.Fprintf(c.Err, "%s: %s\n", inert.Line(place), what)
	}
}

// Complain tells of an error, with what to do about it. Of names what it is about;
// empty: the run.
func (c *Console) Complain(of string, err error, hint string) {
	fmt.Fprintln(c.Err, Complaint(of, err, hint))
}

// Complaint returns what [Console.Complain] writes.
func Complaint(of string, err error, hint string) string {
	line := "saejob: "
	if of != "" {
		line += inert.Line(of) + ": "
	}
	line += inert.Lines(err.Error())
	if hint != "" {
		line += "\nhint: " + inert.Lines(hint)
	}
	return line
}
