package source

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"saejob/internal/hint"
	"saejob/internal/text"
)

// missing explains why a path that was named cannot be read, and what to do.
func (r *Reader) missing(ctx context.Context, spelling string, err error) error {
	what := fmt.Errorf("%s: %w", text.Quote(spelling), text.Cause(err))
	if !errors.Is(err, fs.ErrNotExist) {
		return what
	}
	return hint.Add(what, r.instead(ctx, spelling))
}

// instead says what to name instead of a path that is not there.
func (r *Reader) instead(ctx context.Context, spelling string) string {
	if filepath.IsAbs(spelling) {
		return near(spelling, spelling)
	}
	full := filepath.Join(r.Dir, spelling)
	if base, err := newBase(full); err == nil && base.root != "" {
		if fromRoot := filepath.Join(base.root, spelling); exists(fromRoot) {
			here, err := filepath.Abs(r.Dir)
			rel, relErr := filepath.Rel(here, fromRoot)
			if err == nil && relErr == nil {
				return "paths start from the current directory; did you mean " + word(rel) + "?"
			}
		}
		if t, err := r.git().Tree(ctx, "HEAD"); err == nil {
			if _, _, err := t.At(ctx, base.place(full)); err == nil {
				return "it was deleted since HEAD; " + word("HEAD:"+spelling) + " is what it was there"
			}
		}
	}
	return near(full, spelling)
}

// near says what is beside a path that is not there, and may have been meant.
func near(full, spelling string) string {
	const start = "paths start from the current directory"
	entries, err := os.ReadDir(filepath.Dir(full))
	if err != nil {
		return "there is no directory " + word(filepath.Dir(spelling)) + "; " + start
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if meant := text.Closest(filepath.Base(full), names); meant != "" {
		return "did you mean " + word(filepath.Join(filepath.Dir(spelling), meant)) + "?"
	}
	return start + "; live templates are named live:ENV, files of a revision REF:PATH"
}

func word(path string) string { return text.Word(filepath.ToSlash(path)) }

func exists(file string) bool {
	_, err := os.Lstat(file)
	return err == nil
}
