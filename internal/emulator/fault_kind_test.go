package emulator

import (
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"

	"saejob/internal/trial"
)

// Each kind, as a caller meets it who asks for the template 1.
func TestKinds(t *testing.T) {
	const data = `{"AppId":"1","AppName":"one"}`
	cases := map[string]struct {
		text string // "": the kind
		is   func(outcome) bool
	}{
		"latency":       {"latency:delay=1ms", isSuccess(data)},
		"any":           {"any:delay=1ms,size=1000", func(outcome) bool { return true }},
		"throttle":      {"throttle:limit=1,window=1h", isSuccess(data)}, // the next one is not, see TestQuota
		"skew":          {"", isError(400, "InvalidTimeStamp.Expired")},
		"status":        {"", isError(503, "ServiceUnavailable")},
		"status-empty":  {"", func(o outcome) bool { return o.err == nil && o.response.StatusCode == 503 && o.body == "" }},
		"status-html":   {"", isPage(502)},
		"success-false": {"", isFailure},
		"error-code": {"", func(o outcome) bool {
			return o.response.StatusCode == 200 && strings.HasPrefix(o.body, `{"ErrorCode":"InvalidParameter.WithMessage","RequestId":`) &&
				strings.HasSuffix(o.body, `,"Data":`+data+`,"Code":"200","Success":true}`)
		}},
		"not-json": {"", func(o outcome) bool { return o.response.StatusCode == 200 && o.body == "success\n" }},
		"empty": {"", func(o outcome) bool {
			return o.err == nil && o.response.StatusCode == 200 && o.response.ContentLength == 0 && o.response.Header["Content-Type"] == nil
		}},
		"redirect": {"redirect:to=http://127.0.0.1:1/x", func(o outcome) bool {
			return o.response.StatusCode == 302 && o.response.Header.Get("Location") == "http://127.0.0.1:1/x" && o.body == ""
		}},
		"bad-utf8": {"", func(o outcome) bool {
			return !utf8.ValidString(o.body) && json.Valid([]byte(o.body)) && strings.HasSuffix(o.body, `,"AppId":"1","AppName":"one"},"Code":"200","Success":true}`)
		}},
		"dup-keys":         {"", isSuccess(`{"AppId":"twice","AppId":"1","AppName":"one"}`)},
		"trailing":         {"", func(o outcome) bool { return strings.HasSuffix(o.body, "\"Success\":true}\n{}") }},
		"gzip":             {"", isSuccess(data)}, // this caller does not accept it, see TestGzip
		"gzip-forced":      {"", func(o outcome) bool { return isSuccess(data)(unpacked(o)) }},
		"truncate":         {"", func(o outcome) bool { return isHalf(o) && o.response.ContentLength > int64(len(o.body)) }},
		"truncate-chunked": {"", func(o outcome) bool { return isHalf(o) && o.response.ContentLength == -1 }},
		"reset":            {"", func(o outcome) bool { return o.response == nil && errors.Is(o.err, syscall.ECONNRESET) }},
		"reset-body":       {"", func(o outcome) bool { return errors.Is(o.err, syscall.ECONNRESET) || isHalf(o) }},
		"raw": {"raw:text=HTTP/1.1 nothing", func(o outcome) bool {
			return o.response == nil && strings.Contains(o.err.Error(), `status code "nothing"`)
		}},
		"hang":      {"", func(o outcome) bool { return errors.Is(o.err, context.DeadlineExceeded) }},
		"slow-body": {"slow-body:delay=1ms", isSuccess(data)},
		"big":       {"big:size=3000000", isBig},
		"gzip-big": {"gzip-big:size=3000000", func(o outcome) bool {
			return len(o.body) < 30_000 && isBig(unpacked(o))
		}},
		"wrong-appid": {"", isSuccess(`{"AppId":"2","AppName":"two"}`)},
		"gone":        {"", isError(404, "InvalidAppId.NotFound")},
	}
	for _, k := range kinds {
		if !k.affects("DescribeJob") {
			continue // TestListFaults has a case
		}
		t.Run(k.name, func(t *testing.T) {
			test, ok := cases[k.name]
			if !ok {
				t.Fatal("there is no case for this kind")
			}
			if test.text == "" {
				test.text = k.name
			}
			l := newLive(t, test.text)
			limit := trial.Patience
			if k.name == "hang" {
				limit = 50 * time.Millisecond
			}
			ctx, cancel := context.WithTimeout(t.Context(), limit)
			defer cancel()
			if o := l.do(ctx, "DescribeJob", "AppId", "1"); !test.is(o) {
				t.Errorf("%v, %+v\n%.300q", o.err, o.response, o.body)
			}
		})
	}
}

// TestKindsDoOneThing: each kind has one function and no more; any has those of the
// kind that it picks.
func TestKindsDoOneThing(t *testing.T) {
	for _, k := range kinds {
		n := 0
		for _, isSet := range []bool{k.install != nil, k.wait != nil, k.before != nil, k.list != nil, k.alter != nil, k.send != nil} {
			if isSet {
				n++
			}
		}
		want := 1
		if k.name == "any" {
			want = 0
		}
		if n != want {
			t.Errorf("%s has %d functions, want %d", k.name, n, want)
		}
		if k.action != "" && !slices.ContainsFunc(actions, func(a action) bool { return a.name == k.action }) {
			t.Errorf("%s is for %s, which is not an action", k.name, k.action)
		}
	}
}

func isSuccess(data string) func(outcome) bool {
	return func(o outcome) bool {
		return o.err == nil && o.response.StatusCode == 200 && strings.HasSuffix(o.body, `,"Data":`+data+`,"Code":"200","Success":true}`)
	}
}

func isError(status int, code string) func(outcome) bool {
	return func(o outcome) bool {
		var f struct{ Code, RequestId string }
		return json.Unmarshal([]byte(o.body), &f) == nil && o.response.StatusCode == status && f.Code == code && f.RequestId != ""
	}
}

func isPage(status int) func(outcome) bool {
	return func(o outcome) bool {
		return o.response.StatusCode == status && strings.HasPrefix(o.body, "<html>") && o.response.Header.Get("Content-Type") == "text/html"
	}
}

func isFailure(o outcome) bool {
	var f struct {
		ErrorCode, RequestId string
		Success              *bool
	}
	return json.Unmarshal([]byte(o.body), &f) == nil && o.response.StatusCode == 200 &&
		f.ErrorCode == "InvalidParameter.WithMessage" && f.RequestId != "" && f.Success != nil && !*f.Success
}

// isHalf tells a body that broke off: its end is missing.
func isHalf(o outcome) bool {
	return o.err != nil && (o.response == nil || o.response.StatusCode == 200 && !strings.Contains(o.body, "Success"))
}

func isBig(o outcome) bool {
	return o.err == nil && len(o.body) == 3_000_000+len(`{"Data":""}`) && json.Valid([]byte(o.body))
}

func unpacked(o outcome) outcome {
	if o.response.Header.Get("Content-Encoding") != "gzip" {
		return outcome{o.response, "", errors.New("not packed")}
	}
	z, err := gzip.NewReader(strings.NewReader(o.body))
	if err != nil {
		return outcome{o.response, "", err}
	}
	body, err := io.ReadAll(z)
	return outcome{o.response, string(body), err}
}
