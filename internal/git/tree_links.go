package git

import (
	"context"
	"errors"
	"path"
	"strings"
)

// At returns what a path leads to: the files below it, or the file that it is. Links on
// the way are followed. The error is [fs.ErrNotExist] where there is nothing.
func (t *Tree) At(ctx context.Context, name string) (entries []Entry, single bool, err error) {
	if entries, err = t.list(ctx, name); err != nil {
		return nil, false, err
	}
	exact := len(entries) == 1 && entries[0].Path == name
	switch {
	case exact && !entries[0].IsLink():
		return entries, true, nil
	case name == "", len(entries) > 0 && !exact:
		return entries, false, nil
	}
	target, err := t.follow(ctx, name)
	switch {
	case !exact && errors.Is(err, errLost):
		return nil, false, t.absent(name)
	case err != nil:
		return nil, false, err
	}
	if target == "." {
		target = ""
	}
	if entries, err = t.list(ctx, target); err != nil {
		return nil, false, err
	}
	single = len(entries) == 1 && entries[0].Path == target
	for i := range entries {
		entries[i].Path = path.Join(name, strings.TrimPrefix(entries[i].Path, target))
	}
	return entries, single, nil
}

// follow returns a path without the links in it.
func (t *Tree) follow(ctx context.Context, name string) (string, error) {
	if err := t.load(ctx); err != nil {
		return "", err
	}
	return follow(name, func(name string) (thing, error) {
		e, ok := t.files[name]
		switch {
		case ok && e.IsLink():
			target, err := t.blobs.read(ctx, t.in, e.object, mostTarget)
			if err == nil && (len(target) == 0 || len(target) > mostTarget) {
				err = errLost
			}
			return thing{link: string(target)}, err
		case ok && !e.IsSubmodule():
			return thing{file: true}, nil
		}
		return thing{dir: t.dirs[name] || ok}, nil
	})
}

// mostTarget is how long the target of a link can be.
const mostTarget = 4096

// Target returns the file that a link leads to; not ok: it is a directory.
func (t *Tree) Target(ctx context.Context, link Entry) (e Entry, ok bool, err error) {
	name, err := t.follow(ctx, link.Path)
	if err != nil {
		return Entry{}, false, err
	}
	e, ok = t.files[name]
	return e, ok && !e.IsSubmodule(), nil
}

// ReadFile reads the file at a path, and no more of it than most bytes and one. The error
// is [fs.ErrNotExist] if there is no such file, or it is a link that leads to none.
func (t *Tree) ReadFile(ctx context.Context, name string, most int) ([]byte, error) {
	entries, single, err := t.At(ctx, name)
	switch {
	case errors.Is(err, errLost), err == nil && (!single || entries[0].IsSubmodule()):
		return nil, t.absent(name)
	case err != nil:
		return nil, err
	}
	return t.Content(ctx, entries[0], most)
}
