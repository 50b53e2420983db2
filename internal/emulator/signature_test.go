package emulator

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func TestRefusals(t *testing.T) {
	set := func(name, value string) func(*http.Request) {
		return func(r *http.Request) { r.Header.Set(name, value) }
	}
	without := func(name string) func(*http.Request) {
		return func(r *http.Request) { r.Header.Del(name) }
	}
	authorize := func(old, new string) func(*http.Request) {
		return func(r *http.Request) {
			h := r.Header.Get("Authorization")
			if !strings.Contains(h, old) {
				t.Errorf("%q is not in %q", old, h)
			}
			r.Header.Set("Authorization", strings.Replace(h, old, new, 1))
		}
	}
	query := func(raw string) func(*http.Request) {
		return func(r *http.Request) { r.URL.RawQuery = raw }
	}
	for _, test := range []struct {
		name   string
		before func(*http.Request) // it is signed
		after  func(*http.Request)
		status int
		code   string
	}{
		{"post", func(r *http.Request) { r.Method = "POST" }, nil, 405, "UnsupportedHTTPMethod"},
		{"put", func(r *http.Request) { r.Method = "PUT" }, nil, 405, "UnsupportedHTTPMethod"},
		{"head", func(r *http.Request) { r.Method = "HEAD" }, nil, 405, "UnsupportedHTTPMethod"},
		{"no action", without("x-acs-action"), nil, 400, "MissingParameter"},
		{"no version", without("x-acs-version"), nil, 400, "MissingParameter"},
		{"no date", without("x-acs-date"), nil, 400, "MissingParameter"},
		{"no nonce", without("x-acs-signature-nonce"), nil, 400, "MissingParameter"},
		{"no body hash", without("x-acs-content-sha256"), nil, 400, "MissingParameter"},
		{"unknown action", set("x-acs-action", "UpdateJob"), nil, 404, "InvalidAction.NotFound"},
		{"another path's action", set("x-acs-action", "DescribeJob"), nil, 404, "InvalidAction.NotFound"},
		{"unknown path", func(r *http.Request) { r.URL.Path = "/pop/v1/sam/job/updateJob" }, nil, 404, "InvalidAction.NotFound"},
		{"path with a slash", func(r *http.Request) { r.URL.Path += "/" }, nil, 404, "InvalidAction.NotFound"},
		{"path encoded otherwise", func(r *http.Request) { r.URL.RawPath = "/pop/v1/sam/job/%6CistJobs" }, nil, 404, "InvalidAction.NotFound"},
		{"another version", set("x-acs-version", "2014-05-15"), nil, 404, "InvalidVersion"},
		{"broken query", nil, query("Workload=%zz"), 400, "InvalidParameter.WithMessage"},

		{"not signed", nil, without("Authorization"), 400, "IncompleteSignature"},
		{"signed twice", nil, func(r *http.Request) { r.Header.Add("Authorization", r.Header.Get("Authorization")) }, 400, "IncompleteSignature"},
		{"another algorithm", nil, authorize("ACS3-HMAC-SHA256", "ACS3-HMAC-SM3"), 400, "IncompleteSignature"},
		{"another form", nil, authorize(",Signed", ", Signed"), 400, "IncompleteSignature"},
		{"no signature", nil, func(r *http.Request) {
			form, _, _ := strings.Cut(r.Header.Get("Authorization"), ",Signature=")
			r.Header.Set("Authorization", form)
		}, 400, "IncompleteSignature"},
		{"host not signed", nil, authorize("=host;", "="), 400, "IncompleteSignature"},
		{"date not signed", nil, authorize("x-acs-date;", ""), 400, "IncompleteSignature"},
		{"nonce not signed", nil, authorize("x-acs-signature-nonce;", ""), 400, "IncompleteSignature"},
		{"upper case", nil, authorize("x-acs-date", "X-Acs-Date"), 400, "IncompleteSignature"},
		{"upper case of one that need not be signed", set("Accept", "*/*"), authorize("=accept", "=Accept"), 400, "IncompleteSignature"},
		{"not sorted", nil, authorize("x-acs-action;x-acs-content-sha256", "x-acs-content-sha256;x-acs-action"), 400, "IncompleteSignature"},
		{"signed header twice", nil, authorize("host;", "host;host;"), 400, "IncompleteSignature"},
		{"signed header not there", nil, authorize("=host", "=accept;host"), 400, "IncompleteSignature"},
		{"another x-acs header", nil, set("x-acs-extra", "1"), 400, "IncompleteSignature"},
		{"content type not signed", nil, set("Content-Type", "application/json"), 400, "IncompleteSignature"},

		{"unknown access key", nil, authorize("Credential=ada", "Credential=eve"), 404, "InvalidAccessKeyId.NotFound"},
		{"access key in other case", nil, authorize("Credential=ada", "Credential=Ada"), 404, "InvalidAccessKeyId.NotFound"},
		{"date in another form", set("x-acs-date", "Mon, 23 Nov 2026 12:00:00 GMT"), nil, 400, "InvalidTimeStamp.Format"},
		{"date of another zone", set("x-acs-date", "2026-11-23T20:00:00+08:00"), nil, 400, "InvalidTimeStamp.Format"},
		{"too late", set("x-acs-date", "2026-11-23T11:44:59Z"), nil, 400, "InvalidTimeStamp.Expired"},
		{"too early", set("x-acs-date", "2026-11-23T12:15:01Z"), nil, 400, "InvalidTimeStamp.Expired"},
		{"token of nobody", set("x-acs-security-token", "t"), nil, 400, "InvalidSecurityToken.MismatchWithAccessKey"},
		{"another's id", set("x-acs-accesskey-id", "temp"), nil, 400, "InvalidSecurityToken.MismatchWithAccessKey"},

		{"another signature", nil, forge, 400, "SignatureDoesNotMatch"},
		{"another query", nil, query("Workload=job&PageSize=200"), 400, "SignatureDoesNotMatch"},
		{"another header", nil, set("x-acs-signature-nonce", "another"), 400, "SignatureDoesNotMatch"},
		{"another host", nil, func(r *http.Request) { r.Host = "127.0.0.1:9090" }, 400, "SignatureDoesNotMatch"},
		{"another body", nil, func(r *http.Request) { r.Body = io.NopCloser(strings.NewReader("{}")) }, 400, "SignatureDoesNotMatch"},
		{"a body too long", nil, func(r *http.Request) { r.Body = io.NopCloser(strings.NewReader(strings.Repeat(" ", maxBody+1))) }, 400, "SignatureDoesNotMatch"},
		{"another body hash", set("x-acs-content-sha256", strings.Repeat("0", 64)), nil, 400, "SignatureDoesNotMatch"},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := newClient(t)
			r := c.request("ListJobs", "Workload", "job")
			if test.before != nil {
				test.before(r)
			}
			c.sign(r)
			if test.after != nil {
				test.after(r)
			}
			c.refused(c.send(r), test.status, test.code)
			if got := c.server.Calls(); got != (Calls{Refused: 1}) {
				t.Errorf("calls: %+v", got)
			}
		})
	}
}

