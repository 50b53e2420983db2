package diff

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// whole is a template that has something of every kind.
func whole() document {
	env := func(name, value string) any { return map[string]any{"name": name, "value": value} }
	return document{
		"AppName": "nightly", "AppId": "id-1", "NamespaceId": "cn-beijing:prod", "Cpu": 1000, "Suspend": false,
		"OssAkSecret": "s3cret-one", "PhpConfig": "a = 1\nb = 2\n",
		"PackageUrl":  "https://example.com/a?token=s3cret-two&v=1",
		"Envs":        []any{env("A", "1"), env("B", "2"), env("C_PASSWORD", "s3cret-three"), env("D", "2")},
		"CommandArgs": []any{"a", "b", "b", "c"},
		"SlsConfigs": []any{
			map[string]any{"logType": "stdout", "projectName": "p"},
			map[string]any{"logDir": "/a", "projectName": "p"},
			map[string]any{"logDir": "/b", "projectName": "p"},
		},
		"Tags":              []any{map[string]any{"Key": "a", "Value": "1"}, map[string]any{"Key": "b", "Value": "1"}},
		"RefedAppIds":       []any{"x", "y", "z"},
		"PublicWebHookUrls": []any{"http://1.example/webhook?token=s3cret-four", "http://1.example/webhook?token=s3cret-five"},
		"TriggerConfig":     map[string]any{"type": "time", "config": "0 1 * * *"},
		"Unknown":           map[string]any{"a": []any{1, []any{2, map[string]any{"b": 3}}}, "c": nil},
	}
}

// drop, put and swap make a list that differs in one thing.
func drop(list any, i int) any { return slices.Delete(slices.Clone(list.([]any)), i, i+1) }

func put(list any, i int, item any) any { return slices.Insert(slices.Clone(list.([]any)), i, item) }

func replace(list any, i int, item any) any { return put(drop(list, i), i, item) }

func swap(list any, i, j int) any {
	out := slices.Clone(list.([]any))
	out[i], out[j] = out[j], out[i]
	return out
}

