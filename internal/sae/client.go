// Package sae is the read-only part of the API of Serverless App Engine (version
// 2019-05-06): it lists the job templates of a region and describes them. No other call
// can be expressed.
//
// Start with [New]; [Client.List] and [Client.Describe] are the two calls. Package
// login finds the credentials that they need.
package sae

import (
	"errors"
	"net/http"
	"net/url"
	"time"

	"saejob/internal/sae/network"
)

// Options are where to call, as whom, and how long to wait.
type Options struct {
	// Region names the host, sae.REGION.aliyuncs.com; it may be empty when
	// there is an Endpoint.
	Region string
	// VPC names the host that is reached from within a VPC instead,
	// sae-vpc.REGION.aliyuncs.com.
	VPC bool
	// Endpoint is the URL to call instead, scheme and host only. Plain http is
	// allowed only for this computer: a loopback address, or localhost.
	Endpoint string
	// Pace keeps the calls below the quota; clients of one account share one. Nil: the
	// client has its own, as [NewPace] returns it for zeros.
	Pace *Pace
	// Watch is called after each attempt, one at a time; the calls wait for it. It is
	// optional.
	Watch func(Stats)
	// Credentials is asked before each attempt; package login finds some.
	Credentials Source
	// Version is saejob's own; the server sees "saejob/VERSION".
	Version string
	// Timeout is how long one attempt may take, to the last byte of the
	// answer; 0: 30 seconds.
	Timeout time.Duration
}

// Client calls the API of one region. It may be used by several goroutines at
// once. Calls wait their turn, and are repeated when they fail for temporary reasons.
// Their errors wrap an *[Error], or say that there are no credentials.
type Client struct {
	endpoint    *url.URL
	credentials Source
	userAgent   string
	timeout     time.Duration
	pace        *Pace
	stats       counter
	reach       reachability
	// transport sends one request and reads one answer. There is no
	// http.Client around it: that would follow redirects, token in hand.
	transport *http.Transport
}

// New checks the options and returns a client. It sends nothing, and does not ask for
// the credentials. Errors never repeat the endpoint, which may hold a password.
func New(o Options) (*Client, error) {
	endpoint, err := network.Endpoint(o.Region, o.VPC, o.Endpoint)
	if err != nil {
		return nil, err
	}
	if o.Credentials == nil {
		return nil, errors.New("no credentials")
	}
	if o.Timeout < 0 {
		return nil, errors.New("timeout is negative")
	}
	c := &Client{
		endpoint:    endpoint,
		credentials: o.Credentials,
		userAgent:   "saejob/" + o.Version,
		timeout:     o.Timeout,
		pace:        o.Pace,
		stats:       counter{watch: o.Watch},
		transport:   network.NewTransport(endpoint.Scheme == "http"),
	}
	if c.pace == nil {
		c.pace = NewPace(0, 0)
	}
	if c.timeout == 0 {
		c.timeout = 30 * time.Second
	}
	return c, nil
}

// Stats returns what was done until now.
func (c *Client) Stats() Stats { return c.stats.now(c.pace) }
