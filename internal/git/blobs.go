package git

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strconv"
	"strings"
	"sync"
)

// blobs reads the contents of files in revisions, all with one git, which is
// started for the first and ends with [blobs.stop] or the context.
type blobs struct {
	mu  sync.Mutex
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
	// stderr is what git said went wrong.
	stderr *bytes.Buffer
	closed bool
}

// read returns a blob's content, and no more of it than most bytes and one.
func (b *blobs) read(ctx context.Context, g in, object string, most int) ([]byte, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case b.closed:
		return nil, errors.New("the reader is closed")
	}
	if b.cmd == nil {
		if err := b.start(ctx, g); err != nil {
			return nil, err
		}
	}
	text, err := b.exchange(object, most)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		// Git exits at an object that a partial clone lacks. The next object is read
		// by a new git.
		err = fmt.Errorf("%w; %s", gitError(b.end(), err), incompleteClone)
	case len(text) > most:
		b.end() // rather than read the rest
	}
	return text, err
}

func (b *blobs) start(ctx context.Context, g in) error {
	cmd := g.command(ctx, "cat-file", "--batch")
	b.stderr = &bytes.Buffer{}
	cmd.Stderr = b.stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	b.cmd, b.in, b.out = cmd, in, bufio.NewReader(out)
	return nil
}

// exchange asks for an object and reads the answer: "NAME TYPE SIZE", the
// content and a line break; or "NAME missing".
func (b *blobs) exchange(object string, most int) ([]byte, error) {
	if _, err := io.WriteString(b.in, object+"\n"); err != nil {
		return nil, err
	}
	header, err := b.out.ReadString('\n')
	if err != nil {
		return nil, err
	}
	f := strings.Fields(header)
	if len(f) != 3 || f[0] != object {
		return nil, errors.New("the object is missing")
	}
	size, err := strconv.ParseInt(f[2], 10, 64)
	if err != nil {
		return nil, err
	}
	text := make([]byte, min(size, int64(most)+1))
	if _, err := io.ReadFull(b.out, text); err != nil {
		return nil, err
	}
	if len(text) > most {
		return text, nil
	}
	_, err = b.out.Discard(1)
	return text, err
}

// end kills git and returns what it wrote to stderr.
func (b *blobs) end() []byte {
	b.in.Close()
	b.cmd.Process.Kill()
	b.cmd.Wait()
	b.cmd = nil
	return b.stderr.Bytes()
}

// stop ends git, if it was started, and lets no other be started.
func (b *blobs) stop() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.closed = true
	if b.cmd != nil {
		b.end()
	}
}
