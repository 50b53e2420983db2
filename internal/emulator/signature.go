package emulator

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"
)

const (
	algorithm  = "ACS3-HMAC-SHA256"
	dateLayout = "2006-01-02T15:04:05Z"
	// maxSkew is how far the date of a call may be from the clock, both ways.
	maxSkew = 15 * time.Minute
	// maxBody is more than any call has.
	maxBody = 1 << 20
)

var authorizationForm = regexp.MustCompile(`^` + algorithm + ` Credential=([^,\s]+),SignedHeaders=([^,\s]+),Signature=([0-9a-f]{64})$`)

// authorization is what the Authorization header says.
type authorization struct {
	accessKeyID   string
	signedHeaders []string
	signature     string
}

// verify refuses r unless the owner of a known key pair signed it, now, once
// and whole (help.aliyun.com/document_detail/2593177.html).
func (s *Server) verify(r *http.Request, query url.Values) *refusal {
	a, ok := readAuthorization(r)
	if !ok {
		return &refusal{http.StatusBadRequest, "IncompleteSignature", "The request signature does not conform to Aliyun standards."}
	}
	credential, ok := s.credentials[a.accessKeyID]
	if !ok {
		return &refusal{http.StatusNotFound, "InvalidAccessKeyId.NotFound", "Specified access key is not found."}
	}
	date, refused := s.date(r)
	if refused != nil {
		return refused
	}
	if refused := credential.admits(r.Header); refused != nil {
		return refused
	}
	canonical := canonicalRequest(r, query, a.signedHeaders)
	toSign := algorithm + "\n" + hexSHA256([]byte(canonical))
	mac := hmac.New(sha256.New, []byte(credential.Secret))
	mac.Write([]byte(toSign))
	want := hex.EncodeToString(mac.Sum(nil))
	if !bodyMatches(r) || !hmac.Equal([]byte(a.signature), []byte(want)) {
		// The gateway, too, tells what it signed, a token in it and all.
		return &refusal{http.StatusBadRequest, "SignatureDoesNotMatch", "Specified signature does not match our calculation." +
			" server StringToSign is [" + toSign + "] server CanonicalRequest is [" + canonical + "]"}
	}
	// Last, so that nobody but the owner can use up a nonce.
	if !s.nonces.burn(a.accessKeyID, r.Header.Get("x-acs-signature-nonce"), date.Add(maxSkew), s.world.clock.now()) {
		return &refusal{http.StatusBadRequest, "SignatureNonceUsed", "Specified signature nonce was used already."}
	}
	return nil
}

// readAuthorization reads the header, and reports whether it is complete: the
// signed headers are lower case, sorted, all there, and leave out none that
// must be signed.
func readAuthorization(r *http.Request) (a authorization, ok bool) {
	values := r.Header.Values("Authorization")
	if len(values) != 1 {
		return a, false
	}
	m := authorizationForm.FindStringSubmatch(values[0])
	if m == nil {
		return a, false
	}
	a = authorization{accessKeyID: m[1], signedHeaders: strings.Split(m[2], ";"), signature: m[3]}
	for i, name := range a.signedHeaders {
		if name != strings.ToLower(name) || i > 0 && name <= a.signedHeaders[i-1] {
			return a, false
		}
		if name != "host" && len(r.Header.Values(name)) == 0 {
			return a, false
		}
	}
	must := []string{"host"}
	for name := range r.Header {
		name = strings.ToLower(name)
		if name == "content-type" || strings.HasPrefix(name, "x-acs-") {
			must = append(must, name)
		}
	}
	for _, name := range must {
		if !slices.Contains(a.signedHeaders, name) {
			return a, false
		}
	}
	return a, true
}

// date returns when the call was made by its header; it refuses any time but now.
func (s *Server) date(r *http.Request) (time.Time, *refusal) {
	date, err := time.Parse(dateLayout, r.Header.Get("x-acs-date"))
	if err != nil {
		return date, &refusal{http.StatusBadRequest, "InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted."}
	}
	if s.world.clock.now().Sub(date).Abs() > maxSkew {
		return date, &refusal{http.StatusBadRequest, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired."}
	}
	return date, nil
}

// admits refuses a token that is not the access key's, and the lack of one
// that is.
func (c Credential) admits(header http.Header) *refusal {
	token, accessKeyID := header.Get("x-acs-security-token"), header.Get("x-acs-accesskey-id")
	if c.Token != "" && token == "" {
		return &refusal{http.StatusBadRequest, "MissingSecurityToken", "SecurityToken is mandatory for this action."}
	}
	// The official client sends the second header with a token, and only then.
	if token != c.Token || (token != "" || accessKeyID != "") && accessKeyID != c.AccessKeyID {
		return &refusal{http.StatusBadRequest, "InvalidSecurityToken.MismatchWithAccessKey", "Specified SecurityToken mismatch with the AccessKey."}
	}
	return nil
}

func bodyMatches(r *http.Request) bool {
	body, err := io.ReadAll(io.LimitReader(r.Body, maxBody+1))
	return err == nil && len(body) <= maxBody && r.Header.Get("x-acs-content-sha256") == hexSHA256(body)
}

func hexSHA256(b []byte) string {
	hash := sha256.Sum256(b)
	return hex.EncodeToString(hash[:])
}
