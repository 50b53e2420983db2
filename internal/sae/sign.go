package sae

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

const algorithm = "ACS3-HMAC-SHA256"

// Sign makes req one that the gateway accepts from the owner of c: it adds the
// date, nonce and body hash, the token of temporary credentials, and the
// Authorization header over them, and rewrites the query in the form that is
// signed, so that what is sent is what was signed. body is what req carries,
// empty for a GET; nonce must be new for each attempt; req has its
// x-acs-action and x-acs-version already. The gateway takes a date that is at
// most 15 minutes off.
//
// The signature is version 3 of help.aliyun.com/document_detail/2593177.html.
func Sign(req *http.Request, body []byte, c Credentials, now time.Time, nonce string) {
	k := c.reveal()
	hash := sha256.Sum256(body)
	req.Header.Set("x-acs-date", now.UTC().Format("2006-01-02T15:04:05Z"))
	req.Header.Set("x-acs-signature-nonce", nonce)
	req.Header.Set("x-acs-content-sha256", hex.EncodeToString(hash[:]))
	if k.token != "" {
		req.Header.Set("x-acs-security-token", k.token)
		req.Header.Set("x-acs-accesskey-id", k.id)
	}
	req.URL.RawQuery = canonicalQuery(req.URL.Query())

	headers, names := canonicalHeaders(req)
	canonical := strings.Join([]string{
		req.Method, canonicalPath(req.URL), req.URL.RawQuery, headers, names, hex.EncodeToString(hash[:]),
	}, "\n")
	hash = sha256.Sum256([]byte(canonical))
	mac := hmac.New(sha256.New, []byte(k.secret))
	mac.Write([]byte(algorithm + "\n" + hex.EncodeToString(hash[:])))
	req.Header.Set("Authorization", algorithm+" Credential="+k.id+",SignedHeaders="+names+
		",Signature="+hex.EncodeToString(mac.Sum(nil)))
}

func canonicalPath(u *url.URL) string {
	if p := u.EscapedPath(); p != "" {
		return p
	}
	return "/"
}

// canonicalQuery is the query sorted by name and escaped as RFC 3986 has it.
func canonicalQuery(query url.Values) string {
	// Encode sorts; it differs from RFC 3986 in the blank alone, and a plus
	// sign that was in a value is %2B by now.
	return strings.ReplaceAll(query.Encode(), "+", "%20")
}

// canonicalHeaders returns the headers that are signed, a line each, and their
// names, joined by ";".
func canonicalHeaders(req *http.Request) (lines, names string) {
	host := req.Host
	if host == "" {
		host = req.URL.Host
	}
	signed := map[string]string{"host": host}
	for name, values := range req.Header {
		name = strings.ToLower(name)
		if name == "content-type" || strings.HasPrefix(name, "x-acs-") {
			signed[name] = strings.TrimSpace(strings.Join(values, ","))
		}
	}
	sorted := make([]string, 0, len(signed))
	for name := range signed {
		sorted = append(sorted, name)
	}
	slices.Sort(sorted)
	var b strings.Builder
	for _, name := range sorted {
		b.WriteString(name + ":" + signed[name] + "\n")
	}
	return b.String(), strings.Join(sorted, ";")
}

// newNonce returns 32 hex digits that no other attempt has.
func newNonce() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // it never returns an error: crypto/rand
	return hex.EncodeToString(b[:])
}
