package export

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"saejob/internal/job"
	"saejob/internal/text"
)

// Request is which templates are asked for. A field that is empty asks for all.
type Request struct {
	// Region is the region's id, such as cn-beijing. Saved answers have their own.
	Region string
	// Namespaces are names (test) or ids (cn-beijing:test). The region's own
	// namespace is cn-beijing or cn-beijing: alone.
	Namespaces []string
	AppIDs     []string
	// Name is a pattern for AppName, of package glob.
	Name string
}

// namespaces returns the ids of the namespaces that were asked for, each once.
func (r Request) namespaces() ([]string, error) {
	var ids []string
	for _, asked := range r.Namespaces {
		id, err := r.namespaceID(asked)
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return slices.Compact(ids), nil
}

// namespaceID returns the id of a namespace that was asked for.
func (r Request) namespaceID(asked string) (string, error) {
	region, name, isID := strings.Cut(asked, ":")
	switch {
	case asked == "":
		return "", errors.New("the name of a namespace is empty")
	case asked == r.Region || region == r.Region && name == "":
		return r.Region, nil
	case isID && r.Region != "" && region != r.Region:
		return "", fmt.Errorf("namespace %s is not in the region %s", text.Quote(asked), text.Quote(r.Region))
	case isID || r.Region == "":
		return asked, nil
	}
	return r.Region + ":" + asked, nil
}

// selection returns which templates were asked for, by AppId and name.
func (r Request) selection() job.Selection { return job.Selection{AppIDs: r.AppIDs, Name: r.Name} }
