package sae

import (
	"context"
	"encoding/json"
	"errors"
	"net/url"

	"saejob/internal/sae/envelope"
)

// Description is what DescribeJob returns for a template.
type Description struct {
	// Data is that member of the answer, byte for byte; it is a JSON object.
	Data []byte
	// IDs are what the provider's support asks for.
	IDs envelope.IDs
}

// Refuse returns the error for Data that is not usable; why holds nothing of it.
func (d Description) Refuse(why error) *Error {
	return answer{action: describeJob, ids: d.IDs}.refuse(why.Error())
}

// Describe returns the template of an AppId. It checks that it is the template that was
// asked for, not that it is UTF-8 and without duplicate members.
//
// An AppId that no template has is [ErrNotFound].
func (c *Client) Describe(ctx context.Context, appID string) (Description, error) {
	return c.DescribeRun(ctx, appID, "")
}

// DescribeRun is [Client.Describe] with the id of a run, which the API takes beside the
// AppId; empty: none. What that changes in the answer is not documented
// (api-sae-2019-05-06-describejob, request parameters).
func (c *Client) DescribeRun(ctx context.Context, appID, jobID string) (Description, error) {
	if appID == "" {
		return Description{}, errors.New("DescribeJob: no AppId")
	}
	query := url.Values{"AppId": {appID}}
	if jobID != "" {
		query.Set("JobId", jobID)
	}
	a, err := c.call(ctx, describeJob, query)
	if err != nil {
		return Description{}, err
	}
	data := a.members["Data"]
	total, ids, others := 0, 0, 0
	err = envelope.Each(data, func(name string, value json.RawMessage) {
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
		return Description{}, a.refuse("the answer has no Data")
	case ids == 0:
		return Description{}, a.refuse("the answer's Data has no AppId")
	case others > 0:
		return Description{}, a.refuse("the answer's Data has another AppId")
	}
	return Description{data, a.ids}, nil
}
