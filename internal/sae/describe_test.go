package sae

import (
	"strings"
	"testing"

	"saejob/internal/trial"
)

func TestDescribeKeepsEveryByte(t *testing.T) {
	data := "{ \"Cpu\":1.0e3,\n\t\"AppId\" : \"7171a6c\\u0061-d1cd-4928-8642-7d5cfe690000\", \"n\":12345678901234567890123, \"n\":null, \"bad\":\"\xff\\ud800 </>\u2028\" }"
	for name, envelope := range map[string]string{
		"as documented":           `{"RequestId":"R","Message":"success","TraceId":"t","Data":` + data + `,"ErrorCode":"","Code":"200","Success":true}`,
		"code is a number":        `{"Code":200,"Data":` + data + `,"Success":true}`,
		"an error code that says": `{"Code":"200","ErrorCode":"空","Data":` + data + `,"Success":true}`,
		"another":                 `{"Code":"200","ErrorCode":"success","Data":` + data + `,"Success":"true"}`,
		"null all around":         `{"Code":null,"ErrorCode":null,"Message":null,"RequestId":null,"Data":` + data + `,"Success":null}`,
		"data alone":              `{"Data":` + data + `}`,
		"unknown members":         ` {"New":{"Data":1},"data":2,"Data":` + data + `} `,
	} {
		for _, body := range []string{envelope, zip(t, strings.NewReader(envelope))} {
			header := []string{"Content-Type", "text/plain"}
			if body != envelope {
				header = append(header, "Content-Encoding", "gzip")
			}
			got, err := client(t, answers(200, body, header...)).Describe(trial.Soon(t), appID)
			if err != nil || string(got.Data) != data {
				t.Errorf("%s: got %q, %v", name, got.Data, err)
			}
		}
	}
}

func TestDescribeNothing(t *testing.T) {
	c := clientOf(t, Options{Endpoint: "http://127.0.0.1:1"})
	if _, err := c.Describe(t.Context(), ""); err == nil || err.Error() != "DescribeJob: no AppId" {
		t.Errorf("got %v", err)
	}
}
