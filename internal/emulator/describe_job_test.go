package emulator

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"strings"
	"testing"
)

func TestDescribeJobKeepsBytes(t *testing.T) {
	for _, data := range []string{
		`{"AppId":"1"}`,
		"\n {\r\n\t\"AppId\" :\t\"1\" }\n\n",
		`{"Unknown":{"b":1,"a":[null,{}]},"AppId":"1","Cpu":123456789012345678901234567890,"x":-0,"y":1E+400,"z":1.10}`,
		`{"AppId":"1","<&>":"\u003c\u2028` + "\u2028\u200b\ufeff" + `😀\ud83d\ude00\ud800"}`,
		`{"AppId":"0","a":1,"a":2,"AppId":"1","appId":"2"}`,
		"{\"AppId\":\"1\",\"bad UTF-8\":\"\xff\xc0\x80\"}",
	} {
		t.Run(data, func(t *testing.T) {
			c := newClient(t, "a.json", data)
			body := c.call("DescribeJob", "AppId", "1")
			before, after, ok := bytes.Cut(body, []byte(`,"Data":`+data))
			if !ok || string(after) != `,"Code":"200","Success":true}` {
				t.Fatalf("got %q", body)
			}
			var envelope struct{ RequestId, TraceId, Message string }
			if err := json.Unmarshal(append(before, '}'), &envelope); err != nil {
				t.Fatal(err)
			}
			if envelope.RequestId == "" || envelope.TraceId == "" || envelope.Message != "success" {
				t.Errorf("got %+v", envelope)
			}
		})
	}
}

func TestDescribeJobRefusals(t *testing.T) {
	for _, test := range []struct {
		query  []string
		status int
		code   string
	}{
		{nil, 400, "MissingParameter"},
		{[]string{"AppId", ""}, 400, "MissingParameter"},
		{[]string{"appId", "1"}, 400, "InvalidParameter.WithMessage"},
		{[]string{"AppId", "1", "Id", "1"}, 400, "InvalidParameter.WithMessage"},
		{[]string{"AppId", "1", "JobId", ""}, 400, "InvalidParameter.WithMessage"},
		{[]string{"AppId", "1", "JobId", "a b"}, 400, "InvalidParameter.WithMessage"},
		{[]string{"JobId", "event-1"}, 400, "MissingParameter"},
		{[]string{"AppId", "none", "JobId", "event-1"}, 404, "InvalidAppId.NotFound"},
		{[]string{"AppId", "none"}, 404, "InvalidAppId.NotFound"},
	} {
		t.Run(strings.Join(test.query, "="), func(t *testing.T) {
			c := newClient(t, "a.json", `{"AppId":"1"}`)
			r := c.request("DescribeJob", test.query...)
			c.sign(r)
			c.refused(c.send(r), test.status, test.code)
		})
	}
}

func TestDescribeJobOfSamples(t *testing.T) {
	c := newClient(t)
	names, err := fs.Glob(Samples(), "*")
	if err != nil || len(names) != 10 {
		t.Fatalf("samples: %q, %v", names, err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(Samples(), name)
		if err != nil {
			t.Fatal(err)
		}
		var id struct{ AppId string }
		if err := json.Unmarshal(data, &id); err != nil {
			t.Fatal(err)
		}
		if body := c.call("DescribeJob", "AppId", id.AppId); !bytes.Contains(body, data) {
			t.Errorf("%s: got %s", name, body)
		}
	}
	if got := c.server.Calls(); got != (Calls{DescribeJob: 10}) {
		t.Errorf("calls: %+v", got)
	}
}