// forge puts a signature of the right form and length there.
func forge(r *http.Request) {
	form, _, _ := strings.Cut(r.Header.Get("Authorization"), ",Signature=")
	r.Header.Set("Authorization", form+",Signature="+strings.Repeat("0", 64))
}

func TestTemporaryCredentials(t *testing.T) {
	c := newClient(t)
	c.Credential = temp
	c.call("ListJobs", "Workload", "job")

	for _, test := range []struct {
		name   string
		change func(http.Header)
		code   string
	}{
		{"no token", func(h http.Header) { h.Del("x-acs-security-token") }, "MissingSecurityToken"},
		{"another token", func(h http.Header) { h.Set("x-acs-security-token", "t") }, "InvalidSecurityToken.MismatchWithAccessKey"},
		{"no id", func(h http.Header) { h.Del("x-acs-accesskey-id") }, "InvalidSecurityToken.MismatchWithAccessKey"},
		{"another's id", func(h http.Header) { h.Set("x-acs-accesskey-id", "ada") }, "InvalidSecurityToken.MismatchWithAccessKey"},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := newClient(t)
			c.Credential = temp
			r := c.request("ListJobs", "Workload", "job")
			test.change(r.Header)
			c.sign(r)
			c.refused(c.send(r), 400, test.code)
		})
	}
}

