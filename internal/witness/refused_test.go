package witness

import (
	"net/http"
	"testing"
	"time"

	"saejob/internal/emulator"
)

var one = map[string]string{"1.json": `{"AppId":"1"}`, "2.json": `{"AppId":"2"}`}

func TestWrongCredentialsAreRefused(t *testing.T) {
	address := start(t, one, 0)
	for _, test := range []struct {
		name   string
		c      emulator.Credential
		status int
		code   string
	}{
		{"unknown access key", emulator.Credential{AccessKeyID: "nobody", Secret: "a secret"}, 404, "InvalidAccessKeyId.NotFound"},
		{"wrong secret", emulator.Credential{AccessKeyID: "lasting", Secret: "a secret "}, 400, "SignatureDoesNotMatch"},
		{"wrong secret, right token", emulator.Credential{AccessKeyID: temporary.AccessKeyID, Secret: "a secret", Token: temporary.Token}, 400, "SignatureDoesNotMatch"},
		{"no token", emulator.Credential{AccessKeyID: temporary.AccessKeyID, Secret: temporary.Secret}, 400, "MissingSecurityToken"},
		{"wrong token", emulator.Credential{AccessKeyID: temporary.AccessKeyID, Secret: temporary.Secret, Token: "t"}, 400, "InvalidSecurityToken.MismatchWithAccessKey"},
		{"another's token", emulator.Credential{AccessKeyID: lasting.AccessKeyID, Secret: lasting.Secret, Token: temporary.Token}, 400, "InvalidSecurityToken.MismatchWithAccessKey"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := describe(config(address, test.c), "1")
			refused(t, err, test.status, test.code)
		})
	}
}

func TestWrongClockIsRefused(t *testing.T) {
	for _, skew := range []time.Duration{16 * time.Minute, -16 * time.Minute} {
		_, err := describe(config(start(t, one, skew), lasting), "1")
		refused(t, err, 400, "InvalidTimeStamp.Expired")
	}
	for _, skew := range []time.Duration{14 * time.Minute, -14 * time.Minute} {
		if _, err := describe(config(start(t, one, skew), lasting), "1"); err != nil {
			t.Errorf("%v: %v", skew, err)
		}
	}
}

func TestReplayIsRefused(t *testing.T) {
	address := start(t, one, 0)
	for _, c := range credentials() {
		var first *http.Request
		f := config(address, c)
		f.HttpClient = wire(func(r *http.Request) {
			if first == nil {
				first = r.Clone(r.Context())
				return
			}
			r.URL, r.Header = first.URL, first.Header
		})
		if _, err := describe(f, "1"); err != nil {
			t.Fatal(err)
		}
		_, err := describe(f, "1")
		refused(t, err, 400, "SignatureNonceUsed")
	}
}

func TestTamperingIsRefused(t *testing.T) {
	address := start(t, one, 0)
	header := func(name, value string) wire {
		return func(r *http.Request) { set(r.Header, name, value) }
	}
	for _, test := range []struct {
		name   string
		tamper wire
		status int
		code   string
	}{
		{"nothing", func(*http.Request) {}, 0, ""},
		{"query", func(r *http.Request) { r.URL.RawQuery = "AppId=2" }, 400, "SignatureDoesNotMatch"},
		{"one more parameter", func(r *http.Request) { r.URL.RawQuery += "&JobId=1" }, 400, "SignatureDoesNotMatch"},
		{"host", func(r *http.Request) { r.Host = "sae.cn-beijing.aliyuncs.com" }, 400, "SignatureDoesNotMatch"},
		{"nonce", header("x-acs-signature-nonce", "another"), 400, "SignatureDoesNotMatch"},
		{"date", header("x-acs-date", time.Now().UTC().Add(time.Minute).Format("2006-01-02T15:04:05Z")), 400, "SignatureDoesNotMatch"},
		{"body hash", header("x-acs-content-sha256", "00"), 400, "SignatureDoesNotMatch"},
		{"token", header("x-acs-security-token", "t"), 400, "InvalidSecurityToken.MismatchWithAccessKey"},
		{"access key id", header("x-acs-accesskey-id", "lasting"), 400, "InvalidSecurityToken.MismatchWithAccessKey"},
		{"action", header("x-acs-action", "ListJobs"), 404, "InvalidAction.NotFound"},
		{"version", header("x-acs-version", "2014-05-15"), 404, "InvalidVersion"},
		{"path", func(r *http.Request) { r.URL.Path = "/pop/v1/sam/job/deleteJob" }, 404, "InvalidAction.NotFound"},
		{"method", func(r *http.Request) { r.Method = "POST" }, 405, "UnsupportedHTTPMethod"},
		{"header that is not signed", header("x-acs-extra", "1"), 400, "IncompleteSignature"},
		{"content type that is not signed", header("content-type", "text/plain"), 400, "IncompleteSignature"},
		{"signature", header("Authorization", "Bearer t"), 400, "IncompleteSignature"},
		{"what is not signed", header("user-agent", "another"), 0, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := config(address, temporary)
			f.HttpClient = test.tamper
			_, err := describe(f, "1")
			if test.status != 0 {
				refused(t, err, test.status, test.code)
			} else if err != nil {
				t.Error(err)
			}
		})
	}
}

// set replaces a header, whatever case its name is in: the official client
// writes most of them in lower case, past net/http's rules.
func set(h http.Header, name, value string) {
	for key := range h {
		if http.CanonicalHeaderKey(key) == http.CanonicalHeaderKey(name) {
			delete(h, key)
		}
	}
	h.Set(name, value)
}
