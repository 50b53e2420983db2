package login

import (
	"crypto/hmac"
	"crypto/sha1"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"saejob/internal/sae"
	"saejob/internal/trial"
)

// TestMain lets the credentials library trust the stand-ins: it calls STS with
// https alone, over a copy of the default transport.
func TestMain(m *testing.M) {
	s := httptest.NewTLSServer(nil)
	pool := x509.NewCertPool()
	pool.AddCert(s.Certificate())
	s.Close()
	http.DefaultTransport.(*http.Transport).TLSClientConfig = &tls.Config{RootCAs: pool}
	os.Exit(trial.Alone{M: m}.Run())
}

const (
	keyID     = trial.KeyID
	keySecret = trial.KeySecret
	keyToken  = trial.KeyToken
)

var answers, raw = trial.Answers, trial.Raw

// holds reports whether credentials are of these keys: they cannot be asked for them, but
// sign alike.
func holds(c sae.Credentials, k keys) bool {
	sign := func(c sae.Credentials) http.Header {
		r := httptest.NewRequest(http.MethodGet, "http://127.0.0.1/", nil)
		sae.Sign(r, nil, c, time.Unix(0, 0), "nonce")
		return r.Header
	}
	return reflect.DeepEqual(sign(c), sign(sae.NewCredentials(k.id, k.secret, k.token)))
}

// home makes a home directory of these files, the only one there is: no variable
// that leads to credentials is set. When the test ends nothing in it may have
// changed.
func home(t *testing.T, files map[string]string) string {
	t.Helper()
	for _, v := range os.Environ() {
		name, _, _ := strings.Cut(v, "=")
		if strings.HasPrefix(name, "ALIBABA_CLOUD_") || strings.HasSuffix(name, "CLOUD_PROFILE") || name == "DEBUG" {
			t.Setenv(name, "")
		}
	}
	dir := t.TempDir()
	t.Setenv("HOME", dir)
	t.Setenv("USERPROFILE", dir)
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	before := look(t, dir)
	t.Cleanup(func() {
		if after := look(t, dir); after != before {
			t.Errorf("the home directory was\n%s\nand is\n%s", before, after)
		}
	})
	return dir
}

// look returns the names, modes, times and bytes of everything in a directory.
func look(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.Walk(dir, func(path string, info os.FileInfo, err error) error {
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "%s %s %d\n", path, info.Mode(), info.ModTime().UnixNano())
		if info.Mode().IsRegular() {
			text, err := os.ReadFile(path)
			fmt.Fprintf(&b, "%q\n", text)
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

const (
	provided = "STS.CanaryProvidedId"
	roleArn  = "acs:ram::1:role/reader"
	ssoToken = "CanarySSOToken"
	oidcText = "CanaryOIDCToken"
	hour     = time.Hour
)

// grant is what a stand-in gives: the n-th key.
func grant(n int, last time.Duration, around string) string {
	return fmt.Sprintf(around, fmt.Sprintf(`"AccessKeyId":"%s%d","AccessKeySecret":"%s","SecurityToken":"%s","Expiration":"%s","Code":"Success"`,
		provided, n, keySecret, keyToken, time.Now().Add(last).UTC().Format("2006-01-02T15:04:05Z")))
}

// granted is what that grant becomes.
func granted(n int) keys { return keys{fmt.Sprintf("%s%d", provided, n), keySecret, keyToken} }

// cloud stands in for STS, CloudSSO, the metadata of ECS and a credentials URI.
type cloud struct {
	t       *testing.T
	secrets map[string]string // by access key id
	lasts   time.Duration     // of what is given next; 0: an hour
	refuse  http.HandlerFunc  // instead of an answer

	mu    sync.Mutex
	asked []string
	given int

	tls, plain *httptest.Server
}

func newCloud(t *testing.T) *cloud {
	c := &cloud{t: t, secrets: map[string]string{keyID: keySecret}}
	c.tls = httptest.NewTLSServer(c)
	c.plain = httptest.NewServer(c)
	t.Cleanup(c.tls.Close)
	t.Cleanup(c.plain.Close)
	return c
}

// login returns l with the addresses of the stand-in.
func (c *cloud) login(l Login) Login {
	l.standIn.sts = strings.TrimPrefix(c.tls.URL, "https://")
	l.standIn.metadataProxy = c.plain.URL
	return l
}

func (c *cloud) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	_ = r.ParseForm()
	what := r.Method + " " + r.URL.Path
	if action := r.Form.Get("Action"); action != "" {
		what = strings.TrimSpace(action + " " + r.Form.Get("RoleArn") + " " + r.Form.Get("ExternalId"))
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.asked = append(c.asked, what)
	if c.refuse != nil {
		c.mu.Unlock()
		defer c.mu.Lock()
		c.refuse(w, r)
		return
	}
	text := c.answer(r)
	if text == "" {
		http.Error(w, `{"Code":"Forbidden","Message":"`+keySecret+`"}`, http.StatusForbidden)
	}
	_, _ = w.Write([]byte(text))
}

func (c *cloud) answer(r *http.Request) string {
	last := c.lasts
	if last == 0 {
		last = hour
	}
	flat, within := "{%s}", `{"Credentials":{%s}}`
	switch r.Form.Get("Action") {
	case "AssumeRole":
		if !c.signed(r) {
			return ""
		}
		c.given++
		key := granted(c.given)
		c.secrets[key.id] = key.secret
		return grant(c.given, last, within)
	case "AssumeRoleWithOIDC":
		if r.Form.Get("OIDCToken") != oidcText || r.Form.Get("OIDCProviderArn") == "" {
			return ""
		}
		c.given++
		return grant(c.given, last, within)
	}
	const metadata = "/latest/meta-data/ram/security-credentials/"
	token := r.Header.Get("x-aliyun-ecs-metadata-token") == "CanaryMetadataToken" && r.Host == "100.100.100.200"
	switch path := r.URL.Path; {
	case r.Method == "PUT" && path == "/latest/api/token":
		return "CanaryMetadataToken"
	case path == metadata && token:
		return "instance-role"
	case path == metadata+"instance-role" && token, path == "/uri":
		c.given++
		return grant(c.given, last, flat)
	case path == "/cloud-credentials" && r.Header.Get("Authorization") == "Bearer "+ssoToken:
		c.given++
		return grant(c.given, last, `{"CloudCredential":{%s}}`)
	}
	return ""
}

// signed reports whether a request to STS is signed by a key that is known, as
// version 1 of the RPC signature has it.
func (c *cloud) signed(r *http.Request) bool {
	signature := r.Form.Get("Signature")
	r.Form.Del("Signature")
	escape := func(s string) string {
		return strings.NewReplacer("+", "%20", "*", "%2A", "%7E", "~").Replace(url.QueryEscape(s))
	}
	canonical := strings.NewReplacer("+", "%20", "*", "%2A", "%7E", "~").Replace(r.Form.Encode())
	id := r.Form.Get("AccessKeyId")
	mac := hmac.New(sha1.New, []byte(c.secrets[id]+"&"))
	mac.Write([]byte("POST&%2F&" + escape(canonical)))
	return c.secrets[id] != "" && (id == keyID || r.Form.Get("SecurityToken") == keyToken) &&
		signature == base64.StdEncoding.EncodeToString(mac.Sum(nil))
}
