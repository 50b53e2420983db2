package login

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"saejob/internal/inert"
	"saejob/internal/text"
)

// readUserFile reads the file that a variable names, else one below the home directory.
// Only the second may be missing. It also returns the name of the file as errors have
// it.
func readUserFile(variable string, below ...string) (text []byte, name string, err error) {
	path := os.Getenv(variable)
	name = path
	if path == "" {
		home, err := os.UserHomeDir()
		if err != nil {
			return nil, "", absent("there is no home directory, and " + variable + " is not set")
		}
		path = filepath.Join(append([]string{home}, below...)...)
		name = "~/" + strings.Join(below, "/")
	}
	text, err = os.ReadFile(path)
	switch {
	case errors.Is(err, os.ErrNotExist) && os.Getenv(variable) == "":
		return nil, "", absent(name + " does not exist")
	case err != nil:
		return nil, "", unreadable(name, err)
	}
	return text, inert.Line(name), nil
}

// unreadable returns why a file cannot be read, without what is in it.
func unreadable(name string, err error) error {
	why := "cannot be read"
	switch {
	case errors.Is(err, fs.ErrNotExist):
		why = "does not exist"
	case errors.Is(err, fs.ErrPermission):
		why = "cannot be read: permission denied"
	}
	return fmt.Errorf("%s %s", inert.Line(name), why)
}

// show returns a name in quotes, short and with everything that it holds.
func show(name string) string { return text.Quote(text.Short(name)) }
