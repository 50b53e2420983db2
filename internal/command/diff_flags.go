package command

import (
	"time"

	"saejob/diff"
	"saejob/internal/console"
	"saejob/internal/report"
	"saejob/internal/workspace"
)

// diffFlags say how changes are reported. Every command that compares has them.
type diffFlags struct {
	Output []string `short:"o" sep:"none" placeholder:"FORMAT[=FILE]" help:"Write a report: ${diffFormats}; to stdout, or to FILE; FORMAT+=FILE appends. Can be repeated."`
	FailOn string   `enum:"error,warning,info,never" default:"info" help:"Exit with 1 if a change has this severity or a higher one: ${enum}."`
}

// options returns what is said of every comparison: under which key, what the
// configuration accepts, and when.
func (f *diffFlags) options(con *console.Console, w *workspace.Workspace) (o diff.Options, err error) {
	if o.Key, err = w.Key(); err != nil {
		return o, err
	}
	w.Accept(&o)
	o.Saw = con.Detail
	o.Now = time.Now()
	return o, nil
}

// report writes the reports about changes, and decides how the run ends.
func (f *diffFlags) report(con *console.Console, outputs []report.Output, r diff.Result) error {
	if err := writeReports(con, report.DiffFormats, outputs, r, report.Run{}); err != nil {
		return err
	}
	if !r.Complete {
		con.Raise(console.Incomplete)
	}
	if r.Reaches(f.FailOn) {
		con.Raise(console.Found)
	}
	con.Say("%s", r.SummaryLine())
	return nil
}
