package sae

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"

	"saejob/internal/trial"
)

// fault is a way in which a call comes to nothing. It is looked at alone, not at
// the attempts before it: those of a fault that passes are counted.
type fault struct {
	name      string
	server    http.HandlerFunc
	want      string
	is        error
	temporary bool
}

func TestFaultsInTheAnswer(t *testing.T) {
	const leak = dataByte + " " + keySecret
	html := "<html><title>" + leak + "</title>" + template
	for _, f := range []fault{
		{"success is false", answers(200, `{"RequestId":"R-1","Message":"The specified AppId does not exist.","ErrorCode":"InvalidAppId.NotFound","Code":"404","Success":false}`),
			"DescribeJob: HTTP 200 InvalidAppId.NotFound: The specified AppId does not exist. (request R-1)", ErrNotFound, false},
		{"success is false and there is data", answers(200, `{"Success":"false","Message":"`+leak+`","Data":`+template+`}`),
			"DescribeJob: HTTP 200: the answer reports a failure and has Data (request H-1)", nil, false},
		{"success is false and there is data with a member twice", answers(200, `{"Success":false,"Message":"`+leak+`","Data":{"A":1,"A":2}}`),
			"DescribeJob: HTTP 200: the answer reports a failure and has Data (request H-1)", nil, false},
		{"success is false and data is {}", answers(200, `{"Success":false,"Message":"Gone.","Data":{ },"Code":"InvalidAppId.NotFound"}`),
			"DescribeJob: HTTP 200 InvalidAppId.NotFound: Gone. (request H-1)", ErrNotFound, false},
		{"code is a number", answers(200, `{"Code":404,"Success":true,"Data":`+template+`}`),
			"DescribeJob: HTTP 200 404: the answer reports a failure and has Data (request H-1)", nil, false},
		{"throttled inside", answers(200, `{"Code":"Throttling.Api","Success":false}`),
			"DescribeJob: HTTP 200 Throttling.Api (request H-1)", ErrThrottled, true},
		{"429 empty", answers(429, ""), "DescribeJob: HTTP 429: the answer is empty (unknown content type, 0 bytes) (request H-1)", ErrThrottled, true},
		{"503 empty", answers(503, ""), "DescribeJob: HTTP 503: the answer is empty (unknown content type, 0 bytes) (request H-1)", nil, true},
		{"502 HTML", answers(502, html, "Content-Type", "text/html; charset="+leak),
			"DescribeJob: HTTP 502: a web page answered instead of SAE, maybe that of a proxy or of a network that wants a sign-in (128 bytes) (request H-1)", nil, true},
		{"200 HTML", answers(200, html, "Content-Type", "text/"+dataByte),
			"DescribeJob: HTTP 200: the answer is not JSON (unknown content type, 128 bytes) (request H-1)", nil, false},
		{"403 HTML of a proxy", answers(403, html, "Content-Type", "text/html"),
			"DescribeJob: HTTP 403: a web page answered instead of SAE, maybe that of a proxy or of a network that wants a sign-in (128 bytes) (request H-1)", nil, false},
		{"404 HTML of another host", answers(404, html, "Content-Type", "text/html"),
			"DescribeJob: HTTP 404: a web page answered instead of SAE, maybe that of a proxy or of a network that wants a sign-in (128 bytes) (request H-1)", nil, false},
		{"200 empty", answers(200, ""), "DescribeJob: HTTP 200: the answer is empty (unknown content type, 0 bytes) (request H-1)", nil, false},
		{"204", answers(204, ""), "DescribeJob: HTTP 204: the answer is empty (unknown content type, 0 bytes) (request H-1)", nil, false},
		{"no object", answers(200, `["`+leak+`"]`, "Content-Type", "application/json"),
			"DescribeJob: HTTP 200: the answer is not a JSON object (application/json, 41 bytes) (request H-1)", nil, false},
		{"trailing garbage", answers(200, success(template)+leak, "Content-Type", "application/json"),
			"DescribeJob: HTTP 200: the answer is not JSON (application/json, 162 bytes) (request H-1)", nil, false},
		{"a second value", answers(200, success(template)+"{}", "Content-Type", "application/json"),
			"DescribeJob: HTTP 200: the answer is not JSON (application/json, 127 bytes) (request H-1)", nil, false},
		{"Data twice", answers(200, `{"Data":`+template+`,"Dat\u0061":`+template+`}`, "Content-Type", "application/json"),
			"DescribeJob: HTTP 200: the answer has a member twice (application/json, 162 bytes) (request H-1)", nil, false},
		{"no Data", answers(200, `{"Success":true,"data":`+template+`}`), "DescribeJob: HTTP 200: the answer has no Data (request H-1)", nil, false},
		{"Data is null", answers(200, success("null")), "DescribeJob: HTTP 200: the answer has no Data (request R-1)", nil, false},
		{"Data is {}", answers(200, success("{}")), "DescribeJob: HTTP 200: the answer has no Data (request R-1)", nil, false},
		{"Data is text", answers(200, success(`"`+dataByte+`"`)), "DescribeJob: HTTP 200: the answer has no Data (request R-1)", nil, false},
		{"no AppId", answers(200, success(`{"appId":"`+appID+`","x":"`+leak+`"}`)), "DescribeJob: HTTP 200: the answer's Data has no AppId (request R-1)", nil, false},
		{"another AppId", answers(200, success(`{"AppId":"`+dataByte+`"}`)), "DescribeJob: HTTP 200: the answer's Data has another AppId (request R-1)", nil, false},
		{"two AppIds", answers(200, success(`{"AppId":"`+appID+`","AppId":"`+dataByte+`"}`)), "DescribeJob: HTTP 200: the answer's Data has another AppId (request R-1)", nil, false},
		{"AppId is no text", answers(200, success(`{"AppId":7}`)), "DescribeJob: HTTP 200: the answer's Data has another AppId (request R-1)", nil, false},
		{"success with an ErrorCode", answers(200, `{"RequestId":"R-1","TraceId":"T-1","Message":"`+dataByte+`","Data":`+template+`,"ErrorCode":"InvalidAppId.NotFound","Code":"200","Success":true}`),
			"DescribeJob: HTTP 200 InvalidAppId.NotFound: the answer reports a failure and has Data (request R-1; trace T-1)", ErrNotFound, false},
		{"success with an ErrorCode and no Data", answers(200, `{"Message":"Slow.","Data":null,"ErrorCode":"Throttling.User","Code":"200","Success":true}`),
			"DescribeJob: HTTP 200 Throttling.User: Slow. (request H-1)", ErrThrottled, true},
		{"another AppId with a trace", answers(200, `{"RequestId":"R-1","TraceId":"T-1","Data":{"AppId":"x"},"Success":true}`),
			"DescribeJob: HTTP 200: the answer's Data has another AppId (request R-1; trace T-1)", nil, false},
		{"codes that are none", answers(500, `{"Code":"`+leak+`","RequestId":"`+keyID+`"}`), "DescribeJob: HTTP 500: the answer reports a failure without saying which (request H-1)", nil, true},
		{"the request is quoted", answers(400, `{"Code":"Invalid","Message":"got \u001b[2J`+keyID+`,\n`+keySecret+` and `+keyToken+` or CAIS%2FCanary%2BToken%3D%3D"}`),
			"DescribeJob: HTTP 400 Invalid: got [2J<redacted>, <redacted> and <redacted> or <redacted> (request H-1)", nil, false},
	} {
		t.Run(f.name, f.test)
	}
}

