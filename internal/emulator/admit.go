package emulator

import (
	"net/http"
	"net/url"
)

// admit finds out which call r is, and refuses it unless a known key signed it.
func (s *Server) admit(c *call, r *http.Request) *refusal {
	if r.Method != http.MethodGet {
		return &refusal{http.StatusMethodNotAllowed, "UnsupportedHTTPMethod", "This http method is not supported."}
	}
	for _, name := range []string{
		"x-acs-action", "x-acs-version", "x-acs-date", "x-acs-signature-nonce", "x-acs-content-sha256",
	} {
		if r.Header.Get(name) == "" {
			return missing(name)
		}
	}
	if !c.find(r) {
		return &refusal{http.StatusNotFound, "InvalidAction.NotFound", "Specified api is not found, please check your url and method."}
	}
	if r.Header.Get("x-acs-version") != version {
		return &refusal{http.StatusNotFound, "InvalidVersion", "Specified parameter Version is not valid."}
	}
	var err error
	if c.query, err = url.ParseQuery(r.URL.RawQuery); err != nil {
		return invalid("query", "it is not well encoded")
	}
	return s.verify(r, c.query)
}

// find gives c its action: the one of the path, which the header must name,
// too.
func (c *call) find(r *http.Request) bool {
	for _, a := range actions {
		if a.path == r.URL.EscapedPath() && a.name == r.Header.Get("x-acs-action") {
			c.action = a
			return true
		}
	}
	return false
}
