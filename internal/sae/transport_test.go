package sae

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"saejob/internal/trial"
)

func TestPlainHTTPDialsLoopbackOnly(t *testing.T) {
	// localhost may be any address.
	c := clientOf(t, Options{Endpoint: "http://localhost:1"})
	c.endpoint = &url.URL{Scheme: "http", Host: "192.0.2.1:1"}
	_, err := c.Describe(trial.Soon(t), appID)
	if err == nil || Temporary(err) || !strings.Contains(err.Error(), "plain http is allowed only for this computer, and the endpoint's host is another") {
		t.Errorf("got %v", err)
	}
}

// hang keeps the caller waiting until it goes away.
func hang(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }

// slow sends the beginning of an answer and hangs.
func slow(w http.ResponseWriter, r *http.Request) {
	_, _ = w.Write([]byte(success(template))[:60])
	_ = http.NewResponseController(w).Flush()
	hang(w, r)
}

func TestTimeout(t *testing.T) {
	for want, h := range map[string]http.HandlerFunc{
		"DescribeJob: no complete answer within 20ms":           hang,
		"DescribeJob: HTTP 200: no complete answer within 20ms": slow,
	} {
		c := client(t, h)
		c.timeout = 20 * time.Millisecond
		_, err := c.Describe(trial.Soon(t), appID)
		// On a busy computer not even the headers may be there in time.
		if got := attempt(err).Error(); !Temporary(err) || got != want && got != "DescribeJob: no complete answer within 20ms" {
			t.Errorf("got %v, want %s", err, want)
		}
		if errors.Is(err, context.DeadlineExceeded) {
			t.Error("looks as if the caller's time were up")
		}
	}
}

func TestCancel(t *testing.T) {
	for _, h := range []func(http.ResponseWriter, *http.Request, context.CancelFunc){
		func(w http.ResponseWriter, r *http.Request, cancel context.CancelFunc) { cancel(); hang(w, r) },
		func(w http.ResponseWriter, r *http.Request, cancel context.CancelFunc) {
			_, _ = w.Write([]byte("{"))
			_ = http.NewResponseController(w).Flush()
			cancel()
			hang(w, r)
		},
	} {
		ctx, cancel := context.WithCancel(t.Context())
		c := client(t, func(w http.ResponseWriter, r *http.Request) { h(w, r, cancel) })
		_, err := c.Describe(ctx, appID)
		if !errors.Is(err, context.Canceled) || Temporary(err) {
			t.Errorf("got %v", err)
		}
	}
}

func TestNoServer(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := l.Addr().String()
	_ = l.Close()
	_, err = clientOf(t, Options{Endpoint: "http://" + address}).Describe(trial.Soon(t), appID)
	if err == nil || !Temporary(err) || !strings.HasPrefix(err.Error(), "after 5 attempts: DescribeJob: dial tcp "+address) {
		t.Errorf("got %v", err)
	}
}

// A name that is too long for any host needs no network to be found out.
func TestNoHost(t *testing.T) {
	c := clientOf(t, Options{Region: strings.Repeat("x", 64)})
	c.transport.Proxy = nil
	_, err := c.Describe(trial.Soon(t), appID)
	if !errors.Is(err, ErrNoHost) || !Misconfigured(err) || Temporary(err) || !strings.HasSuffix(err.Error(), ".aliyuncs.com: no such host") {
		t.Errorf("got %v", err)
	}
}

func TestTLS(t *testing.T) {
	s := httptest.NewUnstartedServer(answers(200, success(template)))
	s.Config.ErrorLog = log.New(io.Discard, "", 0) // it is told that we refuse
	s.StartTLS()
	t.Cleanup(s.Close)
	c := clientOf(t, Options{Endpoint: s.URL})
	_, err := c.Describe(trial.Soon(t), appID)
	if err == nil || Temporary(err) || !strings.Contains(err.Error(), "certificate") {
		t.Errorf("unknown certificate: %v", err)
	}
	c.transport.TLSClientConfig.RootCAs = s.Client().Transport.(*http.Transport).TLSClientConfig.RootCAs
	if _, err := c.Describe(trial.Soon(t), appID); err != nil {
		t.Error(err)
	}
	plain := httptest.NewServer(answers(200, success(template)))
	t.Cleanup(plain.Close)
	_, err = clientOf(t, Options{Endpoint: strings.Replace(plain.URL, "http", "https", 1)}).Describe(trial.Soon(t), appID)
	if err == nil || Temporary(err) || err.Error() != "DescribeJob: the server does not speak TLS" {
		t.Errorf("no TLS: %v", err)
	}
}

// What speaks only a TLS that is broken gets no call: the token is in it.
func TestOldTLS(t *testing.T) {
	s := httptest.NewUnstartedServer(answers(200, success(template)))
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	s.TLS = &tls.Config{MinVersion: tls.VersionTLS10, MaxVersion: tls.VersionTLS11}
	s.StartTLS()
	t.Cleanup(s.Close)
	c := clientOf(t, Options{Endpoint: s.URL})
	c.transport.TLSClientConfig.RootCAs = s.Client().Transport.(*http.Transport).TLSClientConfig.RootCAs
	if _, err := c.Describe(trial.Soon(t), appID); err == nil {
		t.Error("a call over TLS 1.1")
	}
}

func TestProxies(t *testing.T) {
	refusing := httptest.NewServer(answers(407, ""))
	t.Cleanup(refusing.Close)
	for _, v := range []struct {
		proxy, want string
	}{
		{"http://user:" + keySecret + "@" + refusing.Listener.Addr().String(), "DescribeJob: the proxy of the environment (HTTPS_PROXY) answered HTTP 407"},
		{"http://user:" + keySecret + "@127.0.0.1:1", "after 5 attempts: DescribeJob: proxyconnect tcp: dial tcp 127.0.0.1:1: connect: connection refused"},
	} {
		c := clientOf(t, Options{Region: "cn-beijing"})
		c.transport.Proxy = func(*http.Request) (*url.URL, error) { return url.Parse(v.proxy) }
		_, err := c.Describe(trial.Soon(t), appID)
		if err == nil || err.Error() != v.want {
			t.Errorf("got %v, want %s", err, v.want)
		}
		leaks(t, err)
	}
	if clientOf(t, Options{Endpoint: "http://127.0.0.1"}).transport.Proxy != nil {
		t.Error("a request to this computer goes through a proxy")
	}
}
