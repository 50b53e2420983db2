package export

import (
	"slices"

	"saejob/internal/job"
	"saejob/internal/region"
)

// Request is which templates are asked for. A field that is empty asks for all.
type Request struct {
	// Region is the region's id, such as cn-beijing. Saved answers have their own.
	Region string
	// Namespaces are names (test) or ids (cn-beijing:test). The region's own
	// namespace is cn-beijing or cn-beijing: alone.
	Namespaces []string
	AppIDs     []string
	// JobID is the id of a run, for [ByID]: the answers are those for that run. What
	// that changes is not documented.
	JobID string
	// Name is a pattern for AppName, of package glob.
	Name string
}

// namespaces returns the ids of the namespaces that were asked for, each once.
func (r Request) namespaces() ([]string, error) {
	var ids []string
	for _, asked := range r.Namespaces {
		id, err := region.NamespaceID(r.Region, asked)
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return slices.Compact(ids), nil
}

// selection returns which templates were asked for, by AppId and name.
func (r Request) selection() job.Selection { return job.Selection{AppIDs: r.AppIDs, Name: r.Name} }
