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

	"saejob/internal/sae/network"
)

const version = "2019-05-06"

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
	// One byte more than allowed, so that read notices.
	body, err := io.ReadAll(io.LimitReader(res.Body, maxAnswer+1))
	if err != nil {
		e := &Error{Action: a.String(), HTTPStatus: res.StatusCode, IDs: headerIDs(res, credentials), wait: retryAfter(res.Header)}
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

// lost completes e for an answer that did not arrive, or not whole. It looks at the
// contexts first: errors of the network of a canceled attempt mean nothing.
func (c *Client) lost(ctx, attempt context.Context, e *Error, err error) *Error {
	switch {
	case ctx.Err() != nil:
		e.Message, e.cause = ctx.Err().Error(), ctx.Err()
	case attempt.Err() != nil:
		e.Message, e.broken = fmt.Sprintf("no complete answer within %s", c.timeout), true
	default:
		e.Message, e.broken = network.Reason(err)
		var name *net.DNSError
		e.noHost = errors.As(err, &name) && name.IsNotFound
	}
	return e
}
