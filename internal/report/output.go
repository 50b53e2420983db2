package report

import (
	"fmt"
	"slices"
	"strings"
)

// Output is a report that is asked for.
type Output struct {
	Format string
	// File is where it goes; empty is stdout.
	File string
}

// ParseOutputs reads what -o was given: FORMAT or FORMAT=FILE, each at least
// once; without any it is text on stdout. Two reports on stdout are an error.
func ParseOutputs(args []string, formats ...string) ([]Output, error) {
	if len(args) == 0 {
		return []Output{{Format: "text"}}, nil
	}
	var outputs []Output
	toStdout := ""
	for _, arg := range args {
		format, file, named := strings.Cut(arg, "=")
		switch {
		case !slices.Contains(formats, format):
			return nil, fmt.Errorf("-o %q: the format is one of %s", arg, strings.Join(formats, ", "))
		case named && file == "":
			return nil, fmt.Errorf("-o %q: the file's name is missing behind =", arg)
		case !named && toStdout != "":
			return nil, fmt.Errorf("-o %s and -o %s both go to stdout; write one to a file: -o %s=FILE", toStdout, format, format)
		case !named:
			toStdout = format
		}
		outputs = append(outputs, Output{format, file})
	}
	return outputs, nil
}
