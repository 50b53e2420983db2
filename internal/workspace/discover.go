package workspace

import (
	"context"
	"fmt"
	"os"
	"path"
	"slices"
	"strings"

	"saejob/internal/config"
	"saejob/internal/job"
	"saejob/internal/source"
)

// Discover returns the environments that can be found out: those whose files are in
// the current directory; if there are none, the one of the region that the variables
// name.
func Discover(ctx context.Context) ([]config.Environment, error) {
	reader := &source.Reader{}
	defer reader.Close()
	snapshot, err := reader.Open(ctx, ".")
	if err != nil {
		return nil, err
	}
	var found []config.Environment
	for _, ref := range snapshot.Refs {
		doc, err := ref.Open()
		if err != nil || doc.Template == nil {
			continue
		}
		if e, ok := environmentOfFile(ref.File, doc.Template.Identity()); ok {
			found = merge(found, e)
		}
	}
	if region := os.Getenv("ALIBABA_CLOUD_REGION_ID"); len(found) == 0 && region != "" {
		found = []config.Environment{{Name: "default", Region: region, Directory: "jobs"}}
	}
	return withNames(found), nil
}

// environmentOfFile says which environment a file would be exported to it by:
// DIR/REGION/NAMESPACE/NAME.yaml is one of all namespaces, DIR/NAME.yaml of one.
func environmentOfFile(file string, id job.Identity) (config.Environment, bool) {
	region, name, _ := strings.Cut(id.NamespaceID, ":")
	if region == "" || id.RegionID != "" && id.RegionID != region {
		return config.Environment{}, false
	}
	dir := path.Dir(path.Clean(strings.ReplaceAll(file, `\`, "/")))
	if base := path.Dir(dir); path.Base(base) == region {
		return config.Environment{Region: region, Directory: path.Dir(base)}, true
	}
	return config.Environment{Name: name, Region: region, Namespaces: []string{id.NamespaceID}, Directory: dir}, true
}

// merge adds an environment. A directory is of one environment only: of one with
// several namespaces, where its files are of several.
func merge(found []config.Environment, e config.Environment) []config.Environment {
	i := slices.IndexFunc(found, func(f config.Environment) bool { return f.Directory == e.Directory })
	switch {
	case i < 0:
		return append(found, e)
	case found[i].Region == e.Region && len(e.Namespaces) > 0 && !slices.Contains(found[i].Namespaces, e.Namespaces[0]):
		found[i].Namespaces = append(found[i].Namespaces, e.Namespaces[0])
	}
	return found
}

// withNames names each environment by its namespace or directory, and no two
// alike.
func withNames(found []config.Environment) []config.Environment {
	seen := map[string]bool{}
	for i := range found {
		e := &found[i]
		if e.Name == "" || len(e.Namespaces) > 1 {
			e.Name = path.Base(e.Directory)
		}
		if !config.IsName(e.Name) {
			e.Name = "default"
		}
		for n, name := 2, e.Name; seen[e.Name]; n++ {
			e.Name = fmt.Sprintf("%s_%d", name, n)
		}
		seen[e.Name] = true
	}
	return found
}
