package config

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"saejob/internal/check"
	"saejob/internal/job"
	"saejob/internal/secret"
	"saejob/internal/text"
)

// Read reads the configuration in a file. The problems are all that is wrong with
// it, in the order of the file; with any, there is no configuration.
func Read(file string, v Vocabulary) (*Config, []job.Problem, error) {
	text, err := readFile(file)
	if err != nil {
		return nil, nil, err
	}
	return Parse(file, text, v)
}

// Parse reads the text of a configuration that stands in a file, as [Read] does.
// There is an error where [Plan] is not that of the schema.
func Parse(file string, text []byte, v Vocabulary) (*Config, []job.Problem, error) {
	if err := fresh(); err != nil {
		return nil, nil, err
	}
	c, problems := parse(file, text, v)
	for i := range problems {
		problems[i].Message = secret.Mask(problems[i].Message) // somebody may have typed one there
	}
	return c, problems, nil
}

func parse(file string, text []byte, v Vocabulary) (*Config, []job.Problem) {
	c := &Config{File: file}
	if isBlank(text) {
		return c, nil
	}
	tree, problems := job.Parse(text)
	if tree == nil {
		return nil, problems
	}
	for _, m := range check.Check(&Plan, tree.Root) {
		problems = append(problems, job.Problem{Range: m.At, Message: m.Message})
	}
	environments := decode(tree.Root)
	problems = append(problems, inspect(environments, filepath.Dir(file))...)
	for _, e := range environments {
		e.Directory = filepath.Join(filepath.Dir(file), filepath.FromSlash(e.Directory))
		c.Environments = append(c.Environments, e.Environment)
	}
	d := &decoder{Vocabulary: v, config: c, problems: problems}
	d.policy(tree.Root)
	if len(d.problems) > 0 {
		slices.SortStableFunc(d.problems, func(a, b job.Problem) int {
			return cmp.Or(cmp.Compare(a.Range.Line, b.Range.Line), cmp.Compare(a.Range.Column, b.Range.Column))
		})
		return nil, d.problems
	}
	return c, nil
}

// readFile reads a file that is one: a link could lead to any file of the user's,
// whose names would then stand in messages.
func readFile(file string) ([]byte, error) {
	info, err := os.Lstat(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", text.Quote(file), text.Cause(err))
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a regular file, and the configuration must be one", text.Quote(file))
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, job.MaxBytes+1))
}

// isBlank reports whether a text says nothing: it is empty or has comments only.
func isBlank(text []byte) bool {
	for line := range bytes.Lines(bytes.TrimPrefix(text, []byte("\ufeff"))) {
		if line = bytes.TrimSpace(line); len(line) > 0 && line[0] != '#' {
			return false
		}
	}
	return true
}