func TestFaultsOfDocumentedErrors(t *testing.T) {
	for _, f := range []fault{
		{"404", answers(404, `{"RequestId":"01CF-4","HostId":"h","Code":"InvalidAppId.NotFound","Message":"The specified AppId does not exist."}`),
			"DescribeJob: HTTP 404 InvalidAppId.NotFound: The specified AppId does not exist. (request 01CF-4)", ErrNotFound, false},
		{"404 of something else", answers(404, `{"Code":"InvalidNamespaceId.NotFound"}`),
			"DescribeJob: HTTP 404 InvalidNamespaceId.NotFound (request H-1)", nil, false},
		{"404 with a trace", answers(404, `{"RequestId":"01CF-4","TraceId":"ac1a0b22****","Code":"InvalidAppId.NotFound","Message":"The specified AppId does not exist."}`),
			"DescribeJob: HTTP 404 InvalidAppId.NotFound: The specified AppId does not exist. (request 01CF-4; trace ac1a0b22****)", ErrNotFound, false},
		{"trace in a header", answers(404, `{"Code":"InvalidAppId.NotFound"}`, "X-Acs-Trace-Id", "ac1a"),
			"DescribeJob: HTTP 404 InvalidAppId.NotFound (request H-1; trace ac1a)", ErrNotFound, false},
		{"trace that is none", answers(404, `{"TraceId":"`+keyID+`","Code":"InvalidAppId.NotFound"}`, "X-Acs-Trace-Id", "a b"),
			"DescribeJob: HTTP 404 InvalidAppId.NotFound (request H-1)", ErrNotFound, false},
		{"403", answers(403, `{"RequestId":"01CF-5","Code":"Forbidden.RAM","Message":"User not authorized.","AccessDeniedDetail":{"AuthAction":"sae:DescribeJob","EncodedDiagnosticMessage":"`+dataByte+`"}}`),
			"DescribeJob: HTTP 403 Forbidden.RAM: User not authorized. (needs sae:DescribeJob; request 01CF-5)", ErrForbidden, false},
		{"403 in lower case, action unreadable", answers(403, `{"requestId":"01CF-6","code":"NoPermission","message":"No.","accessDeniedDetail":{"AuthAction":"`+keyID+`"}}`),
			"DescribeJob: HTTP 403 NoPermission: No. (needs sae:DescribeJob; request 01CF-6)", ErrForbidden, false},
		{"400 throttled", answers(400, `{"RequestId":"9736ED45-7B954391****","Message":"Request was denied due to user flow control.","Code":"Throttling.User"}`),
			"DescribeJob: HTTP 400 Throttling.User: Request was denied due to user flow control. (request 9736ED45-7B954391****)", ErrThrottled, true},
		{"503", answers(503, `{"Code":"ServiceUnavailable","Message":"temporary failure"}`),
			"DescribeJob: HTTP 503 ServiceUnavailable: temporary failure (request H-1)", nil, true},
		{"nonce used", answers(400, `{"Code":"SignatureNonceUsed"}`), "DescribeJob: HTTP 400 SignatureNonceUsed (request H-1)", nil, true},
		{"unknown key", answers(404, `{"Code":"InvalidAccessKeyId.NotFound","Message":"Specified access key is not found."}`),
			"DescribeJob: HTTP 404 InvalidAccessKeyId.NotFound: Specified access key is not found. (request H-1)", ErrCredentials, false},
		{"wrong secret", answers(400, `{"Code":"SignatureDoesNotMatch","Message":"server string to sign is: x-acs-signature-nonce:`+dataByte+`"}`),
			"DescribeJob: HTTP 400 SignatureDoesNotMatch: the access key secret does not belong to the access key id, or a proxy changes requests (request H-1)", ErrCredentials, false},
	} {
		t.Run(f.name, f.test)
	}
}

