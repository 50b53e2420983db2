package emulator

import (
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strconv"
)

// Pages: the most that a call can ask for is documented, the default is not.
const (
	defaultPageSize = 20
	maxPageSize     = 200
)

// page is what of the list a call gets; it stands in the answer twice.
type page struct {
	CurrentPage int
	TotalSize   int
	PageSize    int
}

type listing struct {
	Message   string
	RequestID string `json:"RequestId"`
	Data      struct {
		page
		Applications []json.RawMessage
	}
	Code    string
	Success bool
	page
}

// listJobs answers with one page of what the parameters leave. Templates stand
// in the order in which they came.
func (s *Server) listJobs(c *call) ([]byte, *refusal) {
	p, refused := pageOf(c.query)
	if refused != nil {
		return nil, refused
	}
	match, refused := filterOf(c.query)
	if refused != nil {
		return nil, refused
	}
	namespaceID := c.query.Get("NamespaceId")
	templates, known := s.store.all(namespaceID)
	if namespaceID != "" && !known {
		return nil, &refusal{http.StatusNotFound, "InvalidNamespaceId.NotFound", "The specified NamespaceId does not exist."}
	}
	templates = slices.DeleteFunc(templates, func(t template) bool { return !match(t) })

	p.TotalSize = len(templates)
	answer := listing{Message: "success", RequestID: c.requestID, Code: "200", Success: true, page: p}
	answer.Data.page = p
	answer.Data.Applications = []json.RawMessage{} // [], not null
	// In this order no product can overflow.
	if p.CurrentPage-1 <= len(templates)/p.PageSize {
		from := (p.CurrentPage - 1) * p.PageSize
		for _, t := range templates[from:min(from+p.PageSize, len(templates))] {
			answer.Data.Applications = append(answer.Data.Applications, t.application)
		}
	}
	return encode(answer), nil
}

// pageOf reads the parameters that page. PageSize 0 is allowed; what it does
// is not documented, and here it is the default.
func pageOf(query url.Values) (page, *refusal) {
	p := page{CurrentPage: 1, PageSize: defaultPageSize}
	if text := query.Get("CurrentPage"); text != "" {
		n, err := strconv.ParseInt(text, 10, 32)
		if err != nil || n < 1 {
			return p, invalid("CurrentPage", "it is a number from 1")
		}
		p.CurrentPage = int(n)
	}
	if text := query.Get("PageSize"); text != "" {
		n, err := strconv.ParseInt(text, 10, 32)
		if err != nil || n < 0 || n > maxPageSize {
			return p, invalid("PageSize", "it is a number from 0 to "+strconv.Itoa(maxPageSize))
		}
		if n > 0 {
			p.PageSize = int(n)
		}
	}
	return p, nil
}
