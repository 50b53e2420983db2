package sae

import (
	"cmp"
	"fmt"
	"mime"
	"net/http"
	"regexp"
	"slices"
	"time"

	"saejob/internal/sae/envelope"
	"saejob/internal/secret"
	"saejob/internal/text"
)

// maxAnswer is how many bytes an answer may have, decompressed: what a file
// may have. A page of 200 templates has a tenth of that.
const maxAnswer = 8 << 20

// answer is an answer that reports success.
type answer struct {
	action  action
	ids     envelope.IDs
	members envelope.Members
}

// refuse returns the error for an answer that is not usable all the same.
func (a answer) refuse(message string) *Error {
	return &Error{Action: a.action.String(), HTTPStatus: http.StatusOK, IDs: a.ids, Message: message}
}

// read reads an answer. The error holds nothing of an answer that it does not
// understand: that may be a template.
func read(a action, res *http.Response, body []byte, c Credentials) (answer, error) {
	failure := &Error{Action: a.String(), HTTPStatus: res.StatusCode, IDs: headerIDs(res, c), wait: retryAfter(res.Header)}
	switch {
	case res.StatusCode >= 300 && res.StatusCode < 400:
		failure.Message = "SAE answered with a redirect, which saejob does not follow"
		return answer{}, failure
	case len(body) > maxAnswer:
		failure.Message = fmt.Sprintf("the answer has more than %d MB", maxAnswer>>20)
		return answer{}, failure
	}
	members, err := envelope.Read(body)
	if err != nil {
		what := kind(res.Header)
		failure.Message = fmt.Sprintf("%s (%s, %d bytes)", err, what, len(body))
		if what == "text/html" {
			failure.Message = fmt.Sprintf("a web page answered instead of SAE, maybe that of a proxy or of a network that wants a sign-in (%d bytes)", len(body))
		}
		return answer{}, failure
	}
	said := members.IDs(c.mask)
	failure.IDs = envelope.IDs{Request: cmp.Or(said.Request, failure.IDs.Request), Trace: cmp.Or(said.Trace, failure.IDs.Trace)}
	if res.StatusCode == http.StatusOK && members.Succeeded() {
		return answer{action: a, ids: failure.IDs, members: members}, nil
	}
	blame(failure, members, a, c)
	if envelope.HasPrefix(failure.Code, "InvalidTimeStamp", "IllegalTimestamp") {
		if date, err := http.ParseTime(res.Header.Get("Date")); err == nil {
			failure.Skew = time.Until(date).Round(time.Second)
		}
	}
	return answer{}, failure
}

// What the server says is shown only in the form that the documents give it.
var (
	ramForm   = regexp.MustCompile(`^[a-z0-9-]{1,20}:[A-Za-z0-9*]{1,60}$`)
	emptyForm = regexp.MustCompile(`^(|null|""|\[\s*\]|\{\s*\})$`)
)

// blame writes into failure what the envelope says of it.
func blame(failure *Error, e envelope.Members, a action, c Credentials) {
	failure.Code = secret.Mask(c.mask(e.Code()))
	failure.Message = text.Cut(text.OneLine(secret.Mask(c.mask(e.Text("Message")))), maxMessage)
	switch {
	case !emptyForm.Match(e.Get("Data")):
		// A template that comes with a failure: the message may quote it.
		failure.Message = "the answer reports a failure and has Data"
	case failure.Code == "" && failure.Message == "":
		failure.Message = "the answer reports a failure without saying which"
	}
	switch {
	case envelope.HasPrefix(failure.Code, "SignatureDoesNotMatch", "IncompleteSignature"):
		// The server's message quotes the request, headers and all.
		failure.Message = "the access key secret does not belong to the access key id, or a proxy changes requests"
	case envelope.Forbids(failure.Code):
		failure.Missing = "sae:" + a.String()
		if denied, err := envelope.Read(e.Get("AccessDeniedDetail")); err == nil {
			if permission := c.mask(denied.Text("AuthAction")); ramForm.MatchString(permission) {
				failure.Missing = permission
			}
		}
	}
}

// headerIDs returns the ids of the call from the headers: errors of the gateway and
// truncated answers have no others.
func headerIDs(res *http.Response, c Credentials) envelope.IDs {
	id := func(name string) string { return envelope.ValidID(c.mask(res.Header.Get(name))) }
	return envelope.IDs{Request: id("x-acs-request-id"), Trace: id("x-acs-trace-id")}
}

// kind returns the content type of an answer that was not understood, from a closed
// list: the header is the server's to fill.
func kind(h http.Header) string {
	kind, _, _ := mime.ParseMediaType(h.Get("Content-Type"))
	known := []string{"application/json", "application/octet-stream", "application/xml", "text/html", "text/plain", "text/xml"}
	if slices.Contains(known, kind) {
		return kind
	}
	return "unknown content type"
}
