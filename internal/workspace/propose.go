package workspace

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"saejob/internal/config"
	"saejob/internal/hint"
	"saejob/internal/region"
)

// Proposal is an environment for a new configuration.
type Proposal struct {
	config.Environment
	// Files is how many files stand in Elsewhere, which cannot be the environment's
	// directory: another environment has it.
	Files     int
	Elsewhere string
}

// Propose returns the environments that a new configuration can have: those of the
// region and the namespaces that were named, or all whose files are below the current
// directory, or else the one of the region that the variable names.
func Propose(ctx context.Context, named string, namespaces []string) ([]Proposal, error) {
	variable := os.Getenv("ALIBABA_CLOUD_REGION_ID")
	asked, err := askedFor(named, variable, namespaces)
	if err != nil {
		return nil, err
	}
	found, nameless, err := spots(ctx)
	if err != nil {
		return nil, err
	}
	if len(asked) == 0 && len(found) == 0 {
		if asked, err = askedFor(variable, "", nil); err != nil {
			return nil, err
		}
		if len(asked) == 0 {
			what := "there are no templates here"
			if nameless > 0 {
				what = "no template here says its namespace"
			}
			return nil, hint.Add(errors.New(what+", and no region is named"),
				"type saejob init --region cn-beijing, with --namespace NAME for one namespace of it")
		}
	}
	return arrange(with(asked, slices.Clone(found)), found), nil
}

// space is a namespace; without an id, all of a region.
type space struct{ region, id string }

// has reports whether a namespace is this one or in it.
func (s space) has(region, id string) bool { return s.region == region && (s.id == "" || s.id == id) }

// askedFor returns what was named, each once. The region of the variable is that of
// namespaces which do not say theirs.
func askedFor(named, variable string, namespaces []string) ([]space, error) {
	if named != "" {
		if err := region.Check(named); err != nil {
			return nil, err
		}
		if len(namespaces) == 0 {
			return []space{{region: named}}, nil
		}
	}
	var all []space
	for _, n := range namespaces {
		of := named
		if of == "" && !strings.Contains(n, ":") {
			of = variable
		}
		if of == "" && !strings.Contains(n, ":") {
			return nil, fmt.Errorf("--namespace %s does not say its region; add --region, or write REGION:%s", n, n)
		}
		id, err := region.NamespaceID(of, n)
		if err == nil {
			id = strings.TrimSuffix(id, ":")
			err = region.Check(region.Of(id))
		}
		if err != nil {
			return nil, err
		}
		if s := (space{region.Of(id), id}); !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	return all, nil
}

// with returns the environments of what was asked for, those whose files were found
// first; all that were found where nothing was asked for.
func with(asked []space, found []spot) []candidate {
	if len(asked) == 0 {
		return candidates(found, true)
	}
	found = slices.DeleteFunc(found, func(s spot) bool {
		return !slices.ContainsFunc(asked, func(a space) bool { return a.has(s.region, s.namespace) })
	})
	all := candidates(found, asked[0].id == "")
	for _, a := range asked {
		if slices.ContainsFunc(found, func(s spot) bool { return a.has(s.region, s.namespace) }) {
			continue
		}
		e := config.Environment{Region: a.region}
		if a.id != "" {
			e.Namespaces = []string{a.id}
		}
		all = append(all, candidate{Environment: e})
	}
	return all
}

// arrange names the environments, and gives each a directory of its own: the one in
// which most of the files stand keeps it. None has the current directory but a sole
// one, since all others are below it.
func arrange(all []candidate, found []spot) []Proposal {
	names := namesOf(all)
	proposals := make([]Proposal, len(all))
	order := make([]int, len(all))
	for i, c := range all {
		proposals[i], order[i] = Proposal{Environment: c.Environment}, i
		proposals[i].Name = names[i]
	}
	slices.SortStableFunc(order, func(a, b int) int { return all[b].files - all[a].files })
	var taken []string
	free := func(dir string) bool {
		return !slices.ContainsFunc(taken, func(t string) bool { return config.Overlap(dir, t) })
	}
	for _, i := range order {
		p := &proposals[i]
		if dir := p.Directory; dir == "" || dir == "." && len(all) > 1 || !free(dir) || !config.CanHave(dir) {
			p.Elsewhere, p.Files, p.Directory = dir, all[i].files, ""
			continue
		}
		taken = append(taken, p.Directory)
	}
	for _, s := range found {
		if s.directory != "." {
			taken = append(taken, s.directory) // maybe of no environment, and by others
		}
	}
	for i := range proposals {
		if p := &proposals[i]; p.Directory == "" {
			p.Directory = newDirectory(p, free, len(all))
			taken = append(taken, p.Directory)
		}
	}
	return proposals
}

// newDirectory returns a directory for the files of an environment: jobs for a sole
// one that is a whole region, else jobs/NAME, or what is free.
func newDirectory(p *Proposal, free func(string) bool, n int) string {
	for try := 1; try < 100; try++ {
		suffix := ""
		if try > 1 {
			suffix = fmt.Sprintf("_%d", try)
		}
		for _, dir := range []string{"jobs", "jobs/" + p.Name, p.Name, "jobs_" + p.Name} {
			if dir == "jobs" && (n > 1 || len(p.Namespaces) > 0) {
				continue
			}
			dir += suffix
			if free(dir) && config.CanHave(dir) {
				return dir
			}
		}
	}
	return "jobs" // a configuration with it will be refused, with the reason
}
