package envelope_test

import (
	"strings"
	"testing"

	"saejob/internal/sae/envelope"
)

func TestRead(t *testing.T) {
	for _, v := range []struct{ object, want string }{
		{`{"A":1,"a":2}`, ""},
		{" {}\n", ""},
		{``, "the answer is empty"},
		{`{"A":`, "the answer is not JSON"},
		{`{"A":1}{}`, "the answer is not JSON"},
		{`<html>`, "the answer is not JSON"},
		{`["A"]`, "the answer is not a JSON object"},
		{`null`, "the answer is not a JSON object"},
		{`{"A":1,"\u0041":1}`, "the answer has a member twice"},
	} {
		_, err := envelope.Read([]byte(v.object))
		if got := ""; err != nil {
			if got = err.Error(); got != v.want {
				t.Errorf("%s: got %s, want %s", v.object, got, v.want)
			}
		} else if v.want != "" {
			t.Errorf("%s: want %s", v.object, v.want)
		}
	}
	m, _ := envelope.Read([]byte(`{"A": [ 1 ],"A": { }}`))
	if got := string(m["A"]); got != "{ }" {
		t.Errorf("members of an object with one twice: %s", got)
	}
}

func TestText(t *testing.T) {
	m, err := envelope.Read([]byte(`{"A":"x","b":7,"C":true,"D":null,"E":{},"F":[],"g":"lower","G":"","H":""}`))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"A": "x", "B": "7", "C": "true", "D": "", "E": "", "F": "", "G": "", "H": "", "I": ""} {
		if got := m.Text(name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

func TestOutcome(t *testing.T) {
	for _, v := range []struct {
		object    string
		succeeded bool
		code      string
	}{
		{`{}`, true, ""},
		{`{"Code":"200","Success":true}`, true, ""},
		{`{"Code":201,"Success":"True"}`, true, ""},
		{`{"Code":"200","Success":"False","ErrorCode":"InvalidAppId.NotFound"}`, false, "InvalidAppId.NotFound"},
		{`{"Code":"400","ErrorCode":"Null"}`, false, "400"},
		{`{"Code":"400","ErrorCode":"success"}`, false, "400"},
		{`{"Code":"400","ErrorCode":"空"}`, false, "400"},
		{`{"code":"Throttling.User"}`, false, "Throttling.User"},
		{`{"Code":"Throttling User","Success":false}`, false, ""},
		{`{"Code":"2000"}`, false, ""},
		{`{"Code":"` + strings.Repeat("a", 80) + `"}`, false, strings.Repeat("a", 80)},
		{`{"Code":"` + strings.Repeat("a", 81) + `"}`, false, ""},
		// What ErrorCode says counts, whatever the rest says; but for what stands there
		// in examples of answers that succeeded.
		{`{"Code":"200","Success":true,"ErrorCode":"InvalidAppId.NotFound"}`, false, "InvalidAppId.NotFound"},
		{`{"ErrorCode":"system_error"}`, false, "system_error"},
		{`{"errorCode":"Throttling"}`, false, "Throttling"},
		{`{"Code":"200","Success":true,"ErrorCode":"500"}`, false, "500"},
		{`{"Code":"200","Success":true,"ErrorCode":404}`, false, "404"},
		{`{"Code":"200","Success":true,"ErrorCode":"失败"}`, false, ""},
		{`{"Code":"200","Success":true,"ErrorCode":"two words"}`, false, ""},
		{`{"Code":"200","Success":true,"ErrorCode":"空"}`, true, ""},
		{`{"Code":"200","Success":true,"ErrorCode":" 空 "}`, true, ""},
		{`{"Code":"200","Success":true,"ErrorCode":""}`, true, ""},
		{`{"Code":"200","Success":true,"ErrorCode":null}`, true, ""},
		{`{"Code":"200","Success":true,"ErrorCode":"Null"}`, true, ""},
		{`{"Code":"200","Success":true,"ErrorCode":"Success"}`, true, ""},
		{`{"Code":"200","Success":true,"ErrorCode":"200"}`, true, ""},
	} {
		m, err := envelope.Read([]byte(v.object))
		if err != nil {
			t.Fatal(err)
		}
		if m.Succeeded() != v.succeeded || m.Code() != v.code {
			t.Errorf("%s: succeeded %t, code %q", v.object, m.Succeeded(), m.Code())
		}
	}
}
