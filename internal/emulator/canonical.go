package emulator

import (
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// canonicalRequest returns the text whose hash is signed. It is built from what was
// received: the query decoded and encoded anew, the host with its port.
func canonicalRequest(r *http.Request, query url.Values, signedHeaders []string) string {
	return strings.Join([]string{
		r.Method,
		r.URL.EscapedPath(),
		canonicalQuery(query),
		canonicalHeaders(r, signedHeaders),
		strings.Join(signedHeaders, ";"),
		r.Header.Get("x-acs-content-sha256"),
	}, "\n")
}

func canonicalQuery(query url.Values) string {
	var pairs []string
	for _, name := range slices.Sorted(maps.Keys(query)) {
		for _, value := range query[name] {
			pairs = append(pairs, escape(name)+"="+escape(value))
		}
	}
	return strings.Join(pairs, "&")
}

func canonicalHeaders(r *http.Request, signedHeaders []string) string {
	var b strings.Builder
	for _, name := range signedHeaders {
		value := strings.Join(r.Header.Values(name), ",")
		if name == "host" {
			value = r.Host
		}
		b.WriteString(name + ":" + value + "\n") // net/http has trimmed it
	}
	return b.String()
}

// escape encodes every byte but the unreserved ones of RFC 3986. It is not net/url's:
// clients use that, and this checks them.
func escape(s string) string {
	const unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
	var b strings.Builder
	for i := range len(s) {
		if strings.IndexByte(unreserved, s[i]) >= 0 {
			b.WriteByte(s[i])
		} else {
			fmt.Fprintf(&b, "%%%02X", s[i])
		}
	}
	return b.String()
}
