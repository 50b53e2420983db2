package console

import (
	"context"
	"io"
)

// Interruptible returns a stream whose reader is let go when the context ends,
// however long nothing comes.
func Interruptible(ctx context.Context, r io.Reader) io.Reader { return interruptible{ctx, r} }

type interruptible struct {
	ctx context.Context
	io.Reader
}

// Read is part of [io.Reader].
func (r interruptible) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	type result struct {
		n   int
		err error
	}
	// After the end the caller may use p again, so we read into a buffer of our own.
	own := make([]byte, len(p))
	read := make(chan result, 1)
	go func() {
		n, err := r.Reader.Read(own)
		read <- result{n, err}
	}()
	select {
	case got := <-read:
		return copy(p, own[:got.n]), got.err
	case <-r.ctx.Done():
		return 0, r.ctx.Err()
	}
}
