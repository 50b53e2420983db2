// Package network is the way to SAE: the URL to call ([Endpoint]), what sends a
// request there ([NewTransport]), and what went wrong on the way ([Reason]).
package network

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"syscall"
	"time"
)

// NewTransport returns what sends requests: HTTP/1.1 as the official client,
// TLS 1.2 or later, through the proxy of the environment. plain is for
// http endpoints: no proxy, and only loopback addresses are dialed, whatever
// localhost resolves to.
func NewTransport(plain bool) *http.Transport {
	dialer := &net.Dialer{Timeout: 10 * time.Second}
	proxy := proxyOf(http.ProxyFromEnvironment)
	if plain {
		dialer.Control = loopbackOnly
		proxy = nil
	}
	protocols := new(http.Protocols)
	protocols.SetHTTP1(true)
	return &http.Transport{
		Proxy:               proxy,
		DialContext:         dialer.DialContext,
		TLSClientConfig:     &tls.Config{MinVersion: tls.VersionTLS12},
		TLSHandshakeTimeout: 10 * time.Second,
		Protocols:           protocols,
		// A connection for each call. On one that is used again net/http
		// repeats a GET by itself, with a nonce that is used up, and logs what
		// a server sends after an answer: maybe the rest of a template. SAE
		// takes 60 calls a minute, so nothing is lost by it.
		DisableKeepAlives:      true,
		MaxResponseHeaderBytes: 64 << 10,
		OnProxyConnectResponse: func(_ context.Context, _ *url.URL, _ *http.Request, res *http.Response) error {
			if res.StatusCode != http.StatusOK {
				return proxyError{res.StatusCode}
			}
			return nil
		},
	}
}

// proxyOf keeps the address of a proxy out of errors: it may hold a password.
func proxyOf(proxy func(*http.Request) (*url.URL, error)) func(*http.Request) (*url.URL, error) {
	return func(req *http.Request) (*url.URL, error) {
		u, err := proxy(req)
		if err != nil {
			return nil, proxyError{}
		}
		return u, nil
	}
}

// proxyError says that the proxy did not let us through; without a status, that its
// address in the environment is not valid.
type proxyError struct{ status int }

func (e proxyError) Error() string {
	if e.status == 0 {
		return "the address of the proxy in the environment (HTTPS_PROXY) is not valid"
	}
	return fmt.Sprintf("the proxy of the environment (HTTPS_PROXY) answered HTTP %d", e.status)
}

var errNotLoopback = errors.New("plain http is allowed only for this computer, and the endpoint's host is another")

func loopbackOnly(_, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil || !to.Addr().Unmap().IsLoopback() {
		return errNotLoopback
	}
	return nil
}
