package secret_test

import (
	"testing"

	"saejob/internal/secret"
)

func TestMask(t *testing.T) {
	for line, want := range map[string]string{
		"":                                       "",
		"Command: run":                           "Command: run",
		"OssAkSecret: kanari # was ours":         "OssAkSecret: <redacted>",
		`    value: "redis://:kanari@h/0"`:       `    value: "redis://<redacted>@h/0"`,
		"# password=kanari, ask bob":             "# password=<redacted>",
		"# see <redacted ab12:0123456789abcdef>": "# see <redacted ab12:0123456789abcdef>",
		`json: cannot unmarshal "token":"kanari" into int`:              `json: cannot unmarshal "token":"<redacted>" into int`,
		`Envs: '[{"name":"DB_PASSWORD","value":"kanari"}]'`:             `Envs: '[{"name":"DB_PASSWORD","value":"<redacted>"}]'`,
		"    MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDkanari": "    <redacted>",
		"# MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDkanari==": "# <redacted>",
	} {
		if got := secret.Mask(line); got != want {
			t.Errorf("Mask(%q)\n got  %q\n want %q", line, got, want)
		}
		if got := secret.Mask(want); got != want {
			t.Errorf("Mask(%q)\n got  %q, want it as it is", want, got)
		}
	}
}
