package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"slices"
	"strings"

	"saejob/internal/config"
	"saejob/internal/inert"
	"saejob/internal/job"
	"saejob/internal/text"
)

type initCmd struct{}

func (initCmd) Run(ctx context.Context, a *app) error {
	if file, err := config.Find("."); err != nil {
		return err
	} else if file != "" {
		return fmt.Errorf("there is a configuration already: %s", text.Quote(file))
	}
	environments, err := a.findEnvironments(ctx)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(config.Name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	if _, err := f.Write(config.Starter(environments)); err != nil {
		return errors.Join(err, f.Close())
	}
	if err := f.Close(); err != nil {
		return err
	}
	a.say("wrote %s", config.Name)
	a.next(environments)
	return nil
}

// next says what to do with the environments that were found.
func (a *app) next(environments []config.Environment) {
	if len(environments) == 0 {
		a.say("next: name an environment in it, or set ALIBABA_CLOUD_REGION_ID before saejob init; then saejob export --all")
		return
	}
	for _, e := range environments {
		of := strings.Join(e.Namespaces, ", ")
		if of == "" {
			of = e.Region
		}
		a.say("%s: %s, to %s", inert.Line(e.Name), inert.Line(of), inert.Line(e.Directory))
	}
	a.say("next: saejob lint, and saejob export %s", inert.Line(environments[0].Name))
}

// findEnvironments finds out what can be found out: whose the files here are; if
// there are none, which region the variables name.
func (a *app) findEnvironments(ctx context.Context) ([]config.Environment, error) {
	reader := a.reader()
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
