package emulator

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"
)

func five() []string {
	var files []string
	for i := 1; i <= 5; i++ {
		files = append(files, fmt.Sprintf("%d.json", i), fmt.Sprintf(`{"AppId":"%d"}`, i))
	}
	return files
}

// Three pages of two, one after the other.
func TestListFaults(t *testing.T) {
	tests := []struct{ text, want string }{
		{"latency:delay=1ns", "1 2 / 1 5 2, 3 4 / 2 5 2, 5 / 3 5 2"},
		{"total", "1 2 / 1 6 2, 3 4 / 2 7 2, 5 / 3 8 2"},
		{"total:times=1", "1 2 / 1 6 2, 3 4 / 2 5 2, 5 / 3 5 2"},
		{"total:after=1,times=1", "1 2 / 1 5 2, 3 4 / 2 6 2, 5 / 3 5 2"},
		{"repeat:after=1", "1 2 / 1 5 2, 3 3 / 2 5 2, 5 / 3 5 2"},
		{"lose", "1 / 1 5 2, 3 / 2 5 2,  / 3 5 2"},
		{"lose:after=1,times=1", "1 2 / 1 5 2, 3 / 2 5 2, 5 / 3 5 2"},
		{"shift", "2 3 / 1 5 2, 5 1 / 2 5 2, 3 / 3 5 2"},
		{"shift:after=1", "1 2 / 1 5 2, 4 5 / 2 5 2, 2 / 3 5 2"},
	}
	for _, k := range kinds {
		if k.action != "ListJobs" {
			continue // TestKinds has a case
		}
		if !slices.ContainsFunc(tests, func(test struct{ text, want string }) bool {
			name, _, _ := strings.Cut(test.text, ":")
			return name == k.name
		}) {
			t.Errorf("there is no case for the kind %s", k.name)
		}
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			c := newClient(t, five()...)
			c.inject(test.text)
			var pages []string
			for i := 1; i <= 3; i++ {
				pages = append(pages, pageText(t, c.call("ListJobs", words(fmt.Sprintf("PageSize=2 CurrentPage=%d", i))...)))
			}
			if got := strings.Join(pages, ", "); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func TestListFaultsOfNothing(t *testing.T) {
	for _, k := range kinds {
		if k.action != "ListJobs" {
			continue
		}
		c := newClient(t, "1.json", `{"AppId":"1"}`)
		c.inject(k.name)
		total := 0
		if k.name == "total" {
			total = 1
		}
		if got := pageText(t, c.call("ListJobs", words("AppName=none")...)); got != fmt.Sprintf(" / 1 %d 20", total) {
			t.Errorf("%s: got %s", k.name, got)
		}
	}
}

func TestGone(t *testing.T) {
	c := newClient(t, five()...)
	c.inject("gone:app-id=3")
	c.call("DescribeJob", "AppId", "2")
	c.refused(c.try("DescribeJob", "AppId", "3"), 404, "InvalidAppId.NotFound")
	if got := pageText(t, c.call("ListJobs", words("")...)); got != "1 2 4 5 / 1 4 20" {
		t.Errorf("got %s", got)
	}
}

func TestWrongAppID(t *testing.T) {
	c := newClient(t, five()...)
	c.inject("wrong-appid")
	for _, test := range []struct{ asked, got string }{{"1", `{"AppId":"2"}`}, {"5", `{"AppId":"1"}`}} {
		if got := c.call("DescribeJob", "AppId", test.asked); !bytes.Contains(got, []byte(`"Data":`+test.got+`,`)) {
			t.Errorf("%s: got %s", test.asked, got)
		}
	}
	c.refused(c.try("DescribeJob", "AppId", "none"), 404, "InvalidAppId.NotFound")

	c = newClient(t, "1.json", `{"AppId":"1"}`)
	c.inject("wrong-appid")
	if got := c.call("DescribeJob", "AppId", "1"); !bytes.Contains(got, []byte(`"Data":{"AppId":"another",`)) {
		t.Errorf("got %s", got)
	}
}

func TestSpoiledLists(t *testing.T) {
	c := newClient(t, five()...)
	c.inject("dup-keys:times=1", "bad-utf8:times=1", "wrong-appid")
	if got := c.call("ListJobs", words("")...); !bytes.Contains(got, []byte(`"Data":{"TotalSize":0,"CurrentPage":1,"TotalSize":5,`)) {
		t.Errorf("got %s", got)
	}
	if got := c.call("ListJobs", words("")...); !bytes.Contains(got, []byte("\"Data\":{\"Unknown\":\"\xff\xfe\",\"CurrentPage\":1,")) {
		t.Errorf("got %s", got)
	}
	if got := pageText(t, c.call("ListJobs", words("")...)); got != "1 2 3 4 5 / 1 5 20" {
		t.Errorf("got %s", got)
	}
}

// An error has no Data that could be active.
func TestSpoiledErrors(t *testing.T) {
	for _, kind := range []string{"dup-keys", "bad-utf8"} {
		c := newClient(t, five()...)
		c.inject(kind)
		c.refused(c.try("DescribeJob", "AppId", "none"), 404, "InvalidAppId.NotFound")
	}
}

func TestStatus(t *testing.T) {
	for _, test := range []struct {
		text   string
		status int
		code   string
	}{
		{"status:code=500", 500, "InternalError"},
		{"status:code=429", 429, "Throttling.User"},
		{"status:code=404,error=InvalidNamespaceId.NotFound", 404, "InvalidNamespaceId.NotFound"},
		{"status:code=502", 502, "BadGateway"},
		{"status:code=400,error=SignatureNonceUsed", 400, "SignatureNonceUsed"},
	} {
		c := newClient(t, five()...)
		c.inject(test.text)
		c.refused(c.try("DescribeJob", "AppId", "1"), test.status, test.code)
	}
}

func TestForbiddenTellsWhatIsMissing(t *testing.T) {
	c := newClient(t, five()...)
	c.inject("status:code=403")
	for action, query := range map[string][]string{"ListJobs": {"Workload", "job"}, "DescribeJob": {"AppId", "1"}} {
		w := c.try(action, query...)
		c.refused(w, 403, "Forbidden.RAM")
		var f struct{ AccessDeniedDetail struct{ AuthAction string } }
		if err := json.Unmarshal(w.Body.Bytes(), &f); err != nil || f.AccessDeniedDetail.AuthAction != "sae:"+action {
			t.Errorf("%v, %s", err, w.Body)
		}
	}
}

func TestSkew(t *testing.T) {
	for _, test := range []struct{ text, date, code string }{
		{"skew", "Mon, 23 Nov 2026 12:20:00 GMT", "InvalidTimeStamp.Expired"},
		{"skew:by=-20m", "Mon, 23 Nov 2026 11:40:00 GMT", "InvalidTimeStamp.Expired"},
		{"skew:by=15m", "Mon, 23 Nov 2026 12:15:00 GMT", ""},
	} {
		c := newClient(t, five()...)
		c.inject(test.text)
		w := c.try("DescribeJob", "AppId", "1")
		if test.code != "" {
			c.refused(w, 400, test.code)
		} else if w.Code != 200 {
			t.Errorf("%s: HTTP %d %s", test.text, w.Code, w.Body)
		}
		if got := w.Header().Get("Date"); got != test.date {
			t.Errorf("%s: %s", test.text, got)
		}
	}
	// Quotas go by how time passes, wherever the clock stands.
	now := noon
	c := at(t, &now, "throttle:limit=1,window=1m", "skew:by=10m")
	c.call("DescribeJob", "AppId", "1")
	c.inject("skew:by=-10m")
	now = now.Add(59 * time.Second)
	c.refused(c.try("DescribeJob", "AppId", "1"), 400, "Throttling.User")
}

func TestGzip(t *testing.T) {
	c := newClient(t, five()...)
	c.inject("gzip")
	r := c.request("DescribeJob", "AppId", "1")
	c.sign(r)
	r.Header.Set("Accept-Encoding", "gzip")
	w := c.send(r)
	z, err := gzip.NewReader(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(z)
	if err != nil || w.Header().Get("Content-Encoding") != "gzip" || !bytes.Contains(body, []byte(`"Data":{"AppId":"1"}`)) {
		t.Errorf("%v, %v, %s", err, w.Header(), body)
	}
}
