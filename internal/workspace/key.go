//go:build ignore

package command

import (
	"errors"
	"fmt"
	"os"
	"slices"

	"saejob/internal/secret"
	"saejob/internal/source"
)

// key gives the user's key for secrets, else one of this run's own, with the names
// of the configuration.
func (a *app) key() (secret.Key, error) {
	c, err := a.configuration()
	if err != nil {
		return secret.Key{}, err
	}
	key := secret.RandomKey()
	if text := os.Getenv(redactKeyName); text != "" {
		if key, err = secret.ParseKey(text); err != nil {
			return key, err
		}
	}
	return key.WithNames(c.Secrets.Allow, c.Secrets.Add), nil
}

const redactKeyName = secret.KeyVariable

func skippedNote(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(" (%d files are something else)", n)
}

func (a *app) reader() *source.Reader { return &source.Reader{Stdin: a.stdin} }

// stdinName is a flag of what reads -.
type stdinName struct {
	StdinName string `placeholder:"PATH" help:"What reports call standard input, where - is read."`
}

// named gives the name of standard input, if that is among the sources.
func (n stdinName) named(sources []string) (string, error) {
	if n.StdinName != "" && !slices.Contains(sources, "-") {
		return "", errors.New("--stdin-name names what - reads; there is no - here")
	}
	return n.StdinName, nil
}
