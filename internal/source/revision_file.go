package source

import (
	"context"
	"fmt"
	"io/fs"

	"saejob/internal/text"
)

// File reads a file as it is in a revision, by its place: its path from the
// repository's root. The error is [fs.ErrNotExist] if there is no such file, or it is a
// link.
func (r *Reader) File(ctx context.Context, ref, place string) ([]byte, error) {
	g := git{r.Dir}
	object, err := g.resolve(ctx, ref)
	if err != nil {
		return nil, err
	}
	entries, err := g.list(ctx, object, place)
	if err != nil {
		return nil, err
	}
	if len(entries) != 1 || entries[0].path != place || entries[0].irregular() != "" {
		return nil, fmt.Errorf("%s in %s: %w", text.Quote(place), text.Quote(ref), fs.ErrNotExist)
	}
	return r.blobs.read(ctx, g, entries[0].object)
}

// noPath is the error for a path that a revision does not have: [fs.ErrNotExist].
type noPath string

// Error is part of error.
func (p noPath) Error() string { return "there is no " + text.Quote(string(p)) + " in this revision" }

// Is is what [errors.Is] goes by.
func (p noPath) Is(target error) bool { return target == fs.ErrNotExist }
