package sae

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"time"
)

const version = "2019-05-06"

// maxAnswer is how many bytes an answer may have, decompressed: what a file
// may have. A page of 200 templates has a tenth of that.
const maxAnswer = 8 << 20

// action is one of the two calls there are.
type action uint8

const (
	listJobs action = iota
	describeJob
)

func (a action) String() string {
	if a == listJobs {
		return "ListJobs"
	}
	return "DescribeJob"
}

func (a action) path() string {
	if a == listJobs {
		return "/pop/v1/sam/job/listJobs"
	}
	return "/pop/v1/sam/job/describeJob"
}

// send makes one attempt: new nonce, new date, new signature.
func (c *Client) send(ctx context.Context, a action, query url.Values) (answer, error) {
	credentials, err := c.credentials(ctx)
	if err != nil {
		return answer{}, fmt.Errorf("%s: %w", a, err)
	}
	attempt, cancel := context.WithTimeout(ctx, c.timeout)
	defer cancel()
	req := c.request(attempt, a, query)
	Sign(req, nil, credentials, time.Now(), newNonce())

	res, err := c.transport.RoundTrip(req)
	if err != nil {
		return answer{}, c.lost(ctx, attempt, &Error{Action: a.String()}, err)
	}
	defer func() { _ = res.Body.Close() }()
	// One byte more than there may be, so that read sees it.
	body, err := io.ReadAll(io.LimitReader(res.Body, maxAnswer+1))
	if err != nil {
		e := &Error{Action: a.String(), HTTPStatus: res.StatusCode, RequestID: headerID(res, credentials), wait: hintOf(res.Header)}
		return answer{}, c.lost(ctx, attempt, e, err)
	}
	return read(a, res, body, credentials)
}

func (c *Client) request(ctx context.Context, a action, query url.Values) *http.Request {
	u := *c.endpoint
	u.Path = a.path()
	u.RawQuery = query.Encode()
	req := &http.Request{Method: http.MethodGet, URL: &u, Host: u.Host, Header: http.Header{
		"Accept":        {"application/json"},
		"User-Agent":    {c.userAgent},
		"X-Acs-Action":  {a.String()},
		"X-Acs-Version": {version},
	}}
	return req.WithContext(ctx)
}

// lost completes e for an answer that did not come, or not whole. It asks the
// contexts first: what the network says of a canceled attempt means nothing.
func (c *Client) lost(ctx, attempt context.Context, e *Error, err error) *Error {
	switch {
	case ctx.Err() != nil:
		e.Message, e.cause = ctx.Err().Error(), ctx.Err()
	case attempt.Err() != nil:
		e.Message, e.broken = fmt.Sprintf("no whole answer within %s", c.timeout), true
	default:
		e.Message, e.broken = explain(err)
		var name *net.DNSError
		e.noHost = errors.As(err, &name) && name.IsNotFound
	}
	return e
}
