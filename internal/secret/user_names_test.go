package secret_test

import (
	"strings"
	"testing"

	"saejob/internal/job"
	"saejob/internal/secret"
)

// TestOwnNames: the user's own names win over what a name hints at, but not over a
// name that says secret outright, a field that is one, or what is unmistakable.
func TestOwnNames(t *testing.T) {
	key := secret.RandomKey().WithNames([]string{"shop_*", "OSSAKSECRET", "*a*", "*s*"}, []string{"Shift*"})
	tmpl := template(t, `{"AppName":"a","OssAkSecret":"kanari1","Envs":[
		{"name":"SHOP_SESSION","value":"plain1"},{"name":"SHIFT_CODE","value":"kanari2"},
		{"name":"SHOP_URL","value":"https://u:kanari3@host"},{"name":"DB_PASSWORD","value":"kanari4"},
		{"name":"SHOP_TOKEN_OLD","value":"kanari6"},{"name":"shop.passwd","value":"kanari7"},{"name":"AWS_SECRET_ACCESS_KEY","value":"kanari8"},
		{"name":"shopCredentials","value":"kanari9"}],
		"Extra":{"shiftCode":"kanari5"}}`)
	secret.Redact(tmpl, key)
	text := string(job.Answer(tmpl))
	if strings.Contains(text, "kanari") || !strings.Contains(text, "plain1") {
		t.Error(text)
	}
}
