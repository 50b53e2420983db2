package sae

import (
	"context"
	"encoding/json"
	"errors"
	"net/url"
)

// Describe returns the template of an AppId: the member Data of DescribeJob's
// answer, byte for byte, which is a JSON object. That it is the template that
// was asked for is checked; that it is UTF-8 and without duplicate members is
// not.
//
// An AppId that no template has is [ErrNotFound].
func (c *Client) Describe(ctx context.Context, appID string) (data []byte, err error) {
	if appID == "" {
		return nil, errors.New("DescribeJob: no AppId")
	}
	a, err := c.call(ctx, describeJob, url.Values{"AppId": {appID}})
	if err != nil {
		return nil, err
	}
	data = a.members["Data"]
	total, ids, others := 0, 0, 0
	err = members(data, func(name string, value json.RawMessage) {
		total++
		if name != "AppId" {
			return
		}
		ids++
		var id string
		if json.Unmarshal(value, &id) != nil || id != appID {
			others++
		}
	})
	switch {
	case err != nil || total == 0:
		return nil, a.refuse("the answer has no Data")
	case ids == 0:
		return nil, a.refuse("the answer's Data has no AppId")
	case others > 0:
		return nil, a.refuse("the answer's Data has another AppId")
	}
	return data, nil
}
