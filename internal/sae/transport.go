package sae

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"syscall"
	"time"
)

// newTransport returns what sends requests: HTTP/1.1 as the official client,
// TLS 1.2 or later, through the proxy of the environment. plain is for
// http endpoints: no proxy, and nothing but a loopback address is dialed,
// whatever localhost resolves to.
func newTransport(plain bool) *http.Transport {
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
		// a server sends behind an answer: maybe the rest of a template. SAE
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

// proxyError says that the proxy did not let us through; without a status,
// that its address in the environment is none.
type proxyError struct{ status int }

func (e proxyError) Error() string {
	if e.status == 0 {
		return "the proxy of the environment (HTTPS_PROXY) has no valid address"
	}
	return fmt.Sprintf("the proxy of the environment answers HTTP %d", e.status)
}

var errNotLoopback = errors.New("plain http is for this computer alone, and the endpoint's host is another")

func loopbackOnly(_, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil || !to.Addr().Unmap().IsLoopback() {
		return errNotLoopback
	}
	return nil
}

// explain says what went wrong on the way, and whether it may be gone the next
// time. Errors of net/http and of decompression may quote what the server
// sent, so only those are repeated that are known not to; of certificates they
// quote the names.
func explain(err error) (text string, again bool) {
	var proxy proxyError
	var certificate *tls.CertificateVerificationError
	var record tls.RecordHeaderError
	var network *net.OpError
	var name *net.DNSError
	var timeout net.Error
	switch {
	case errors.As(err, &proxy):
		return proxy.Error(), proxy.status >= 500
	case errors.Is(err, errNotLoopback):
		return errNotLoopback.Error(), false
	case errors.As(err, &certificate):
		return clean(certificate.Error()), false
	case errors.As(err, &record), errors.Is(err, http.ErrSchemeMismatch):
		return "what answers does not speak TLS", false
	case errors.As(err, &name):
		return clean(name.Error()), !name.IsNotFound
	case errors.As(err, &network):
		return clean(network.Error()), true
	case errors.As(err, &timeout) && timeout.Timeout():
		return "timed out", true
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return "the connection ended before the answer did", true
	}
	return "the connection or the answer on it is broken", true
}
