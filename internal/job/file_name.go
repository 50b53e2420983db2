package job

import (
	"path/filepath"
	"strings"
)

// IsYAML reports whether a file is YAML, as its name says.
func IsYAML(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return ext == ".yaml" || ext == ".yml"
}

// IsJSON reports whether a file is JSON, as its name says.
func IsJSON(name string) bool { return strings.EqualFold(filepath.Ext(name), ".json") }
