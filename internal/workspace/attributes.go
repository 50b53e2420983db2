package workspace

import (
	"context"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"saejob/internal/source"
)

// Attributes returns the patterns of the files that hold templates, as
// .gitattributes at the repository's root has them.
func (w *Workspace) Attributes(ctx context.Context) ([]string, error) {
	reader := &source.Reader{}
	defer reader.Close()
	var patterns []string
	for _, name := range w.Sources(nil) {
		s, err := reader.Open(ctx, name)
		if err != nil {
			place, err := source.Place(strings.TrimPrefix(name, "./"))
			if err != nil {
				return nil, err
			}
			patterns = append(patterns, path.Join(place, "**", "*.yaml"))
			continue
		}
		for _, ref := range s.Refs {
			if _, err := ref.Open(); err == nil && filepath.Ext(ref.Place) != ".json" {
				patterns = append(patterns, path.Join(path.Dir(ref.Place), "*"+path.Ext(ref.Place)))
			}
		}
	}
	slices.Sort(patterns)
	patterns = slices.Compact(patterns)
	if len(patterns) == 0 {
		patterns = []string{"jobs/**/*.yaml"}
	}
	return patterns, nil
}
