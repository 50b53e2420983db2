package emulator

import (
	"net/http"
	"slices"
)

// describeJob answers with the template's own bytes. What JobId would change
// is not documented, so it changes nothing.
func (s *Server) describeJob(c *call) ([]byte, *refusal) {
	appID := c.query.Get("AppId")
	if appID == "" {
		return nil, missing("AppId")
	}
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
