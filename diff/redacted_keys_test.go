package diff

import "testing"

// TestRedactedKeys: items whose keys look alike, as their secrets are not shown, have paths
// of their own.
func TestRedactedKeys(t *testing.T) {
	envs := func(values ...string) document {
		var list []any
		for i, value := range values {
			list = append(list, map[string]any{"name": []string{"https://u:kanari1@h/", "https://u:kanari2@h/"}[i], "value": value})
		}
		return document{"AppName": "a", "Envs": list}
	}
	r := Compare(snapshot(t, "a", envs("one", "two")), snapshot(t, "b", envs("1", "2")), options())
	var got []string
	for _, c := range r.Templates[0].Changes {
		got = append(got, c.Path.String())
	}
	if len(got) != 2 || got[0] != `Envs[https://<redacted>@h/].value` || got[1] != `Envs[https://<redacted>@h/#2].value` {
		t.Errorf("got %v", got)
	}
}
