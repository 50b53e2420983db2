package emulator

import (
	"bytes"
	"compress/gzip"
	"net/http"
	"strings"
)

// answerFaults change the answer before it is sent.
var answerFaults = []kind{
	{name: "status", does: "an error document", keys: calls + ",code=503,error,hint=none,wait=1s", alter: answerStatus},
	{name: "status-empty", does: "an error without a body", keys: calls + ",code=503,hint=none,wait=1s", alter: answerEmpty},
	{name: "status-html", does: "an HTML error page, as from a proxy", keys: calls + ",code=502", alter: answerHTML},
	{name: "success-false", does: "HTTP 200 with a failure inside", keys: calls + ",error=InvalidParameter.WithMessage", alter: answerFailure},
	{name: "error-code", does: "the answer, whose ErrorCode says that it is a failure", keys: calls + ",error=InvalidParameter.WithMessage", alter: addErrorCode},
	{name: "not-json", does: "HTTP 200 with text that is not JSON", keys: calls, alter: answerText},
	{name: "empty", does: "HTTP 200 without a body", keys: calls + ",code=200", alter: answerEmpty},
	{name: "redirect", does: "a redirect", keys: calls + ",code=302,to=http://elsewhere.invalid/", alter: answerRedirect},
	{name: "bad-utf8", does: "Data that is not UTF-8", keys: calls, alter: badUTF8},
	{name: "dup-keys", does: "Data with the same member twice", keys: calls, alter: duplicateKeys},
	{name: "trailing", does: "the answer, with more text after it", keys: calls, alter: trail},
	{name: "gzip", does: "the answer compressed, for callers that accept it", keys: calls, alter: compress},
	{name: "gzip-forced", does: "the answer compressed, for all", keys: calls, alter: compressAnyway},
}

// errorsByStatus are the codes and messages that are documented for a status.
var errorsByStatus = []refusal{
	{http.StatusForbidden, "Forbidden.RAM", "User not authorized to operate on the specified resource, or this API doesn't support RAM."},
	{http.StatusNotFound, "InvalidAppId.NotFound", "The specified AppId does not exist."},
	{http.StatusTooManyRequests, "Throttling.User", "Request was denied due to user flow control."},
	{http.StatusInternalServerError, "InternalError", "The request processing has failed due to some unknown error."},
	{http.StatusServiceUnavailable, "ServiceUnavailable", "The request has failed due to a temporary failure of the server."},
}

func answerStatus(x *exchange) {
	f := refusal{x.Status, strings.ReplaceAll(http.StatusText(x.Status), " ", ""), http.StatusText(x.Status)}
	for _, known := range errorsByStatus {
		if known.status == x.Status {
			f = known
		}
	}
	if x.Error != "" {
		f.code = x.Error
	}
	x.hint(x.w.Header(), x.Wait, x.now)
	x.answer = f.answer(x.call)
}

func answerEmpty(x *exchange) {
	x.hint(x.w.Header(), x.Wait, x.now)
	x.answer = answer{status: x.Status}
}

func answerHTML(x *exchange) {
	x.answer = answer{x.Status, "text/html", []byte("<html><body><h1>" + http.StatusText(x.Status) + "</h1></body></html>\n")}
}

func answerFailure(x *exchange) {
	x.answer = document(http.StatusOK, encode(struct {
		RequestID string `json:"RequestId"`
		TraceID   string `json:"TraceId"`
		Message   string
		ErrorCode string
		Code      string
		Success   bool
	}{x.requestID, x.traceID, "This call was told to fail.", x.Error, "400", false}))
}

// addErrorCode leaves the rest of an answer: by it alone all is well.
func addErrorCode(x *exchange) {
	code := append([]byte(`{"ErrorCode":`), encode(x.Error)...)
	x.body = bytes.Replace(x.body, []byte("{"), append(code, ','), 1)
}

func answerText(x *exchange) { x.answer = document(http.StatusOK, []byte("success\n")) }

func answerRedirect(x *exchange) {
	x.w.Header().Set("Location", x.To)
	x.answer = answer{status: x.Status}
}

func badUTF8(x *exchange) { x.insert(`"Unknown":"` + "\xff\xfe" + `",`) }

func duplicateKeys(x *exchange) {
	if x.action.name == "ListJobs" {
		x.insert(`"TotalSize":0,`)
		return
	}
	x.insert(`"AppId":"twice",`)
}

// insert puts members at the beginning of Data; an error has none.
func (x *exchange) insert(members string) {
	before, data, ok := bytes.Cut(x.body, []byte(`"Data":`))
	if !ok {
		return
	}
	space, data, _ := bytes.Cut(data, []byte("{"))
	x.body = bytes.Join([][]byte{before, []byte(`"Data":`), space, []byte("{" + members), data}, nil)
}

func trail(x *exchange) { x.body = append(x.body, "\n{}"...) }

func compress(x *exchange) {
	if strings.Contains(x.r.Header.Get("Accept-Encoding"), "gzip") {
		compressAnyway(x)
	}
}

func compressAnyway(x *exchange) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write(x.body) // a buffer takes everything
	_ = z.Close()
	x.body = b.Bytes()
	x.w.Header().Set("Content-Encoding", "gzip")
}