func TestSingleEdits(t *testing.T) {
	w := whole()
	item := func(i int, field string) map[string]any { return w[field].([]any)[i].(map[string]any) }
	with := func(m map[string]any, name string, value any) map[string]any {
		out := map[string]any{}
		for k, v := range m {
			out[k] = v
		}
		out[name] = value
		return out
	}
	for _, c := range []struct {
		field string
		value any
		want  string
	}{
		{"Cpu", 2000, "cpu-changed changed Cpu"},
		{"Cpu", "1000", "cpu-changed changed Cpu"},
		{"Suspend", true, "template-suspended changed Suspend"},
		{"Suspend", nil, "not-suspended removed Suspend"},
		{"Timeout", 60, "timeout-changed added Timeout"},
		{"PhpConfig", "a = 1\nb = 3\n", "php-config-changed changed PhpConfig"},
		{"OssAkSecret", "s3cret-other", "oss-key-secret-changed changed OssAkSecret"},
		{"OssAkSecret", "<redacted>", ""},
		{"PackageUrl", "https://example.com/a?token=s3cret-other&v=1", "secret-changed changed PackageUrl"},
		{"PackageUrl", "https://example.com/a?token=<redacted>&v=1", ""},
		{"PackageUrl", "https://example.com/a?token=<redacted>&v=2", "package-url-changed changed PackageUrl"},
		{"Envs", replace(w["Envs"], 1, with(item(1, "Envs"), "value", "3")), "env-changed changed Envs[B].value"},
		{"Envs", replace(w["Envs"], 2, with(item(2, "Envs"), "value", "s3cret-other")), "secret-changed changed Envs[C_PASSWORD].value"},
		{"Envs", replace(w["Envs"], 2, with(item(2, "Envs"), "value", "<redacted>")), ""},
		{"Envs", put(w["Envs"], 0, map[string]any{"name": "E"}), "env-changed added Envs[E]"},
		{"Envs", drop(w["Envs"], 1), "env-changed removed Envs[B]"},
		{"Envs", swap(w["Envs"], 0, 3), "order-changed changed Envs"},
		{"Envs", "not JSON", "env-changed changed Envs"},
		{"CommandArgs", put(w["CommandArgs"], 1, "a"), "command-arguments-changed added CommandArgs[1]"},
		{"CommandArgs", put(w["CommandArgs"], 4, "d"), "command-arguments-changed added CommandArgs[4]"},
		{"CommandArgs", drop(w["CommandArgs"], 0), "command-arguments-changed removed CommandArgs[0]"},
		{"CommandArgs", drop(w["CommandArgs"], 1), "command-arguments-changed removed CommandArgs[2]"},
		{"CommandArgs", replace(w["CommandArgs"], 2, "a"), "command-arguments-changed changed CommandArgs[2]"},
		{"SlsConfigs", replace(w["SlsConfigs"], 1, with(item(1, "SlsConfigs"), "logDir", "/c")), "logging-lost changed SlsConfigs[1].logDir"},
		{"SlsConfigs", replace(w["SlsConfigs"], 1, with(item(1, "SlsConfigs"), "logtailName", "x")), "log-collection-changed added SlsConfigs[1].logtailName"},
		{"SlsConfigs", put(w["SlsConfigs"], 0, map[string]any{"logDir": "/c"}), "log-collection-changed added SlsConfigs[0]"},
		{"SlsConfigs", drop(w["SlsConfigs"], 0), "logging-lost removed SlsConfigs[0]"},
		{"Tags", swap(w["Tags"], 0, 1), ""},
		{"Tags", drop(w["Tags"], 0), "tags-changed removed Tags[a]"},
		{"Tags", replace(w["Tags"], 0, map[string]any{"Key": "a", "Value": "2"}), "tags-changed changed Tags[a].Value"},
		{"RefedAppIds", swap(w["RefedAppIds"], 0, 2), ""},
		{"RefedAppIds", put(w["RefedAppIds"], 0, "w"), "dependents-changed added RefedAppIds[0]"},
		{"RefedAppIds", drop(w["RefedAppIds"], 2), "dependents-changed removed RefedAppIds[2]"},
		{"PublicWebHookUrls", swap(w["PublicWebHookUrls"], 0, 1), ""},
		{"PublicWebHookUrls", replace(w["PublicWebHookUrls"], 0, "http://1.example/webhook?token=s3cret-other"), "public-webhooks-changed changed PublicWebHookUrls"},
		{"PublicWebHookUrls", replace(w["PublicWebHookUrls"], 1, "http://1.example/webhook?token=<redacted>"), ""},
		{"PublicWebHookUrls", drop(w["PublicWebHookUrls"], 1), "public-webhooks-changed removed PublicWebHookUrls"},
		{"TriggerConfig", `{"config":"0 1 * * *", "type":"time"}`, ""},
		{"TriggerConfig", map[string]any{"type": "time", "config": "0 2 * * *"}, "schedule-changed changed TriggerConfig.config"},
		{"Unknown", map[string]any{"a": []any{1, []any{2, map[string]any{"b": 4}}}, "c": nil}, "field-changed changed Unknown.a[1][1].b"},
		{"Unknown", map[string]any{"a": []any{1, []any{2, map[string]any{"b": 3}}}}, "field-changed removed Unknown.c"},
		{"Unknown", nil, "field-changed changed Unknown"},
		{"Other", "x", "field-changed added Other"},
	} {
		to := with(w, c.field, c.value)
		r := Compare(snapshot(t, "a", w), snapshot(t, "b", to), options())
		var got []string
		for _, c := range r.Templates[0].Changes {
			got = append(got, fmt.Sprintf("%s %s %s", c.ID, c.Kind, c.Path))
		}
		if len(got) > 1 || !strings.HasPrefix(strings.Join(got, ""), c.want) || c.want == "" && len(got) > 0 {
			t.Errorf("%s: %v: got %q, want %q", c.field, c.value, got, c.want)
		}
	}
}
