package git

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// elsewhere are the variables that tell git of another repository than the one the
// directory is in, as hooks and aliases have them: those of git rev-parse
// --local-env-vars without what is configuration, which git hands on to submodules too.
var elsewhere = []string{
	"GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_CONFIG", "GIT_OBJECT_DIRECTORY", "GIT_DIR", "GIT_WORK_TREE", "GIT_IMPLICIT_WORK_TREE",
	"GIT_GRAFT_FILE", indexFile, "GIT_NO_REPLACE_OBJECTS", "GIT_REPLACE_REF_BASE", "GIT_PREFIX", "GIT_SHALLOW_FILE",
	"GIT_COMMON_DIR", "GIT_INTERNAL_SUPER_PREFIX", "GIT_REF_FORMAT", "GIT_REFERENCE_BACKEND",
}

const indexFile = "GIT_INDEX_FILE"

// environment returns the variables that git runs with: where a repository is found by
// walking up, without those that name another. The index of a hook stays: that of
// git commit PATH is another one than the repository's own.
func (g in) environment() []string {
	root, err := Root(g.dir)
	if err != nil || root == "" {
		return os.Environ()
	}
	all := slices.DeleteFunc(os.Environ(), func(variable string) bool {
		name, _, _ := strings.Cut(variable, "=")
		return slices.Contains(elsewhere, name)
	})
	if index := indexOf(root); index != "" {
		all = append(all, indexFile+"="+index)
	}
	return all
}

// indexOf returns the index that the variables name, if it is one of the repository at
// the root: it stands in its git directory, or in none.
func indexOf(root string) string {
	index := os.Getenv(indexFile)
	if index == "" {
		return ""
	}
	if !filepath.IsAbs(index) {
		index = filepath.Join(root, index) // as git takes it
	}
	own := gitDirectory(root)
	if other := os.Getenv("GIT_DIR"); other != "" && !same(other, own) {
		return ""
	}
	if around := gitDirectoryAround(index); around != "" && !same(around, own) {
		return ""
	}
	return index
}

// gitDirectory returns the git directory of a repository: .git, or what that file names.
func gitDirectory(root string) string {
	dir := filepath.Join(root, ".git")
	content, err := os.ReadFile(dir)
	if err != nil {
		return dir
	}
	named := filepath.FromSlash(strings.TrimSpace(strings.TrimPrefix(string(content), "gitdir:")))
	if filepath.IsAbs(named) {
		return named
	}
	return filepath.Join(root, named)
}

// gitDirectoryAround returns the innermost git directory that a file is in; empty: none.
func gitDirectoryAround(file string) string {
	has := func(dir, name string) bool {
		_, err := os.Stat(filepath.Join(dir, name))
		return err == nil
	}
	for dir := filepath.Dir(file); ; dir = filepath.Dir(dir) {
		if has(dir, "HEAD") && (has(dir, "objects") || has(dir, "commondir")) {
			return dir
		}
		if dir == filepath.Dir(dir) {
			return ""
		}
	}
}

func same(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}
