package witness

import (
	"encoding/hex"
	"math/rand/v2"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/alibabacloud-go/darabonba-openapi/v2/utils"
	"github.com/alibabacloud-go/tea/dara"

	"saejob/internal/sae"
)

// Our signer and the official one give the same Authorization, whatever the
// request holds.
func TestSignerAgreesWithOfficial(t *testing.T) {
	const seed = 20190506
	r := rand.New(rand.NewPCG(seed, seed))
	for n := range 20_000 {
		g := newRequest(r)
		req := g.ours()
		sae.Sign(req, g.body, sae.NewCredentials(g.id, g.secret, g.token), g.now, g.nonce)
		if got, want := req.Header.Get("Authorization"), g.official(); got != want {
			t.Fatalf("request %d: %+v\ngot  %s\nwant %s", n, g, got, want)
		}
	}
}

// request is what both sign.
type request struct {
	method, host, path string
	query, headers     map[string]string
	body               []byte
	now                time.Time
	id, secret, token  string
	nonce              string
}

func newRequest(r *rand.Rand) request {
	g := request{
		method: pick(r, "GET", "POST", "PUT", "DELETE"),
		host:   pick(r, "sae.cn-beijing.aliyuncs.com", "127.0.0.1:8080", "[::1]:9"),
		path:   pick(r, "/", "/pop/v1/sam/job/listJobs", "/pop/v1/sam/job/describeJob"),
		query:  map[string]string{},
		headers: map[string]string{
			"x-acs-action":  pick(r, "ListJobs", "DescribeJob"),
			"x-acs-version": "2019-05-06",
		},
		now:    time.Unix(r.Int64N(4e9), r.Int64N(1e9)).In(time.FixedZone("", r.IntN(86400)-43200)),
		id:     text(r),
		secret: text(r),
		nonce:  hex.EncodeToString([]byte(text(r))),
	}
	for range r.IntN(5) {
		// The official signer leaves names as they are, so they are harmless.
		g.query[pick(r, "AppId", "NamespaceId", "Tags", "Workload", "a", "A", "a-b", "a.b", "a_b", "~")] = text(r)
	}
	if r.IntN(2) == 0 {
		g.token = "t" + text(r)
	}
	if r.IntN(2) == 0 {
		g.body = []byte(text(r))
		g.headers["content-type"] = " application/json;charset=utf-8 "
	}
	if r.IntN(2) == 0 {
		g.headers["x-acs-"+pick(r, "trace", "a", "z-9")] = " " + pick(r, "", "a b", "x:y;z")
	}
	// Neither signs these.
	g.headers["accept"], g.headers["user-agent"] = "application/json", "saejob/0"
	return g
}

func (g request) ours() *http.Request {
	query := url.Values{}
	for name, value := range g.query {
		query.Set(name, value)
	}
	req := &http.Request{
		Method: g.method, Host: g.host, Header: http.Header{},
		URL: &url.URL{Scheme: "https", Host: g.host, Path: g.path, RawQuery: query.Encode()},
	}
	for name, value := range g.headers {
		req.Header.Set(name, value)
	}
	return req
}

func (g request) official() string {
	const algorithm = "ACS3-HMAC-SHA256"
	payload := hex.EncodeToString(utils.Hash(g.body, dara.String(algorithm)))
	req := dara.NewRequest()
	req.Method, req.Pathname = dara.String(g.method), dara.String(g.path)
	req.Query, req.Headers = map[string]*string{}, map[string]*string{}
	for name, value := range g.query {
		req.Query[name] = dara.String(value)
	}
	headers := map[string]string{
		"host":                  g.host,
		"x-acs-date":            g.now.UTC().Format("2006-01-02T15:04:05Z"),
		"x-acs-signature-nonce": g.nonce,
		"x-acs-content-sha256":  payload,
	}
	if g.token != "" {
		headers["x-acs-security-token"], headers["x-acs-accesskey-id"] = g.token, g.id
	}
	for _, from := range []map[string]string{g.headers, headers} {
		for name, value := range from {
			req.Headers[name] = dara.String(value)
		}
	}
	return dara.StringValue(utils.GetAuthorization(req, dara.String(algorithm), dara.String(payload),
		dara.String(g.id), dara.String(g.secret)))
}

// text returns up to eight pieces of what is hard to escape.
func text(r *rand.Rand) string {
	var b strings.Builder
	for range r.IntN(9) {
		b.WriteString(pick(r, "a", "Z", "0", " ", "+", "*", "~", "/", "?", "&", "=", "%", "%2A", "-", "_", ".",
			":", ";", ",", "#", "\"", "'", "[", "{", "(", "!", "$", "@", "\\", "|", "é", "任务", "🚀", "\u2028"))
	}
	return b.String()
}

func pick(r *rand.Rand, from ...string) string { return from[r.IntN(len(from))] }
