package network

import (
	"crypto/tls"
	"errors"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"saejob/internal/text"
	"saejob/internal/trial"
)

func TestPlainHTTPDialsLoopbackOnly(t *testing.T) {
	for address, want := range map[string]error{
		"127.0.0.1:80": nil, "[::1]:80": nil, "[::ffff:127.0.0.1]:80": nil,
		"10.0.0.1:80": errNotLoopback, "[fe80::1%eth0]:80": errNotLoopback, "localhost:80": errNotLoopback,
	} {
		if err := loopbackOnly("tcp", address, nil); !errors.Is(err, want) {
			t.Errorf("%s: got %v, want %v", address, err, want)
		}
	}
}

// What a name server, a certificate or the system says is one short line.
func TestReasonIsOneLine(t *testing.T) {
	hostile := "a\nb\x1b[31m\r" + strings.Repeat("x", 10_000)
	for _, err := range []error{
		&net.OpError{Op: "read", Net: "tcp", Err: errors.New(hostile)},
		&net.DNSError{Err: hostile, Name: "sae.cn-beijing.aliyuncs.com"},
		&net.DNSError{Err: "no such host", Name: hostile},
		&tls.CertificateVerificationError{Err: errors.New(hostile)},
	} {
		reason, _ := Reason(&url.Error{Op: "Get", URL: "https://x", Err: err})
		if reason == "" || strings.ContainsAny(reason, "\n\r\x1b") || len(reason) > 2*maxReason {
			t.Errorf("%T: %q", err, text.Cut(reason, 400))
		}
	}
}

// The address of a proxy may hold a password.
func TestProxyWithoutAddress(t *testing.T) {
	address := "http://user:" + trial.KeySecret + "@" + strings.Repeat("%zz", 1) // which is not valid, on purpose
	_, err := proxyOf(func(*http.Request) (*url.URL, error) { return url.Parse(address) })(nil)
	trial.MustHide(t, err)
	reason, temporary := Reason(err)
	if want := "the address of the proxy in the environment (HTTPS_PROXY) is not valid"; reason != want || temporary {
		t.Errorf("got %s, temporary: %t", reason, temporary)
	}
}
