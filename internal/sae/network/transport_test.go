package network

import (
	"errors"
	"net/http"
	"net/url"
	"strings"
	"testing"

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
