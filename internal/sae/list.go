package sae

import (
	"context"
	"encoding/json"
	"net/url"
	"strconv"

	"saejob/internal/sae/envelope"
)

const (
	// pageSize is the largest that the API allows.
	pageSize = 200
	// maxPages bounds a list that never ends; it is 100,000 templates.
	maxPages = 500
	// maxLists is how often a list that changes meanwhile is read.
	maxLists = 3
)

// Job is what a list has of a template: its identity. All else in it is the state of
// runs, or in the answer of Describe as well.
type Job struct {
	AppID   string `json:"AppId"`
	AppName string `json:"AppName"`
	// NamespaceID is in the API's form: cn-beijing:test, and the bare region
	// for the region's own namespace.
	NamespaceID string `json:"NamespaceId"`
	RegionID    string `json:"RegionId"`
}

// ListQuery selects the templates to list.
type ListQuery struct {
	// Namespace is an id in the API's form, as in [Job]; empty: those of all
	// namespaces of the region.
	Namespace string
}

// Listing is what List found.
type Listing struct {
	// Jobs are in the API's order, each AppId once.
	Jobs []Job
	// Total is how many there are, by the last page that was read.
	Total int
	// Complete: these are as many as the API says there are, it said the same on every
	// page, and no template came twice. The API cuts the pages anew for each call, so a
	// template that is created or deleted meanwhile shifts others past us.
	Complete bool
}

// List returns templates, 200 a call. A list that changed meanwhile is read again, up to
// three times. An error means that a page could not be read; nothing is returned with
// it.
func (c *Client) List(ctx context.Context, q ListQuery) (Listing, error) {
	for times := 1; ; times++ {
		l, pages, err := c.list(ctx, q)
		if err != nil || l.Complete || times == maxLists || pages == maxPages {
			return l, err
		}
	}
}

// list reads the list once, and returns how many pages it had.
func (c *Client) list(ctx context.Context, q ListQuery) (l Listing, pages int, err error) {
	seen := map[string]bool{}
	steady := true
	for pages = 1; ; pages++ {
		p, err := c.page(ctx, q, pages)
		if err != nil {
			return Listing{}, pages, err
		}
		steady = steady && (pages == 1 || p.total == l.Total)
		l.Total = p.total
		before := len(l.Jobs)
		for _, job := range p.jobs {
			if seen[job.AppID] {
				steady = false
				continue
			}
			seen[job.AppID] = true
			l.Jobs = append(l.Jobs, job)
		}
		// A page without anything new is the last one, too: a server that ignores the
		// number of the page repeats the first one for ever.
		if len(l.Jobs) >= p.total || len(l.Jobs) == before || pages == maxPages {
			l.Complete = steady && len(l.Jobs) == p.total
			return l, pages, nil
		}
	}
}

type page struct {
	jobs  []Job
	total int
}

func (c *Client) page(ctx context.Context, q ListQuery, number int) (page, error) {
	query := url.Values{
		"CurrentPage": {strconv.Itoa(number)},
		"PageSize":    {strconv.Itoa(pageSize)},
		"Workload":    {"job"},
	}
	if q.Namespace != "" {
		query.Set("NamespaceId", q.Namespace)
	}
	a, err := c.call(ctx, listJobs, query)
	if err != nil {
		return page{}, err
	}
	data, err := envelope.Read(a.members["Data"])
	if err != nil || len(data) == 0 {
		return page{}, a.refuse("the answer has no Data")
	}
	size := data["TotalSize"]
	if size == nil {
		size = a.members["TotalSize"]
	}
	// A pointer, because neither null nor nothing means 0 templates.
	var total *int
	if json.Unmarshal(size, &total) != nil || total == nil || *total < 0 {
		return page{}, a.refuse("the answer has no TotalSize")
	}
	p := page{total: *total}
	if list := data["Applications"]; list != nil && json.Unmarshal(list, &p.jobs) != nil {
		return page{}, a.refuse("the answer's Applications is not a list of applications")
	}
	for _, job := range p.jobs {
		if job.AppID == "" {
			return page{}, a.refuse("the answer has an application without AppId")
		}
	}
	return p, nil
}
