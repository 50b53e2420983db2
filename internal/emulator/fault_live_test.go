package emulator

import (
	"context"
	"io"
	"net"
	"net/http"
	"testing"
)

// live is a client over a connection, which does nothing of its own accord: it
// follows no redirect, unpacks nothing and keeps no connection.
type live struct {
	*client
	http http.Client
	host string
	stop func() // ends the server, and waits for it
}

func newLive(t *testing.T, faults ...string) *live {
	t.Helper()
	l := &live{client: newClient(t, "1.json", `{"AppId":"1","AppName":"one"}`, "2.json", `{"AppId":"2","AppName":"two"}`)}
	l.inject(faults...)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	served := make(chan struct{})
	go func() {
		defer close(served)
		if err := l.server.Serve(ctx, listener); err != nil {
			t.Error(err)
		}
	}()
	l.host = listener.Addr().String()
	l.stop = func() { cancel(); receive(t, "Serve ends", served) }
	t.Cleanup(l.stop)
	l.http = http.Client{
		Transport:     &http.Transport{DisableCompression: true, DisableKeepAlives: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	return l
}

func (c *client) inject(faults ...string) {
	c.Helper()
	for _, text := range faults {
		f, err := ParseFault(text)
		if err != nil {
			c.Fatal(err)
		}
		if err := c.server.Inject(f); err != nil {
			c.Fatal(err)
		}
	}
}

// outcome is what came of a call: as much of the body as came, and the error
// that ended it.
type outcome struct {
	response *http.Response
	body     string
	err      error
}

func (l *live) do(ctx context.Context, action string, query ...string) outcome {
	r := l.request(action, query...).WithContext(ctx)
	r.RequestURI, r.URL.Host, r.Host = "", l.host, l.host
	l.sign(r)
	response, err := l.http.Do(r)
	if err != nil {
		return outcome{nil, "", err}
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	return outcome{response, string(body), err}
}
