package lint_test

import (
	"strings"
	"testing"

	"saejob/internal/check"
	"saejob/internal/job"
	"saejob/internal/secret"
	"saejob/lint"
)

// mistakes returns what a schema says of a template.
func mistakes(schema func(*job.Template, func(check.Mistake)), t *job.Template) []check.Mistake {
	var found []check.Mistake
	schema(t, func(m check.Mistake) { found = append(found, m) })
	return found
}

// A mistake of CUE's stands where its path leads, under the rule of the field at
// the top.
func TestByCUE(t *testing.T) {
	const text = "AppName: a\nEnvs:\n  - name: A\n    value: b\nKafka:\n  a: b\n"
	for _, test := range []struct {
		path       string
		name, want string
		line       int
	}{
		{"AppName", "AppName", "AppName", 1},
		{"Cpu", "Cpu", "Cpu", 1},
		{"Envs/0/value", "Envs", "Envs[A].value", 4},
		{"Envs/0/valueFrom/secretRef", "Envs", "Envs[A].valueFrom.secretRef", 3},
		{"Kafka", "", "Kafka", 5},
		{"Kafka/a", "", "Kafka.a", 6},
		{"", "", "", 1},
	} {
		tmpl, problems := job.Parse([]byte(text))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		var path []string
		if test.path != "" {
			path = strings.Split(test.path, "/")
		}
		found := mistakes(lint.ByCUE(func([]byte) ([]string, string) { return path, "no" }), tmpl)
		if len(found) != 1 || found[0].Name != test.name || found[0].Path.String() != test.want || found[0].At.Line != test.line ||
			found[0].Message != "CUE refuses this template: no" {
			t.Errorf("%s: %+v", test.path, found)
		}
	}
}

// CUE judges the template as it is; its words are about one without secrets, and
// of the same shape. Where they are about something else, they are not shown.
func TestByCUEShowsNoSecret(t *testing.T) {
	tmpl, problems := job.Parse([]byte("OssAkSecret: 12345678\nOssAkId: [abc]\n" +
		"Envs: '[{\"name\":\"DB_PASSWORD\",\"value\":\"canary\"}]'\nPreStop: {\"https://u:canary@mq\": 1}\n"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	job.Decode(tmpl)
	secret.Mark(tmpl, secret.RandomKey())
	var asked []string
	found := mistakes(lint.ByCUE(func(document []byte) ([]string, string) {
		asked = append(asked, string(document))
		return nil, "OssAkSecret" + string(document)[len(`{"OssAkSecret`):]
	}), tmpl)
	if len(asked) != 2 || asked[0] != string(tmpl.Raw()) {
		t.Fatal(asked)
	}
	want := `CUE refuses this template: OssAkSecret":<redacted>,"OssAkId":["<redacted>"],` +
		`"Envs":"[{\"name\":\"DB_PASSWORD\",\"value\":\"<redacted>\"}]","PreStop":{"<redacted>":true}}`
	if len(found) != 1 || found[0].Message != want {
		t.Errorf("%+v", found)
	}
	calls := 0
	found = mistakes(lint.ByCUE(func(document []byte) ([]string, string) {
		calls++
		return []string{"OssAkSecret", "OssAkId"}[calls-1 : calls], string(document)
	}), tmpl)
	if want := "CUE refuses this template: what it says of it holds a secret"; len(found) != 1 || found[0].Message != want {
		t.Errorf("%+v", found)
	}
}

// What could not be read is a finding already; CUE is not asked.
func TestByCUEAsksNothing(t *testing.T) {
	for _, text := range []string{"Cpu: 0755\n", "Envs:\n  - name: yes\n"} {
		tmpl, problems := job.Parse([]byte(text))
		if tmpl == nil || len(problems) == 0 {
			t.Fatal(text, problems)
		}
		asks := func([]byte) ([]string, string) { t.Errorf("%s: asked", text); return nil, "" }
		if found := mistakes(lint.ByCUE(asks), tmpl); len(found) > 0 {
			t.Error(found)
		}
	}
}
