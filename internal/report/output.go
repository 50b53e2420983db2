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
}

func parseOutputs(args, formats []string) ([]Output, error) {
	var outputs []Output
	toStdout, toFile := "", map[string]bool{}
	for _, arg := range args {
		format, file, named := strings.Cut(arg, "=")
		switch {
		case !slices.Contains(formats, format):
			return nil, fmt.Errorf("-o %q: the format is one of %s", arg, strings.Join(formats, ", "))
		case named && file == "":
			return nil, fmt.Errorf("-o %q: a file name is missing after =", arg)
		case !named && toStdout != "":
			return nil, fmt.Errorf("-o %s and -o %s both go to stdout; write one to a file: -o %s=FILE", toStdout, format, format)
		case !named:
			toStdout = format
		case toFile[filepath.Clean(file)]:
			return nil, fmt.Errorf("-o %q: another report is written to that file", arg)
		default:
			toFile[filepath.Clean(file)] = true
		}
		outputs = append(outputs, Output{format, file})
	}
	return outputs, nil
}
