package envelope_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"saejob/internal/sae/envelope"
)

// FuzzRead: an envelope is read as encoding/json reads it, or refused; what is shown of
// it has the form of a code or an id.
func FuzzRead(f *testing.F) {
	for _, text := range []string{
		`{"RequestId":"01CF","Message":"success","TraceId":"ac1a****","Data":{"AppId":"1"},"ErrorCode":"空","Code":"200","Success":true}`,
		`{"requestId":"01CF","code":"Throttling.User","success":"false"}`, `{"ErrorCode":"a b","Code":404}`, `{"A":1,"\u0041":2}`, `{"Code":{},"ErrorCode":[]}`, `[]`, `{"":1}`,
	} {
		f.Add([]byte(text))
	}
	shown := regexp.MustCompile(`^[A-Za-z0-9._*-]{0,80}$`)
	f.Fuzz(func(t *testing.T, text []byte) {
		m, err := envelope.Read(text)
		if err == nil {
			var want map[string]json.RawMessage
			if json.Unmarshal(text, &want) != nil || len(want) != len(m) {
				t.Fatalf("%q is read as %v", text, m)
			}
			for name, value := range m {
				if string(value) != string(want[name]) {
					t.Errorf("%q: %s is %s", text, name, value)
				}
			}
		}
		ids := m.IDs(strings.Clone)
		for _, s := range []string{m.Code(), ids.Request, ids.Trace} {
			if !shown.MatchString(s) {
				t.Errorf("%q: %q is shown", text, s)
			}
		}
		if m.Succeeded() && m.Code() != "" {
			t.Errorf("%q succeeded with %s", text, m.Code())
		}
	})
}
