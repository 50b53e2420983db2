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

// list is what a call gets of the templates.
type list struct {
	page
	templates []template // those that the parameters leave
	shown     []template // those on the page
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
	l := &list{page: p, templates: templates}
	l.cut()
	if c.spoiled.list != nil {
		c.spoiled.list(l, c.spoiled.nth)
	}
	return l.encode(c), nil
}

// cut finds what is on the page.
func (l *list) cut() {
	l.shown = nil
	// In this order no product can overflow.
	if l.CurrentPage-1 <= len(l.templates)/l.PageSize {
		from := (l.CurrentPage - 1) * l.PageSize
		l.shown = l.templates[from:min(from+l.PageSize, len(l.templates))]
	}
}

func (l *list) encode(c *call) []byte {
	answer := listing{Message: "success", RequestID: c.requestID, Code: "200", Success: true, page: l.page}
	answer.Data.page = l.page
	answer.Data.Applications = []json.RawMessage{} // [], not null
	for _, t := range l.shown {
		answer.Data.Applications = append(answer.Data.Applications, t.application)
	}
	return encode(answer)
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
