package catalog

import (
	"regexp"
	"strings"

	"golang.org/x/tools/txtar"
)

// finding is one beside a case: bad.yaml:5:9: error: Memory is … [schema/Memory].
var finding = regexp.MustCompile(`^[^:]+:\d+:\d+: \w+: (.*) \[schema/([^\]]+)\]$`)

// saysOf returns what is said of wrong values in the cases of topics: the first
// finding about each field, member and row, by what [schemaPage] calls them.
func saysOf(topics [][]txtar.File) map[string]string {
	says := map[string]string{}
	for _, files := range topics {
		for _, f := range files {
			if strings.HasSuffix(f.Name, ".out") {
				collect(says, string(f.Data))
			}
		}
	}
	return says
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
