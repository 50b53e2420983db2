package command

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"

	"saejob/internal/console"
	"saejob/internal/report"
)

// writeReports writes each report to where it was asked for. One that cannot be
// written does not keep the others back.
func writeReports[R any](con *console.Console, formats report.Formats[R], outputs []report.Output, result R, run report.Run) error {
	run.Style, run.Version = report.NewStyle(con.Color, con.Out, os.Getenv), version()
	var failed []error
	for _, o := range outputs {
		var text bytes.Buffer
		err := formats.Write(&text, o.Format, result, run)
		switch {
		case err != nil:
		case o.File == "":
			_, err = con.Out.Write(text.Bytes())
		default:
			if err = writeReport(o.File, text.Bytes()); err != nil {
				err = fmt.Errorf("-o %s=%s cannot be written: %w", o.Format, o.File, err)
			}
		}
		failed = append(failed, err)
	}
	return errors.Join(failed...)
}

// writeReport writes a report to a file, whole or not at all: nobody takes half a
// report for one. What is no file, as /dev/stderr or a pipe, is written to as it
// is. A link to a file is refused: what is checked may have brought it along.
func writeReport(name string, text []byte) error {
	mode := fs.FileMode(0o644)
	info, err := os.Lstat(name)
	linked := err == nil && info.Mode()&fs.ModeSymlink != 0
	if linked {
		info, err = os.Stat(name)
	}
	switch {
	case err == nil && info.IsDir():
		return errors.New("it is a directory")
	case err == nil && !info.Mode().IsRegular():
		return writeThrough(name, text)
	case linked:
		return errors.New("it is a link; name the file that it points to")
	case err == nil:
		mode = info.Mode().Perm()
	case !errors.Is(err, fs.ErrNotExist):
		return reason(err)
	}
	temporary := filepath.Join(filepath.Dir(name), fmt.Sprintf(".saejob-report-%016x.tmp", rand.Uint64()))
	f, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return reason(err)
	}
	if info != nil {
		err = f.Chmod(mode) // the umask does not count for a file that was there
	}
	if err == nil {
		_, err = f.Write(text)
	}
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(temporary, name)
	}
	if err != nil {
		os.Remove(temporary)
	}
	return reason(err)
}

func writeThrough(name string, text []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return reason(err)
	}
	_, err = f.Write(text)
	return reason(errors.Join(err, f.Close()))
}

// reason is what went wrong with a file, without the paths.
func reason(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}
