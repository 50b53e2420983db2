package emulator

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"
)

const (
	listPath     = "/pop/v1/sam/job/listJobs"
	describePath = "/pop/v1/sam/job/describeJob"
)

var (
	noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	ada  = Credential{AccessKeyID: "ada", Secret: "ada's secret"}
	temp = Credential{AccessKeyID: "temp", Secret: "temp's secret", Token: "temp's token"}
)

// client makes calls as the key pair says, at noon unless told otherwise.
type client struct {
	*testing.T
	server *Server
	Credential
	nonce atomic.Int64
}

// newClient serves files, which are names and Data objects in turn; none: the
// samples.
func newClient(t *testing.T, files ...string) *client {
	t.Helper()
	o := Options{Credentials: []Credential{ada, temp}, Clock: func() time.Time { return noon }}
	if len(files) > 0 {
		o.Data = folder(files...)
	}
	s, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return &client{T: t, server: s, Credential: ada}
}

func folder(files ...string) fstest.MapFS {
	data := fstest.MapFS{}
	for i := 0; i < len(files); i += 2 {
		data[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return data
}

// request is a good one, not yet signed; query is names and values in turn.
func (c *client) request(action string, query ...string) *http.Request {
	path := listPath
	if action == "DescribeJob" {
		path = describePath
	}
	values := url.Values{}
	for i := 0; i < len(query); i += 2 {
		values.Add(query[i], query[i+1])
	}
	r := httptest.NewRequest("GET", "http://127.0.0.1:8080"+path+"?"+values.Encode(), nil)
	r.Header.Set("x-acs-action", action)
	r.Header.Set("x-acs-version", "2019-05-06")
	r.Header.Set("x-acs-date", "2026-11-23T12:00:00Z")
	r.Header.Set("x-acs-signature-nonce", strconv.FormatInt(c.nonce.Add(1), 10))
	r.Header.Set("x-acs-content-sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
	if c.Token != "" {
		r.Header.Set("x-acs-security-token", c.Token)
		r.Header.Set("x-acs-accesskey-id", c.AccessKeyID)
	}
	return r
}

// sign signs all headers that r has; hosts and values are taken as they are.
func (c *client) sign(r *http.Request) {
	headers := map[string]string{"host": r.Host}
	names := []string{"host"}
	for name, values := range r.Header {
		name = strings.ToLower(name)
		headers[name] = values[0]
		names = append(names, name)
	}
	slices.Sort(names)
	signed := strings.Join(names, ";")
	canonical := r.Method + "\n" + r.URL.Path + "\n" + strings.ReplaceAll(r.URL.Query().Encode(), "+", "%20") + "\n"
	for _, name := range names {
		canonical += name + ":" + headers[name] + "\n"
	}
	canonical += "\n" + signed + "\n" + headers["x-acs-content-sha256"]
	hash := sha256.Sum256([]byte(canonical))
	mac := hmac.New(sha256.New, []byte(c.Secret))
	mac.Write([]byte("ACS3-HMAC-SHA256\n" + hex.EncodeToString(hash[:])))
	r.Header.Set("Authorization", "ACS3-HMAC-SHA256 Credential="+c.AccessKeyID+
		",SignedHeaders="+signed+",Signature="+hex.EncodeToString(mac.Sum(nil)))
}

func (c *client) send(r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	c.server.ServeHTTP(w, r)
	return w
}

// call signs, sends and asks for success.
func (c *client) call(action string, query ...string) []byte {
	c.Helper()
	r := c.request(action, query...)
	c.sign(r)
	w := c.send(r)
	if w.Code != 200 {
		c.Fatalf("%s %v: HTTP %d %s", action, query, w.Code, w.Body)
	}
	return w.Body.Bytes()
}

// refused asks for an error document.
func (c *client) refused(w *httptest.ResponseRecorder, status int, code string) {
	c.Helper()
	var f struct{ RequestId, HostId, Code, Message, Recommend string }
	if err := json.Unmarshal(w.Body.Bytes(), &f); err != nil {
		c.Fatalf("HTTP %d, no error document: %s", w.Code, w.Body)
	}
	if w.Code != status || f.Code != code {
		c.Errorf("got HTTP %d %s (%s), want %d %s", w.Code, f.Code, f.Message, status, code)
	}
	if f.RequestId == "" || f.RequestId != w.Header().Get("x-acs-request-id") || w.Header().Get("x-acs-trace-id") == "" {
		c.Errorf("ids: %q in the document, headers %v", f.RequestId, w.Header())
	}
	if f.HostId == "" || f.Message == "" || !strings.Contains(f.Recommend, "?q="+code+"&product=sae&requestId="+f.RequestId) {
		c.Errorf("incomplete error document: %s", w.Body)
	}
}