func TestFaultsOnTheWay(t *testing.T) {
	const ended = ": the connection ended before the answer did"
	const broken = ": the connection or the answer on it is broken"
	zipped := zip(t, strings.NewReader(success(template)))
	for _, f := range []fault{
		{"closed before the answer", raw(""), "DescribeJob" + ended, nil, true},
		{"length too long", raw("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n" + template), "DescribeJob: HTTP 200" + ended, nil, true},
		{"chunk missing", raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n" + template), "DescribeJob: HTTP 200" + ended, nil, true},
		{"chunk broken", raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + dataByte + "\r\n"), "DescribeJob: HTTP 200" + broken, nil, true},
		{"no HTTP", raw(dataByte + " " + keySecret + "\r\n\r\n"), "DescribeJob" + broken, nil, true},
		{"no status", raw("HTTP/1.1 " + dataByte + "\r\n\r\n"), "DescribeJob" + broken, nil, true},
		{"no header", raw("HTTP/1.1 200 OK\r\n" + dataByte + "\r\n\r\n"), "DescribeJob" + broken, nil, true},
		{"endless header", raw("HTTP/1.1 200 OK\r\nA: " + strings.Repeat(dataByte, 10000) + "\r\n\r\n"), "DescribeJob" + broken, nil, true},
		{"length is none", raw("HTTP/1.1 200 OK\r\nContent-Length: " + dataByte + "\r\n\r\n"), "DescribeJob" + broken, nil, true},
		{"gzip that is none", answers(200, success(template), "Content-Encoding", "gzip"), "DescribeJob: HTTP 200" + broken + " (request H-1)", nil, true},
		{"gzip cut short", answers(200, zipped[:len(zipped)-9], "Content-Encoding", "gzip"), "DescribeJob: HTTP 200" + ended + " (request H-1)", nil, true},
		{"another encoding", answers(200, zipped, "Content-Encoding", dataByte, "Content-Type", "application/json"),
			fmt.Sprintf("DescribeJob: HTTP 200: the answer is not JSON (application/json, %d bytes) (request H-1)", len(zipped)), nil, false},
		{"100 MB", endless(100 << 20), "DescribeJob: HTTP 200: the answer has more than 8 MB (request H-1)", nil, false},
		{"gzip bomb", answers(200, strings.Repeat(zip(t, io.LimitReader(zeros{}, 1<<20)), 100), "Content-Encoding", "gzip"),
			"DescribeJob: HTTP 200: the answer has more than 8 MB (request H-1)", nil, false},
		{"500 with 100 MB", answers(500, strings.Repeat(" ", 9<<20)), "DescribeJob: HTTP 500: the answer has more than 8 MB (request H-1)", nil, true},
		{"redirect", answers(302, "", "Location", "https://example.com/"+dataByte), "DescribeJob: HTTP 302: SAE answered with a redirect, which saejob does not follow (request H-1)", nil, false},
		{"redirect for good", answers(308, "", "Location", "https://example.com/"+dataByte), "DescribeJob: HTTP 308: SAE answered with a redirect, which saejob does not follow (request H-1)", nil, false},
		{"a redirect nobody knows", answers(399, ""), "DescribeJob: HTTP 399: SAE answered with a redirect, which saejob does not follow (request H-1)", nil, false},
		{"redirect to nowhere", answers(307, "", "Location", ":%zz"+dataByte), "DescribeJob: HTTP 307: SAE answered with a redirect, which saejob does not follow (request H-1)", nil, false},
	} {
		t.Run(f.name, f.test)
	}
}

