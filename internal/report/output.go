package report

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
)

// Output is a report that is asked for.
type Output struct {
	Format string
	// File is where it goes; empty is stdout.
	File string
	// Append: what the file holds stays, and the report follows it.
	Append bool
}

// parseOutput reads FORMAT, FORMAT=FILE or FORMAT+=FILE.
func parseOutput(arg string) (o Output, named bool) {
	o.Format, o.File, named = strings.Cut(arg, "=")
	if named {
		o.Format, o.Append = strings.CutSuffix(o.Format, "+")
	}
	return o, named
}

// parse reads what -o was given.
func (f Formats[R]) parse(args []string) ([]Output, error) {
	var outputs []Output
	toStdout, toFile := "", map[string]bool{}
	for _, arg := range args {
		o, named := parseOutput(arg)
		i := slices.IndexFunc(f, func(f Format[R]) bool { return f.Name == o.Format })
		switch {
		case i < 0:
			return nil, fmt.Errorf("-o %q: the format is one of %s", arg, strings.Join(f.Names(), ", "))
		case named && o.File == "":
			return nil, fmt.Errorf("-o %q: a file name is missing after =", arg)
		case o.Append && f[i].Alone:
			return nil, fmt.Errorf("-o %s+= would spoil the file: it can hold only one %s report; write -o %s=%s", o.Format, o.Format, o.Format, o.File)
		}
		stdout := !named || o.File == "-"
		switch {
		case stdout && toStdout != "":
			return nil, fmt.Errorf("-o %s and -o %s both go to stdout; write one to a file: -o %s=FILE", toStdout, o.Format, o.Format)
		case stdout:
			toStdout, o.File, o.Append = o.Format, "", false
		case toFile[filepath.Clean(o.File)]:
			return nil, fmt.Errorf("-o %q: another report is written to that file", arg)
		default:
			toFile[filepath.Clean(o.File)] = true
		}
		outputs = append(outputs, o)
	}
	return outputs, nil
}
