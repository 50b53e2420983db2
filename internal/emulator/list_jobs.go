package emulator

import (
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

// listJobs answers with one page of the templates that the parameters select, in the
// order in which they came.
func (s *Server) listJobs(c *call, f activeFault) ([]byte, *refusal) {
	p, refused := pageOf(c.query)
	if refused != nil {
		return nil, refused
	}
	match, refused := filterOf(c.query)
	if refused != nil {
		return nil, refused
	}
	namespaceID := c.query.Get("NamespaceId")
	templates, known := s.world.store.all(namespaceID)
	if namespaceID != "" && !known {
		return nil, &refusal{http.StatusNotFound, "InvalidNamespaceId.NotFound", "The specified NamespaceId does not exist."}
	}
	templates = slices.DeleteFunc(templates, func(t template) bool { return !match(t) })

	p.TotalSize = len(templates)
	l := &list{page: p, templates: templates}
	l.cut()
	if f.list != nil {
		f.list(l, f.nth)
	}
	return l.encode(c), nil
}

// pageOf reads the parameters that page. PageSize 0 is allowed; what it does
// is not documented, and here it is the default.
func pageOf(query url.Values) (page, *refusal) {
	p := page{CurrentPage: 1, PageSize: defaultPageSize}
	if text := query.Get("CurrentPage"); text != "" {
		n, err := strconv.ParseInt(text, 10, 32)
		if err != nil || n < 1 {
			return p, invalid("CurrentPage", "it must be a number from 1")
		}
		p.CurrentPage = int(n)
	}
	if text := query.Get("PageSize"); text != "" {
		n, err := strconv.ParseInt(text, 10, 32)
		if err != nil || n < 0 || n > maxPageSize {
			return p, invalid("PageSize", "it must be a number from 0 to "+strconv.Itoa(maxPageSize))
		}
		if n > 0 {
			p.PageSize = int(n)
		}
	}
	return p, nil
}
