package git

import (
	"errors"
	"path"
	"path/filepath"
	"strings"
)

// Links are followed alike in a working tree and in a revision: within the repository,
// and not out of it, wherever they would lead there.
var (
	errLeaves = errors.New("a link that leads out of the repository, which is not followed; name the file itself")
	errLoops  = errors.New("a link that leads in a circle")
	errLost   = errors.New("a link to what is not there")
)

// mostLinks is how many links are followed for one path, as Linux does.
const mostLinks = 40

// thing is what stands at a path: a link with its target, a directory, or a file;
// nothing, if it is zero.
type thing struct {
	link      string
	dir, file bool
}

// follow returns a path without the links in it. Look returns what stands at a path;
// paths are from the repository's root.
func follow(name string, look func(name string) (thing, error)) (string, error) {
	at, links := ".", 0
	rest := strings.Split(name, "/")
	for len(rest) > 0 {
		part := rest[0]
		rest = rest[1:]
		next := path.Join(at, part)
		if next == ".." || strings.HasPrefix(next, "../") || strings.EqualFold(part, ".git") {
			return "", errLeaves
		}
		what, err := look(next)
		switch {
		case err != nil:
			return "", err
		case what.link != "":
			if links++; links > mostLinks {
				return "", errLoops
			}
			if path.IsAbs(what.link) || filepath.IsAbs(filepath.FromSlash(what.link)) {
				return "", errLeaves
			}
			rest = append(strings.Split(what.link, "/"), rest...)
			continue // from where the link stands
		case !what.dir && !what.file, what.file && len(rest) > 0:
			return "", errLost
		}
		at = next
	}
	return at, nil
}
