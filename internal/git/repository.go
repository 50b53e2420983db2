// Package git asks git about the repository of a directory: what a revision or the index
// has, and what is ignored. What comes with a repository is not trusted: nothing in it
// can have a command run or the network used.
//
// [Repository.Tree] opens a revision or the index, [Ignored] tells what is ignored below a
// directory, [WorkTree] where links of the working tree lead.
package git

import (
	"context"
	"strings"
	"sync"
)

// Repository is the one that a directory is in. What it has opened ends with
// [Repository.Close].
type Repository struct {
	// Dir is the directory; empty: the current one.
	Dir   string
	blobs blobs
	mu    sync.Mutex
	trees map[string]*Tree
}

// Close ends what was started. No content can be read any more.
func (r *Repository) Close() { r.blobs.stop() }

// Prefix returns the path of the directory from the repository's root, with a "/" at its
// end; empty: it is the root. The error is [ErrNoRepository] where there is none.
func (r *Repository) Prefix(ctx context.Context) (string, error) {
	prefix, err := in{r.Dir}.ask(ctx, "rev-parse", "--show-prefix")
	return strings.TrimSuffix(prefix, "\n"), err
}

// Tree returns what a revision has; the empty one is the index. One that was asked for is
// kept.
func (r *Repository) Tree(ctx context.Context, ref string) (*Tree, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if t := r.trees[ref]; t != nil {
		return t, nil
	}
	t := &Tree{Ref: ref, in: in{r.Dir}, blobs: &r.blobs}
	if ref == index {
		top, err := t.in.ask(ctx, "rev-parse", "--show-toplevel")
		if err != nil {
			return nil, err
		}
		t.in.dir = strings.TrimSuffix(top, "\n") // git lists what is below its directory
	} else {
		var err error
		if t.object, err = t.in.resolve(ctx, ref); err != nil {
			return nil, err
		}
	}
	if r.trees == nil {
		r.trees = map[string]*Tree{}
	}
	r.trees[ref] = t
	return t, nil
}
