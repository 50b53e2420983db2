package workspace

import (
	"context"
	"fmt"
	"path"
	"regexp"
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
		dir, err := source.Place(strings.TrimPrefix(name, "./"))
		if err != nil {
			return nil, err
		}
		if dir != "." { // of namespaces yet to come, too
			patterns = append(patterns, attribute(dir, "**/*.yaml"))
		}
		s, err := reader.Open(ctx, name)
		if err != nil {
			continue
		}
		for _, ref := range s.Refs {
			ext := path.Ext(ref.Place)
			if _, err := ref.Open(); err != nil || ext == ".json" || dir != "." && ext == ".yaml" {
				continue
			}
			patterns = append(patterns, attribute(path.Dir(ref.Place), "*"+ext))
		}
	}
	slices.Sort(patterns)
	patterns = slices.Compact(patterns)
	if len(patterns) == 0 {
		patterns = []string{"jobs/**/*.yaml"}
	}
	return patterns, nil
}

// special is what has a meaning in a pattern of git.
var special = regexp.MustCompile(`[\\*?\[]|^[!#]`)

// attribute returns the pattern of files in a directory as .gitattributes has it. A
// pattern without a slash before its end would hold in all directories. Blanks
// end a pattern that is not in quotes.
func attribute(dir, files string) string {
	if dir == "." {
		return "/" + files
	}
	pattern := special.ReplaceAllString(dir, `\$0`) + "/" + files
	if !strings.ContainsFunc(pattern, func(r rune) bool { return r <= ' ' || r == '"' || r == 0x7f }) {
		return pattern
	}
	var b strings.Builder
	for _, c := range []byte(pattern) {
		switch {
		case c == '"' || c == '\\':
			b.WriteString(`\` + string(c))
		case c < ' ' || c == 0x7f:
			fmt.Fprintf(&b, `\%03o`, c)
		default:
			b.WriteByte(c)
		}
	}
	return `"` + b.String() + `"`
}
