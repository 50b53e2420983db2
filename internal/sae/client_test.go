package sae

import (
	"context"
	"net/http"
	"net/http/httptest"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"saejob/internal/trial"
)

func TestOptions(t *testing.T) {
	good := Options{Region: "cn-beijing", Credentials: func(context.Context) (Credentials, error) { return Credentials{}, nil }}
	if _, err := New(good); err != nil {
		t.Error(err)
	}
	for want, change := range map[string]func(*Options){
		"no region":           func(o *Options) { o.Region = "" },
		"no credentials":      func(o *Options) { o.Credentials = nil },
		"timeout is negative": func(o *Options) { o.Timeout = -1 },
	} {
		o := good
		change(&o)
		if _, err := New(o); err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

func TestRequest(t *testing.T) {
	var got *http.Request
	c := client(t, func(w http.ResponseWriter, r *http.Request) {
		got = r
		answers(200, success(template))(w, r)
	})
	c.userAgent = "saejob/1.2"
	if _, err := c.Describe(trial.Soon(t), appID); err != nil {
		t.Fatal(err)
	}
	if want := "/pop/v1/sam/job/describeJob?AppId=" + appID; got.Method != "GET" || got.RequestURI != want || got.ContentLength != 0 {
		t.Errorf("got %s %s", got.Method, got.RequestURI)
	}
	for name, want := range map[string]string{
		"X-Acs-Action": "DescribeJob", "X-Acs-Version": "2019-05-06", "Accept": "application/json",
		"User-Agent": "saejob/1.2", "Content-Type": "", "X-Acs-Security-Token": keyToken, "X-Acs-Accesskey-Id": keyID,
	} {
		if h := got.Header.Get(name); h != want {
			t.Errorf("%s: got %q, want %q", name, h, want)
		}
	}
	// What arrived, signed again, has the signature that it arrived with.
	sent := got.Header.Get("Authorization")
	date, err := time.Parse(time.RFC3339, got.Header.Get("X-Acs-Date"))
	if err != nil {
		t.Fatal(err)
	}
	Sign(got, nil, NewCredentials(keyID, keySecret, keyToken), date, got.Header.Get("X-Acs-Signature-Nonce"))
	if again := got.Header.Get("Authorization"); again != sent {
		t.Errorf("sent   %s\nwanted %s", sent, again)
	}
}

// A redirect is not followed, and a connection that breaks is not tried again
// behind our back: one attempt, one request, one nonce.
func TestOneRequestPerAttempt(t *testing.T) {
	var elsewhere atomic.Int32
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { elsewhere.Add(1) }))
	t.Cleanup(other.Close)
	var requests atomic.Int32
	var nonces sync.Map
	c := client(t, func(w http.ResponseWriter, r *http.Request) {
		if _, twice := nonces.LoadOrStore(r.Header.Get("X-Acs-Signature-Nonce"), true); twice {
			t.Error("a nonce came twice")
		}
		switch requests.Add(1) {
		case 1:
			answers(200, success(template))(w, r)
		case 2: // the connection of the first, if there were reuse
			raw("")(w, r)
		default:
			http.Redirect(w, r, other.URL, http.StatusFound)
		}
	})
	for n, ok := range []bool{true, false, false} {
		if _, err := c.Describe(trial.Soon(t), appID); (err == nil) != ok {
			t.Errorf("call %d: %v", n+1, err)
		}
	}
	if calls := c.Stats().Calls; int(requests.Load()) != calls || calls != 4 || elsewhere.Load() != 0 {
		t.Errorf("%d requests in %d calls, %d elsewhere", requests.Load(), calls, elsewhere.Load())
	}
}

func TestSixteenAtOnce(t *testing.T) {
	c := client(t, func(w http.ResponseWriter, r *http.Request) {
		answers(200, success(`{"AppId":"`+r.URL.Query().Get("AppId")+`"}`))(w, r)
	})
	var group sync.WaitGroup
	for n := range 16 {
		group.Go(func() {
			for range 10 {
				id := string(rune('a' + n))
				if got, err := c.Describe(trial.Soon(t), id); err != nil || string(got.Data) != `{"AppId":"`+id+`"}` {
					t.Errorf("got %s, %v", got.Data, err)
				}
			}
		})
	}
	group.Wait()
}
