package emulator

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"saejob/internal/trial"
)

func TestNewRefuses(t *testing.T) {
	for _, test := range []struct {
		name string
		o    Options
		want string
	}{
		{"not JSON", Options{Data: folder("a.json", `{"AppId":"1"}`, "b.json", `{"AppId":}`)}, "b.json: not JSON: invalid character"},
		{"empty", Options{Data: folder("a.json", ``)}, "a.json: not JSON: unexpected end"},
		{"two values", Options{Data: folder("a.json", `{"AppId":"1"}{"AppId":"2"}`)}, "a.json: not JSON: invalid character"},
		{"list", Options{Data: folder("a.json", `[{"AppId":"1"}]`)}, "a.json: not a JSON object"},
		{"envelope", Options{Data: folder("a.json", `{"Data":{"AppId":"1"},"Code":"200"}`)}, "a.json: no AppId"},
		{"AppId of another kind", Options{Data: folder("a.json", `{"AppId":1}`)}, "a.json: no AppId"},
		{"AppId in another case", Options{Data: folder("a.json", `{"appid":"1"}`)}, "a.json: no AppId"},
		{"AppId empty", Options{Data: folder("a.json", `{"AppId":""}`)}, "a.json: no AppId"},
		{"AppId twice", Options{Data: folder("a.json", `{"AppId":"1"}`, "b.json", `{"AppId":"\u0031"}`)}, `b.json: AppId "1" is also in a.json`},
		{"no secret", Options{Credentials: []Credential{{AccessKeyID: "a"}}}, "a credential needs an access key id and a secret"},
		{"access key twice", Options{Credentials: []Credential{ada, ada}}, "two credentials for access key ada"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := New(test.o)
			if err == nil || !strings.HasPrefix(err.Error(), test.want) {
				t.Errorf("got %v, want %s", err, test.want)
			}
		})
	}
}

func TestPutAndRemove(t *testing.T) {
	c := newClient(t, "1.json", `{"AppId":"1","AppName":"one","NamespaceId":"cn-beijing:a"}`, "2.json", `{"AppId":"2"}`)
	list := func(query, want string) {
		t.Helper()
		if got := pageText(t, c.call("ListJobs", words(query)...)); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}

	data := []byte(`{"AppId":"1","AppName":"uno","NamespaceId":"cn-beijing:b"}`)
	if err := c.server.Put(data); err != nil {
		t.Fatal(err)
	}
	data[0] = '!' // ours by now
	if body := c.call("DescribeJob", "AppId", "1"); !strings.Contains(string(body), `"Data":{"AppId":"1","AppName":"uno"`) {
		t.Errorf("got %s", body)
	}
	list("", "1 2 / 1 2 20") // it keeps its place
	list("NamespaceId=cn-beijing:b", "1 / 1 1 20")
	list("NamespaceId=cn-beijing:a", " / 1 0 20") // it was there
	list("AppName=one", " / 1 0 20")

	if err := c.server.Put([]byte(`{"AppId":"3"}`)); err != nil {
		t.Fatal(err)
	}
	list("", "1 2 3 / 1 3 20")
	if !c.server.Remove("1") || c.server.Remove("1") {
		t.Error("want it removed, once")
	}
	list("", "2 3 / 1 2 20")

	if err := c.server.Put([]byte(`{"AppName":"x"}`)); err == nil || err.Error() != "no AppId" {
		t.Errorf("got %v", err)
	}
}

func TestCredentialKeepsItsSecret(t *testing.T) {
	if got := fmt.Sprintf("%v %+v %s", temp, temp, temp); got != "temp temp temp" {
		t.Errorf("got %s", got)
	}
}

func TestServe(t *testing.T) {
	s, err := New(Options{Clock: func() time.Time { return noon }})
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	served := make(chan error, 1)
	go func() { served <- s.Serve(ctx, l) }()

	c := &client{T: t, server: s, Credential: Credential{AccessKeyID: "emulator", Secret: "emulator"}}
	r := c.request("DescribeJob", "AppId", "none")
	r.RequestURI, r.URL.Host, r.Host = "", l.Addr().String(), l.Addr().String()
	c.sign(r)
	response, err := (&http.Client{Timeout: trial.Patience}).Do(r)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(response.Body)
	_ = response.Body.Close()
	if err != nil || response.StatusCode != 404 || !strings.Contains(string(body), `"HostId":"`+l.Addr().String()+`","Code":"InvalidAppId.NotFound"`) {
		t.Errorf("HTTP %d %s, %v", response.StatusCode, body, err)
	}
	if got := response.Header.Get("Date"); got != "Mon, 23 Nov 2026 12:00:00 GMT" {
		t.Errorf("Date: %s", got)
	}
	if got := response.Header.Get("Content-Type"); got != "application/json;charset=utf-8" {
		t.Errorf("Content-Type: %s", got)
	}

	cancel()
	if err := receive(t, "Serve ends", served); err != nil {
		t.Error(err)
	}
	if err := s.Serve(t.Context(), l); err == nil {
		t.Error("want an error for a closed listener")
	}
}

// Meant for the race detector.
func TestConcurrentUse(t *testing.T) {
	c := newClient(t, "1.json", `{"AppId":"1"}`, "2.json", `{"AppId":"2"}`)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 25 {
				c.call("ListJobs", "Workload", "job")
				c.call("DescribeJob", "AppId", "1")
				if err := c.server.Put([]byte(`{"AppId":"2"}`)); err != nil {
					t.Error(err)
				}
				c.server.Remove("2")
				c.server.Calls()
			}
		})
	}
	group.Wait()
	if got := c.server.Calls(); got != (Calls{ListJobs: 200, DescribeJob: 200}) {
		t.Errorf("calls: %+v", got)
	}
}

// One request, sent many times at once, is accepted once.
func TestConcurrentReplay(t *testing.T) {
	c := newClient(t)
	r := c.request("ListJobs", "Workload", "job")
	c.sign(r)
	var group sync.WaitGroup
	for range 16 {
		group.Go(func() { c.send(r.Clone(t.Context())) })
	}
	group.Wait()
	if got := c.server.Calls(); got != (Calls{ListJobs: 1, Refused: 15}) {
		t.Errorf("calls: %+v", got)
	}
}
