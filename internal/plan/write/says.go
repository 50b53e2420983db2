package write

import (
	"io/fs"
	"regexp"
	"strings"

	"golang.org/x/tools/txtar"
)

// A finding beside a case: bad.yaml:5:9: error: Memory is … [schema/Memory].
var finding = regexp.MustCompile(`^[^:]+:\d+:\d+: \w+: (.*) \[schema/([^\]]+)\]$`)

// Says reads what is said of wrong values from the *.txtar cases of fsys: the
// first finding about each field, member and row, by what [Page] calls them.
func Says(fsys fs.FS) (map[string]string, error) {
	names, err := fs.Glob(fsys, "*.txtar")
	if err != nil {
		return nil, err
	}
	says := map[string]string{}
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		for _, f := range txtar.Parse(text).Files {
			if strings.HasSuffix(f.Name, ".out") {
				collect(says, string(f.Data))
			}
		}
	}
	return says, nil
}

var index = regexp.MustCompile(`\[[^\]]*\]`)

// collect notes the first message about each path or row.
func collect(says map[string]string, out string) {
	for _, line := range strings.Split(out, "\n") {
		m := finding.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		message, name := m[1], m[2]
		if strings.HasPrefix(message, name) && !strings.Contains(name, "-") {
			path, _, _ := strings.Cut(message, " ")
			name = index.ReplaceAllString(path, "[]")
		}
		if says[name] == "" {
			says[name] = message
		}
	}
}