func (f fault) test(t *testing.T) {
	c := client(t, f.server)
	got, err := c.Describe(trial.Soon(t), appID)
	if err == nil || got.Data != nil {
		t.Fatalf("got %q, %v", got.Data, err)
	}
	if got := attempt(err).Error(); got != f.want {
		t.Errorf("\ngot  %s\nwant %s", got, f.want)
	}
	for _, sentinel := range []error{ErrNotFound, ErrForbidden, ErrThrottled, ErrCredentials} {
		if errors.Is(err, sentinel) != (f.is == sentinel) {
			t.Errorf("errors.Is(err, %q) is %t", sentinel, errors.Is(err, sentinel))
		}
	}
	if Temporary(err) != f.temporary {
		t.Errorf("temporary is %t", Temporary(err))
	}
	var e *Error
	if !errors.As(err, &e) {
		t.Fatalf("%T is no *Error", err)
	}
	leaks(t, err, *e, c)
	f.made(t, c.Stats(), err)
	f.passes(t)
}

// made fails the test unless the call was made as often as helps: once when the
// fault is final, five times when it passes, and when it is to be waited for as
// long as there is patience.
func (f fault) made(t *testing.T, s Stats, err error) {
	throttled, _ := throttling(err)
	prefix, least, most := "", 1, 1
	switch {
	case throttled:
		prefix, least, most = "throttled on every call for ", 2, 1<<30
	case f.temporary:
		prefix, least, most = "after 5 attempts: ", 5, 5
	}
	if s.Calls < least || s.Calls > most || !strings.HasPrefix(err.Error(), prefix+"DescribeJob: ") && !throttled {
		t.Errorf("%d calls, %v", s.Calls, err)
	}
	if !strings.HasPrefix(err.Error(), prefix) || throttled && s.Throttled != s.Calls {
		t.Errorf("%+v, %v", s, err)
	}
}

// passes fails the test unless a fault that comes once is none when it is
// temporary, and the end when it is not.
func (f fault) passes(t *testing.T) {
	var calls atomic.Int32
	_, err := client(t, func(w http.ResponseWriter, r *http.Request) {
		if calls.Add(1) == 1 {
			f.server(w, r)
			return
		}
		answers(200, success(template))(w, r)
	}).Describe(trial.Soon(t), appID)
	if (err == nil) != f.temporary || f.temporary != (calls.Load() == 2) {
		t.Errorf("once: %d calls, %v", calls.Load(), err)
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// TestLongAnswersAreNotRead: of an answer, packed or not, no more is read than one
// may have, which memory shows.
func TestLongAnswersAreNotRead(t *testing.T) {
	const size = 100 << 20
	zipped := strings.Repeat(zip(t, io.LimitReader(zeros{}, 1<<20)), size>>20)
	for name, h := range map[string]http.HandlerFunc{
		"100 MB": endless(size), "gzip bomb": answers(200, zipped, "Content-Encoding", "gzip"),
	} {
		c := client(t, h)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := c.Describe(trial.Soon(t), appID)
		runtime.ReadMemStats(&after)
		if took := after.TotalAlloc - before.TotalAlloc; err == nil || took > size {
			t.Errorf("%s: %d MB of memory, %v", name, took>>20, err)
		}
	}
}

// endless returns a handler that streams size bytes, or until nobody reads.
func endless(size int64) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("X-Acs-Request-Id", "H-1")
		_, _ = io.CopyN(w, zeros{}, size)
	}
}

func zip(t *testing.T, r io.Reader) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := io.Copy(z, r); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// What the server sends behind an answer goes nowhere, not to the log either.
func TestBytesBehindTheAnswerAreNotLogged(t *testing.T) {
	var logged bytes.Buffer
	log.SetOutput(&logged)
	defer log.SetOutput(os.Stderr)
	body := success(template)
	c := client(t, raw(fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s%s", len(body), body, template)))
	for range 30 {
		if _, err := c.Describe(trial.Soon(t), appID); err != nil {
			t.Fatal(err)
		}
	}
	log.SetOutput(os.Stderr) // and after this nobody writes to the buffer
	if logged.Len() > 0 {
		t.Errorf("logged: %s", logged.String())
	}
}
