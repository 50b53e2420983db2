package command

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"saejob/internal/hint"
	"saejob/internal/region"
	"saejob/internal/source"
	"saejob/internal/text"
	"saejob/internal/workspace"
)

// meant are the sources of a command line, of which one cannot be opened.
type meant struct {
	reader  *source.Reader
	w       *workspace.Workspace
	sources []string
	// files: nothing but files is of use.
	files bool
}

// explain adds to an error what may have been meant by the sources that are not there.
func (m meant) explain(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	var hints []string
	for _, name := range m.sources {
		if said := m.hint(ctx, name); said != "" {
			hints = append(hints, said)
		}
	}
	return hint.Add(err, strings.Join(hints, "; "))
}

// hint says how to write what a name may have been meant to be: an environment, a
// region, one of its namespaces, or a revision. It is empty where it is written well,
// or nobody knows.
func (m meant) hint(ctx context.Context, name string) string {
	live := "live:" + name
	if m.files {
		return m.directory(name)
	}
	switch kind := source.KindOf(name); {
	case kind == source.Revision && region.Known(region.Of(name)):
		if _, err := source.ParseLive(live); err == nil {
			return text.Quote(name) + " is a namespace: write " + live
		}
	case kind != source.Path || there(name):
	case region.Known(name):
		return text.Quote(name) + " is a region: write " + live
	default:
		if e, err := m.w.Environment(name); err == nil {
			return text.Quote(name) + " is an environment: write " + live + " for what is live, " + workspace.AsPath(filepath.ToSlash(e.Directory)) + " for its files"
		}
		if source.KindOf(name+":") == source.Revision {
			if _, err := m.reader.Open(ctx, name+":"); err == nil {
				return text.Quote(name) + " is a revision of git: write " + name + ":" + m.path()
			}
		}
		if close := m.w.Closest(name); close != "" {
			return "did you mean " + close + "?"
		}
	}
	return ""
}

// directory says where the files of an environment are, where a name is one.
func (m meant) directory(name string) string {
	if e, err := m.w.Environment(name); err == nil && !there(name) {
		return text.Quote(name) + " is an environment: its files are in " + workspace.AsPath(filepath.ToSlash(e.Directory))
	}
	return ""
}

// path returns the path that a revision is likely meant to have: that of another
// source, or where the files of this command are by default.
func (m meant) path() string {
	for _, name := range append(m.sources[:len(m.sources):len(m.sources)], m.w.Sources(nil)...) {
		if source.KindOf(name) == source.Path && there(name) && name != "." {
			return filepath.ToSlash(name)
		}
	}
	return ""
}

// there reports whether something stands at a path, or may.
func there(name string) bool {
	_, err := os.Lstat(name)
	return !errors.Is(err, fs.ErrNotExist)
}
