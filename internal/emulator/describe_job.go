package emulator

import (
	"maps"
	"net/http"
	"net/url"
	"regexp"
	"slices"
)

// runForm is what the page's example of a JobId looks like; that stars stand in it, too.
var runForm = regexp.MustCompile(`^[A-Za-z0-9*-]{1,128}$`)

// checkDescribe refuses parameters that DescribeJob does not have, or not so.
func checkDescribe(query url.Values) *refusal {
	for _, name := range slices.Sorted(maps.Keys(query)) {
		switch {
		case name != "AppId" && name != "JobId":
			return invalid(name, "DescribeJob has no such parameter")
		case len(query[name]) > 1:
			return invalid(name, "it is given twice")
		}
	}
	switch {
	case query.Get("AppId") == "":
		return missing("AppId")
	case query.Has("JobId") && !runForm.MatchString(query.Get("JobId")):
		return invalid("JobId", "it must be the id of a run, such as event-b798157b-40a2-4388-b578-71fb89710300-01")
	}
	return nil
}

// describeJob answers with the template's own bytes. What JobId would change
// is not documented, so it changes nothing.
func (s *Server) describeJob(c *call) ([]byte, *refusal) {
	if refused := checkDescribe(c.query); refused != nil {
		return nil, refused
	}
	appID := c.query.Get("AppId")
	t, ok := s.world.store.find(appID)
	if !ok {
		return nil, &refusal{http.StatusNotFound, "InvalidAppId.NotFound", "The specified AppId does not exist."}
	}
	data := t.data
	if c.instead != nil {
		data = c.instead
	}
	// Put together by hand: an encoder would rewrite the bytes.
	return slices.Concat(
		[]byte(`{"RequestId":"`+c.requestID+`","Message":"success","TraceId":"`+c.traceID+`","Data":`),
		data,
		[]byte(`,"Code":"200","Success":true}`),
	), nil
}
