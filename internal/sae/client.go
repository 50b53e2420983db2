// Package sae is the read-only part of the API of Serverless App Engine
// (version 2019-05-06): it lists the job templates of a region and describes
// them. No other call can be expressed.
package sae

import (
	"errors"
	"fmt"
	"net/http"
	"net/netip"
	"net/url"
	"regexp"
	"strings"
	"time"
)

// Options say where to call, as whom, and how long to wait.
type Options struct {
	// Region names the host, sae.REGION.aliyuncs.com; it may be empty when
	// there is an Endpoint.
	Region string
	// VPC names the host that is reached from within a VPC instead,
	// sae-vpc.REGION.aliyuncs.com.
	VPC bool
	// Endpoint is the URL to call instead, scheme and host only. Plain http is
	// taken for this computer alone: a loopback address, or localhost.
	Endpoint string
	// Pace keeps the calls below the quota; clients of one account share one.
	// Nil: one of its own, as of [NewPace] with zeros.
	Pace *Pace
	// Watch is called after each attempt, one at a time; the calls wait for it.
	// Nil: nobody wants to know.
	Watch func(Stats)
	// Credentials is asked before each attempt; nil: [Environment].
	Credentials Source
	// Version is saejob's own; the server sees "saejob/VERSION".
	Version string
	// Timeout is how long one attempt may take, to the last byte of the
	// answer; 0: 30 seconds.
	Timeout time.Duration
}

// Client calls the API of one region. It may be used by several goroutines at
// once. Calls wait their turn, and are made again when they fail for reasons that
// pass. The errors have an *[Error] in them, or say that there are no credentials.
type Client struct {
	endpoint    *url.URL
	credentials Source
	userAgent   string
	timeout     time.Duration
	pace        *Pace
	watch       watch
	line        line
	// transport sends one request and reads one answer. There is no
	// http.Client around it: that would follow redirects, token in hand.
	transport *http.Transport
}

// New checks the options and returns a client. Nothing is sent, and the
// credentials are not asked for. Errors never repeat the endpoint, which may
// hold a password.
func New(o Options) (*Client, error) {
	endpoint, err := o.endpoint()
	if err != nil {
		return nil, err
	}
	if o.Timeout < 0 {
		return nil, errors.New("timeout is less than nothing")
	}
	c := &Client{
		endpoint:    endpoint,
		credentials: o.Credentials,
		userAgent:   "saejob/" + o.Version,
		timeout:     o.Timeout,
		pace:        o.Pace,
		watch:       watch{tell: o.Watch},
		transport:   newTransport(endpoint.Scheme == "http"),
	}
	if c.credentials == nil {
		c.credentials = Environment
	}
	if c.pace == nil {
		c.pace = NewPace(0, 0)
	}
	if c.timeout == 0 {
		c.timeout = 30 * time.Second
	}
	return c, nil
}

var (
	regionForm = regexp.MustCompile(`^[a-z0-9-]+$`)
	// hostForm leaves out what net/http would send otherwise than we sign it.
	hostForm = regexp.MustCompile(`^([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?$`)
)

func (o Options) endpoint() (*url.URL, error) {
	if o.Region != "" && !regionForm.MatchString(o.Region) {
		return nil, fmt.Errorf("region %q: only lower-case letters, digits and - are in a region's name", clean(o.Region))
	}
	if o.Endpoint == "" {
		if o.Region == "" {
			return nil, errors.New("no region")
		}
		service := "sae"
		if o.VPC {
			service = "sae-vpc"
		}
		return &url.URL{Scheme: "https", Host: service + "." + o.Region + ".aliyuncs.com"}, nil
	}
	u, err := url.Parse(o.Endpoint)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || !hostForm.MatchString(u.Host) || u.User != nil ||
		strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.Fragment != "" {
		return nil, errors.New("endpoint is no URL of a host, such as https://sae.cn-beijing.aliyuncs.com")
	}
	if u.Scheme == "http" && !loopback(u.Hostname()) {
		return nil, errors.New("endpoint: plain http is taken for this computer alone, such as http://127.0.0.1:8080")
	}
	return &url.URL{Scheme: u.Scheme, Host: strings.ToLower(u.Host)}, nil
}

func loopback(host string) bool {
	if strings.EqualFold(host, "localhost") {
		return true // where that leads is looked at again when dialing
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.Unmap().IsLoopback()
}
