package workspace

import (
	"context"
	"path"
	"path/filepath"
	"slices"

	"saejob/internal/config"
	"saejob/internal/job"
	"saejob/internal/region"
	"saejob/internal/source"
)

// spot is where templates of a namespace stand: the files in a directory, with "/".
type spot struct {
	directory, region, namespace string
	files                        int
}

// spots returns where the templates below the current directory stand, in the order
// of their paths, and counts those that do not say their namespace.
func spots(ctx context.Context) (found []spot, nameless int, err error) {
	reader := &source.Reader{}
	defer reader.Close()
	snapshot, err := reader.Open(ctx, ".")
	if err != nil {
		return nil, 0, err
	}
	for _, ref := range snapshot.Refs {
		doc, err := ref.Open()
		if err != nil || doc.Template == nil {
			continue
		}
		s, ok := spotOf(ref.File, doc.Template.Identity())
		if !ok {
			nameless++
			continue
		}
		i := slices.IndexFunc(found, func(f spot) bool {
			return f.directory == s.directory && f.region == s.region && f.namespace == s.namespace
		})
		if i < 0 {
			i, found = len(found), append(found, s)
		}
		found[i].files++
	}
	return found, nameless, ctx.Err()
}

func spotOf(file string, id job.Identity) (spot, bool) {
	of := region.Of(id.NamespaceID)
	if !region.Valid(of) || id.RegionID != "" && id.RegionID != of {
		return spot{}, false
	}
	return spot{directory: path.Dir(path.Clean(filepath.ToSlash(file))), region: of, namespace: id.NamespaceID}, true
}

// root returns the directory that files are exported to as DIR/REGION/NAMESPACE, if
// these are.
func (s spot) root() (dir string, ok bool) {
	above := path.Dir(s.directory)
	return path.Dir(above), path.Base(above) == s.region
}

// candidate is an environment whose files were found. Its directory may not be one
// that it can have.
type candidate struct {
	config.Environment
	files int
}

// candidates returns the environments that files were exported to. Those in one
// directory are of the namespaces that they say; DIR/REGION/NAMESPACE are one of a whole
// region, if that is asked for. Where two regions have DIR in common, each namespace is
// an environment with a directory of its own.
func candidates(found []spot, whole bool) []candidate {
	regions := map[string]string{} // by root
	for _, s := range found {
		if dir, ok := s.root(); ok && regions[dir] == "" {
			regions[dir] = s.region
		} else if ok && regions[dir] != s.region {
			regions[dir] = "several"
		}
	}
	var all []candidate
	for _, s := range found {
		e := config.Environment{Region: s.region, Namespaces: []string{s.namespace}, Directory: s.directory}
		if dir, ok := s.root(); whole && ok && regions[dir] == s.region {
			e.Namespaces, e.Directory = nil, dir
		}
		i := slices.IndexFunc(all, func(c candidate) bool { return c.Directory == e.Directory && c.Region == e.Region })
		switch {
		case i < 0:
			i, all = len(all), append(all, candidate{Environment: e})
		case e.Namespaces == nil || all[i].Namespaces == nil:
			all[i].Namespaces = nil
		default:
			all[i].Namespaces = append(all[i].Namespaces, s.namespace)
		}
		all[i].files += s.files
	}
	return all
}