func TestAdmitted(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(*http.Request)
	}{
		{"the first second", func(r *http.Request) { r.Header.Set("x-acs-date", "2026-11-23T11:45:00Z") }},
		{"the last second", func(r *http.Request) { r.Header.Set("x-acs-date", "2026-11-23T12:15:00Z") }},
		{"more signed headers", func(r *http.Request) {
			r.Header.Set("x-acs-credentials-provider", "static_ak")
			r.Header.Set("Accept", "*/*")
		}},
		{"content type", func(r *http.Request) { r.Header.Set("Content-Type", "application/json") }},
		{"another host", func(r *http.Request) { r.Host = "sae.cn-beijing.aliyuncs.com" }},
		{"plus for blank", func(r *http.Request) { r.URL.RawQuery = "Workload=job&AppName=a+b*c~d" }},
		{"percent for blank", func(r *http.Request) { r.URL.RawQuery = "AppName=a%20b%2ac%7ed&Workload=job" }},
		{"parameters unknown, empty and twice", func(r *http.Request) { r.URL.RawQuery = "b=2&b=1&a&Workload=job&%E5%90%8D=%F0%9F%98%80" }},
		{"a body", func(r *http.Request) {
			r.Body = io.NopCloser(strings.NewReader("{}"))
			r.Header.Set("x-acs-content-sha256", hexSHA256([]byte("{}")))
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := newClient(t)
			r := c.request("ListJobs", "Workload", "job")
			test.change(r)
			c.sign(r)
			if w := c.send(r); w.Code != 200 {
				t.Errorf("HTTP %d %s", w.Code, w.Body)
			}
		})
	}
}

// The vector is the one published with the signature's specification.
func TestCanonicalRequest(t *testing.T) {
	r := httptest.NewRequest("POST", "http://ecs.cn-shanghai.aliyuncs.com/?RegionId=cn-shanghai&ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd", nil)
	const hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
	for name, value := range map[string]string{
		"x-acs-action": "RunInstances", "x-acs-version": "2014-05-26", "x-acs-date": "2023-10-26T10:22:32Z",
		"x-acs-signature-nonce": "3156853299f313e23d1673dc12e1703d", "x-acs-content-sha256": hash,
	} {
		r.Header.Set(name, value)
	}
	names := strings.Split("host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version", ";")
	const want = "7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259"
	if got := hexSHA256([]byte(canonicalRequest(r, r.URL.Query(), names))); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestNonces(t *testing.T) {
	now := noon
	s, err := New(Options{Credentials: []Credential{ada, temp}, Clock: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	c := &client{T: t, server: s, Credential: ada}
	request := func(nonce string) *http.Request {
		r := c.request("ListJobs", "Workload", "job")
		r.Header.Set("x-acs-date", now.Format(dateLayout))
		r.Header.Set("x-acs-signature-nonce", nonce)
		c.sign(r)
		return r
	}
	accepted := func(r *http.Request) {
		t.Helper()
		if w := c.send(r); w.Code != 200 {
			t.Errorf("HTTP %d %s", w.Code, w.Body)
		}
	}

	forged := request("n")
	forge(forged)
	c.refused(c.send(forged), 400, "SignatureDoesNotMatch")

	first := request("n") // the forged one did not burn it
	accepted(first)
	c.refused(c.send(first), 400, "SignatureNonceUsed")
	c.refused(c.send(request("n")), 400, "SignatureNonceUsed")

	c.Credential = temp // another access key
	accepted(request("n"))
	c.Credential = ada

	now = noon.Add(15 * time.Minute)
	c.refused(c.send(first), 400, "SignatureNonceUsed")
	now = noon.Add(15*time.Minute + time.Second)
	c.refused(c.send(first), 400, "InvalidTimeStamp.Expired")
	now = noon.Add(time.Hour)
	accepted(request("later"))
	if n := len(s.nonces.used); n != 1 {
		t.Errorf("%d nonces are remembered, want 1", n)
	}
}

func TestSignatureMismatchTellsWhatWasSigned(t *testing.T) {
	c := newClient(t)
	c.Credential = temp
	c.Secret = "wrong"
	r := c.request("ListJobs", "Workload", "job")
	c.sign(r)
	w := c.send(r)
	c.refused(w, 400, "SignatureDoesNotMatch")
	for _, part := range []string{"server StringToSign is [ACS3-HMAC-SHA256", "server CanonicalRequest is [GET", temp.Token} {
		if !strings.Contains(w.Body.String(), part) {
			t.Errorf("%q is not in %s", part, w.Body)
		}
	}
	if strings.Contains(w.Body.String(), temp.Secret) {
		t.Errorf("the secret is in %s", w.Body)
	}
}
