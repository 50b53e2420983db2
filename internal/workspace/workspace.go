// Package workspace is what a run goes by: the configuration and where it stands,
// its environments, what it accepts, and the key for secrets. [Open] reads that of
// the working tree; [Workspace.At] returns that of a revision.
package workspace

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"saejob/internal/config"
	"saejob/internal/git"
	"saejob/internal/hint"
	"saejob/internal/job"
	"saejob/internal/source"
	"saejob/internal/text"
)

// Workspace is a configuration with the places of what it names. Where there is no
// configuration, it is empty.
type Workspace struct {
	config *config.Config
	// names knows what rules and changes are called.
	names config.Vocabulary
	// asked is the configuration that was named; empty: the nearest.
	asked string
	// file is the place of the configuration, directories are those of the
	// environments' directories.
	file        string
	directories []string
	// revision is nil for the working tree.
	revision *revision
}

// Open reads the configuration: the file, if one is named, else the nearest from the
// current directory up to the repository's root. Mistakes in it are a [*Mistakes].
func Open(file string, names config.Vocabulary) (*Workspace, error) {
	w := &Workspace{config: &config.Config{}, names: names, asked: file}
	if file == "" {
		var err error
		if file, err = config.Find("."); err != nil {
			return nil, err
		}
	}
	if file == "" {
		return w, nil
	}
	c, problems, err := config.Read(file, names)
	if err != nil {
		return nil, fmt.Errorf("configuration: %w", err)
	}
	if len(problems) > 0 {
		return nil, &Mistakes{file, problems}
	}
	w.config = c
	return w, w.place()
}

// Mistakes are what is wrong with a configuration.
type Mistakes struct {
	File     string
	Problems []job.Problem
}

// Error counts them; it does not say what they are.
func (m *Mistakes) Error() string {
	if len(m.Problems) == 1 {
		return text.Quote(m.File) + " has a mistake; nothing was done"
	}
	return fmt.Sprintf("%s has %d mistakes; nothing was done", text.Quote(m.File), len(m.Problems))
}

// place finds out where the configuration and its directories stand.
func (w *Workspace) place() (err error) {
	if w.file, err = source.Place(w.config.File); err != nil {
		return err
	}
	for _, e := range w.config.Environments {
		place, err := source.Place(e.Directory)
		if err != nil {
			return err
		}
		w.directories = append(w.directories, place)
	}
	return nil
}

// Sources returns the sources that were named; without any, the directories of the
// environments; without these, the current one.
func (w *Workspace) Sources(named []string) []string {
	if len(named) > 0 {
		return named
	}
	if w.revision != nil {
		return w.revision.sources
	}
	for _, e := range w.config.Environments {
		named = append(named, AsPath(e.Directory))
	}
	if len(named) == 0 {
		named = []string{"."}
	}
	return named
}

// AsPath spells a directory so that it is taken for nothing else.
func AsPath(dir string) string {
	if source.KindOf(dir) != source.Path {
		return "./" + dir
	}
	return dir
}

// Environments finds the environments of those names, each once; all of them where
// there is no name.
func (w *Workspace) Environments(names []string) ([]config.Environment, error) {
	switch {
	case w.config.File == "":
		return nil, hint.Add(fmt.Errorf("there is no %s here or above, up to the repository's root; environments are named in it", config.Name),
			"saejob init writes one")
	case len(w.config.Environments) == 0:
		return nil, fmt.Errorf("%s has no environments", text.Quote(w.config.File))
	case len(names) == 0:
		// One that is here and not in the revision may have no name there.
		return slices.DeleteFunc(slices.Clone(w.config.Environments), func(e config.Environment) bool { return e.Name == "" }), nil
	}
	var found []config.Environment
	seen := map[string]bool{}
	for _, name := range names {
		e, err := w.Environment(name)
		if err != nil {
			return nil, err
		}
		if !seen[name] {
			found = append(found, e)
		}
		seen[name] = true
	}
	return found, nil
}

// Names returns the names of the environments.
func (w *Workspace) Names() []string {
	return slices.DeleteFunc(w.config.Names(), func(name string) bool { return name == "" })
}

// Environment finds the environment of that name.
func (w *Workspace) Environment(name string) (config.Environment, error) {
	if _, err := w.Environments(nil); err != nil {
		return config.Environment{}, err
	}
	e, ok := w.config.Environment(name)
	if !ok {
		meant := ""
		if close := text.Closest(name, w.Names()); close != "" {
			meant = "; did you mean " + close + "?"
		}
		return e, fmt.Errorf("there is no environment %s in %s; it has %s%s", text.Quote(name), text.Quote(w.config.File), strings.Join(w.Names(), ", "), meant)
	}
	return e, nil
}

// Closest returns the directory or the name of an environment that a path was likely
// meant to be, as a source is written; empty: none is close.
func (w *Workspace) Closest(name string) string {
	var all []string
	for _, e := range w.config.Environments {
		all = append(all, AsPath(filepath.ToSlash(e.Directory)))
	}
	if close := text.Closest(name, all); close != "" {
		return close
	}
	if close := text.Closest(name, w.Names()); close != "" {
		return "live:" + close
	}
	return ""
}

// EnvironmentOf finds the environment that a source is: live, or its directory as it
// is now or in a revision.
func (w *Workspace) EnvironmentOf(name string) (config.Environment, bool) {
	switch source.KindOf(name) {
	case source.Standard:
		return config.Environment{}, false
	case source.Live:
		return w.config.Environment(strings.TrimPrefix(name, "live:"))
	case source.Revision:
		_, name = git.SplitRevision(name)
	}
	dir, err := filepath.Abs(name)
	if err != nil {
		return config.Environment{}, false
	}
	for _, e := range w.config.Environments {
		if full, err := filepath.Abs(e.Directory); err == nil && full == dir {
			return e, true
		}
	}
	return config.Environment{}, false
}
