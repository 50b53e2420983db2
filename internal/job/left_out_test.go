package job_test

import (
	"strings"
	"testing"

	"saejob/internal/job"
)

// TestLeftOut: what a file does not tell apart, as README says, and what it does.
func TestLeftOut(t *testing.T) {
	for _, pair := range []struct {
		a, b string
		same bool
	}{
		// A known field at the top that is not set.
		{`"Envs":null`, ``, true},
		{`"Command":""`, ``, true},
		{`"Tags":[]`, ``, true},
		{`"TomcatConfig":{}`, ``, true},
		{`"Envs":"[]"`, ``, true},
		{`"TomcatConfig":"{}"`, `"TomcatConfig":" null "`, true},
		{`"Envs":"\"\""`, ``, true},
		{`"Timeout":0`, ``, false},
		{`"Slice":false`, ``, false},
		{`"Command":" "`, ``, false},
		{`"Unknown":null`, ``, false},
		{`"Unknown":""`, `"Unknown":null`, false},
		{`"Envs":[{"name":"A","value":""}]`, `"Envs":[{"name":"A"}]`, false},
		{`"PreStop":{"exec":{"command":[]}}`, `"PreStop":{"exec":{}}`, false},
		// Order of members, and of the items of a set.
		{`"Cpu":1,"Memory":2`, `"Memory":2,"Cpu":1`, true},
		{`"Envs":"[{\"name\":\"A\",\"value\":\"1\"}]"`, `"Envs":"[{\"value\":\"1\",\"name\":\"A\"}]"`, true},
		{`"Unknown":{"a":1,"b":2}`, `"Unknown":{"b":2,"a":1}`, true},
		{`"Tags":[{"Key":"a","Value":"1"},{"Key":"b","Value":"2"}]`, `"Tags":[{"Key":"b","Value":"2"},{"Key":"a","Value":"1"}]`, true},
		{`"RefedAppIds":["a","b"]`, `"RefedAppIds":["b","a"]`, true},
		{`"RefedAppIds":["a","a"]`, `"RefedAppIds":["a"]`, false},
		{`"Envs":[{"name":"A"},{"name":"B"}]`, `"Envs":[{"name":"B"},{"name":"A"}]`, false},
		{`"Unknown":["a","b"]`, `"Unknown":["b","a"]`, false},
		// How JSON is written: blanks, escapes, and text of it where structure may stand.
		{`"CommandArgs":"[\"a\", \"b\" ]"`, `"CommandArgs":"[\"\\u0061\",\"b\"]"`, true},
		{`"CommandArgs":"[\"a\"]"`, `"CommandArgs":["a"]`, true},
		{`"Command":"\u0061"`, `"Command":"a"`, true},
		{`"Cpu":1.0`, `"Cpu":1`, false},
		{`"Unknown":1e2`, `"Unknown":100`, false},
		{`"Unknown":"[1]"`, `"Unknown":[1]`, false},
		{`"Unknown":"[1, 2]"`, `"Unknown":"[1,2]"`, false},
		{`"CommandArgs":"[\"a\""`, `"CommandArgs":["a"]`, false},
		{`"Cpu":"1"`, `"Cpu":1`, false},
	} {
		a, b := file(t, pair.a), file(t, pair.b)
		if (a == b) != pair.same {
			t.Errorf("%s and %s: the same file is %t, want %t\n%s\n%s", pair.a, pair.b, a == b, pair.same, a, b)
		}
	}
}

// TestLongNames: a name that YAML could not read again is refused, in JSON text too,
// which stays text.
func TestLongNames(t *testing.T) {
	long, longest, escaped := strings.Repeat("n", 1001), strings.Repeat("é", 1000), strings.Repeat("\u200b", 250)
	for name, want := range map[string]string{
		long: "the answer cannot be read: it has a name that is longer than 1000 characters", longest: "",
		escaped: "the answer cannot be read: it has a name that is longer than 1000 characters",
	} {
		for _, data := range []string{`{"AppId":"1","` + name + `":1}`, `{"AppId":"1","Unknown":[{"` + name + `":1}]}`} {
			tmpl, err := job.FromAnswer([]byte(data))
			if err == nil {
				checkLossless(t, []byte(data))
			}
			if got := ""; err != nil {
				if got = err.Error(); got != want {
					t.Errorf("%.40s: %s", data, got)
				}
			} else if want != "" {
				t.Errorf("%.40s: %d members are read", data, len(tmpl.Root.Entries))
			}
		}
		checkLossless(t, []byte(`{"AppId":"1","Envs":"[{\"`+name+`\":1}]"}`))
		for _, text := range []string{"? " + name + "\n: 1\n", `{"` + name + `": 1}`} {
			tmpl, problems := job.Parse([]byte(text))
			if (len(problems) > 0) != (want != "") && !strings.Contains(name, "\u200b") {
				t.Errorf("%.40s: %v", text, problems)
			}
			if len(problems) == 0 {
				if again, problems := job.Parse(job.Print(tmpl)); len(problems) > 0 || job.Compare(tmpl, again) != job.Same {
					t.Errorf("%.40s: printed, %v", text, problems)
				}
			}
		}
	}
}

// file returns what a file holds of an answer with these members.
func file(t *testing.T, members string) string {
	t.Helper()
	data := strings.TrimSuffix(`{"AppId":"1",`+members, ",") + "}"
	tmpl, err := job.FromAnswer([]byte(data))
	if err != nil {
		t.Fatalf("%s: %v", data, err)
	}
	return string(job.Print(tmpl))
}
