package command

import (
	"bytes"
	"errors"
	"fmt"
	"os"

	"saejob/internal/atomic"
	"saejob/internal/console"
	"saejob/internal/report"
)

// writeReports writes each report to where it was asked for. One that cannot be
// written does not keep the others back.
func writeReports[R any](con *console.Console, formats report.Formats[R], outputs []report.Output, result R, run report.Run) error {
	run.Style, run.Version = report.NewStyle(con.Color, console.IsTerminal(con.Out), os.Getenv), version()
	var failed []error
	for _, o := range outputs {
		var text bytes.Buffer
		err := formats.Write(&text, o.Format, result, run)
		switch {
		case err != nil:
		case o.File == "":
			_, err = con.Out.Write(text.Bytes())
		default:
			write, sign := atomic.Output, "="
			if o.Append {
				write, sign = atomic.Append, "+="
			}
			if err = write(o.File, text.Bytes()); err != nil {
				err = fmt.Errorf("-o %s%s%s cannot be written: %w", o.Format, sign, o.File, err)
			}
		}
		failed = append(failed, err)
	}
	return errors.Join(failed...)
}
