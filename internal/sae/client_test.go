package sae

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func TestEndpoints(t *testing.T) {
	for _, v := range []struct {
		name, region, endpoint, want string // want: the URL, or the beginning of the error
	}{
		{"of a region", "cn-beijing", "", "https://sae.cn-beijing.aliyuncs.com"},
		{"said", "cn-beijing", "https://SAE.example.com:8443/", "https://sae.example.com:8443"},
		{"said without region", "", "https://[2001:db8::1]:443", "https://[2001:db8::1]:443"},
		{"plain, address", "", "http://127.9.9.9:80", "http://127.9.9.9:80"},
		{"plain, IPv6", "", "http://[::1]:80", "http://[::1]:80"},
		{"plain, mapped", "", "http://[::ffff:127.0.0.1]:80", "http://[::ffff:127.0.0.1]:80"},
		{"plain, name", "", "http://LocalHost:80", "http://localhost:80"},
		{"plain to another", "", "http://sae.cn-beijing.aliyuncs.com", "endpoint: plain http"},
		{"plain to a name like an address", "", "http://127.0.0.1.example.com", "endpoint: plain http"},
		{"plain to any address", "", "http://0.0.0.0:80", "endpoint: plain http"},
		{"password", "", "https://user:" + keySecret + "@example.com", "endpoint is no URL"},
		{"loopback as user", "", "http://127.0.0.1@example.com", "endpoint is no URL"},
		{"path", "", "https://example.com/" + keySecret, "endpoint is no URL"},
		{"query", "", "https://example.com/?" + keySecret, "endpoint is no URL"},
		{"no scheme", "", "sae.cn-beijing.aliyuncs.com", "endpoint is no URL"},
		{"another scheme", "", "file:///etc/passwd", "endpoint is no URL"},
		{"no URL", "", "https://%zz" + keySecret, "endpoint is no URL"},
		{"host not ASCII", "", "https://sae。example.com", "endpoint is no URL"},
		{"no region", "", "", "no region"},
		{"region of another host", "evil.example.com/", "", "region "},
		{"region in capitals", "CN-beijing", "", "region "},
		{"region with a line break", "cn-beijing\n", "", "region "},
		{"region of another host, endpoint", "a.b", "https://example.com", "region "},
	} {
		t.Run(v.name, func(t *testing.T) {
			c, err := New(Options{Region: v.region, Endpoint: v.endpoint})
			if err != nil {
				leaks(t, err)
				if !strings.HasPrefix(err.Error(), v.want) {
					t.Errorf("got %v, want %s", err, v.want)
				}
				return
			}
			if got := c.endpoint.String(); got != v.want {
				t.Errorf("got %s, want %s", got, v.want)
			}
		})
	}
	if c, err := New(Options{Region: "cn-beijing", VPC: true}); err != nil || c.endpoint.String() != "https://sae-vpc.cn-beijing.aliyuncs.com" {
		t.Errorf("from within a VPC: %v", err)
	}
	if c, err := New(Options{Region: "cn-beijing", VPC: true, Endpoint: "https://example.com"}); err != nil || c.endpoint.String() != "https://example.com" {
		t.Errorf("from within a VPC, said: %v", err)
	}
	if _, err := New(Options{Region: "r", Timeout: -1}); err == nil {
		t.Error("a negative timeout is taken")
	}
}

func TestRequest(t *testing.T) {
	var got *http.Request
	c := client(t, func(w http.ResponseWriter, r *http.Request) {
		got = r
		answers(200, success(template))(w, r)
	})
	c.userAgent = "saejob/1.2"
	if _, err := c.Describe(t.Context(), appID); err != nil {
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
		if _, err := c.Describe(t.Context(), appID); (err == nil) != ok {
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
				if got, err := c.Describe(t.Context(), id); err != nil || string(got.Data) != `{"AppId":"`+id+`"}` {
					t.Errorf("got %s, %v", got.Data, err)
				}
			}
		})
	}
	group.Wait()
}
