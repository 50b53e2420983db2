package source

import (
	"context"

	"saejob/internal/job"
)

// File reads a file as it is in a revision, by its place: its path from the
// repository's root. The error is [fs.ErrNotExist] if there is no such file, or it is a
// link that leads to none.
func (r *Reader) File(ctx context.Context, ref, place string) ([]byte, error) {
	t, err := r.git().Tree(ctx, ref)
	if err != nil {
		return nil, err
	}
	return t.ReadFile(ctx, place, job.MaxBytes)
}
