package sae

import (
	"encoding/json"
	"fmt"
	"mime"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"time"
)

// answer is one that reports success: what stands around Data, by name, each
// value byte for byte as it came.
type answer struct {
	action    action
	requestID string
	members   envelope
}

// refuse returns the error for an answer that is no good for all that.
func (a answer) refuse(message string) *Error {
	return &Error{Action: a.action.String(), HTTPStatus: http.StatusOK, RequestID: a.requestID, Message: message}
}

// read judges an answer. The error holds nothing of an answer that it does not
// understand: that may be a template.
func read(a action, res *http.Response, body []byte, c Credentials) (answer, error) {
	failure := &Error{Action: a.String(), HTTPStatus: res.StatusCode, RequestID: headerID(res, c), wait: hintOf(res.Header)}
	switch {
	case res.StatusCode >= 300 && res.StatusCode < 400:
		failure.Message = "the answer leads elsewhere, where no request is sent"
		return answer{}, failure
	case len(body) > maxAnswer:
		failure.Message = fmt.Sprintf("the answer has more than %d MB", maxAnswer>>20)
		return answer{}, failure
	}
	e, err := newEnvelope(body)
	if err != nil {
		what := kind(res.Header)
		failure.Message = fmt.Sprintf("%s (%s, %d bytes)", err, what, len(body))
		if what == "text/html" {
			failure.Message = fmt.Sprintf("a web page answers, not SAE: maybe a proxy's, or one to sign in to the network (%d bytes)", len(body))
		}
		return answer{}, failure
	}
	if id := c.mask(e.text("RequestId")); idForm.MatchString(id) {
		failure.RequestID = id
	}
	if res.StatusCode == http.StatusOK && e.success() {
		return answer{action: a, requestID: failure.RequestID, members: e}, nil
	}
	e.blame(failure, a, c)
	if startsWith(failure.Code, "InvalidTimeStamp", "IllegalTimestamp") {
		if date, err := http.ParseTime(res.Header.Get("Date")); err == nil {
			failure.Skew = time.Until(date).Round(time.Second)
		}
	}
	return answer{}, failure
}

// What the server says is shown only in the form that it has by the documents.
var (
	statusForm = regexp.MustCompile(`^[0-9]{3}$`)
	codeForm   = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9._-]{0,79}$`)
	ramForm    = regexp.MustCompile(`^[a-z0-9-]{1,20}:[A-Za-z0-9*]{1,60}$`)
	emptyForm  = regexp.MustCompile(`^(|null|""|\[\s*\]|\{\s*\})$`)
	idForm     = regexp.MustCompile(`^[A-Za-z0-9*-]{1,64}$`)
)

// success reports whether the envelope says that the call succeeded. Success
// and Code come as text or not. ErrorCode says nothing: "空" (empty), "Null"
// and "success" stand there when all is well.
func (e envelope) success() bool {
	code := e.text("Code")
	return !strings.EqualFold(e.text("Success"), "false") &&
		(code == "" || statusForm.MatchString(code) && code[0] == '2')
}

// blame writes into failure what the envelope says of it.
func (e envelope) blame(failure *Error, a action, c Credentials) {
	failure.Code = e.code(c)
	failure.Message = clean(c.mask(e.text("Message")))
	switch {
	case !emptyForm.Match(e.member("Data")):
		// A template that comes as a failure: its message may quote it.
		failure.Message = "the answer reports a failure and has Data"
	case failure.Code == "" && failure.Message == "":
		failure.Message = "the answer reports a failure and does not say which"
	}
	switch {
	case startsWith(failure.Code, "SignatureDoesNotMatch", "IncompleteSignature"):
		// The server's message quotes the request, headers and all.
		failure.Message = "the access key secret is not that of the access key id, or a proxy changes requests"
	case forbids(failure.Code):
		failure.Missing = "sae:" + a.String()
		if denied, err := newEnvelope(e.member("AccessDeniedDetail")); err == nil {
			if text := c.mask(denied.text("AuthAction")); ramForm.MatchString(text) {
				failure.Missing = text
			}
		}
	}
}

// code returns the code of a failure: the API's own, which stands in Code or,
// behind a status there, in ErrorCode; else that status.
func (e envelope) code(c Credentials) string {
	status := c.mask(e.text("Code"))
	for _, text := range []string{status, c.mask(e.text("ErrorCode"))} {
		if codeForm.MatchString(text) && !strings.EqualFold(text, "null") && !strings.EqualFold(text, "success") {
			return text
		}
	}
	if statusForm.MatchString(status) {
		return status
	}
	return ""
}

// headerID returns the id of the request as the headers have it: errors of a
// proxy and truncated answers have no other.
func headerID(res *http.Response, c Credentials) string {
	if id := c.mask(res.Header.Get("x-acs-request-id")); idForm.MatchString(id) {
		return id
	}
	return ""
}

// kind names the content type of an answer that was not understood, from a
// closed list: the header is the server's to fill.
func kind(h http.Header) string {
	kind, _, _ := mime.ParseMediaType(h.Get("Content-Type"))
	known := []string{"application/json", "application/octet-stream", "application/xml", "text/html", "text/plain", "text/xml"}
	if slices.Contains(known, kind) {
		return kind
	}
	return "of no known kind"
}

// text returns the member of that name if it is a string, a number or a
// boolean, else nothing.
func (e envelope) text(name string) string {
	value := e.member(name)
	var s string
	switch {
	case len(value) == 0 || strings.ContainsRune(`{[n`, rune(value[0])):
		return ""
	case json.Unmarshal(value, &s) == nil:
		return s
	}
	return string(value)
}
