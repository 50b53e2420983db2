package secret_test

import (
	"strings"
	"testing"

	"saejob/internal/job"
	"saejob/internal/secret"
)

// TestOwnNames: the user's own names win over what a name is taken for, but not
// over what is unmistakable.
func TestOwnNames(t *testing.T) {
	key := secret.RandomKey().WithNames([]string{"token_bucket_*", "OSSAKSECRET"}, []string{"Shift*"})
	tmpl := template(t, `{"AppName":"a","OssAkSecret":"kanari1","Envs":[
		{"name":"TOKEN_BUCKET_SECRET","value":"plain1"},{"name":"SHIFT_CODE","value":"kanari2"},
		{"name":"TOKEN_BUCKET_URL","value":"https://u:kanari3@host"},{"name":"DB_PASSWORD","value":"kanari4"}],
		"Extra":{"shiftCode":"kanari5"}}`)
	secret.Redact(tmpl, key)
	text := string(job.Answer(tmpl))
	if strings.Contains(text, "kanari") || !strings.Contains(text, "plain1") {
		t.Error(text)
	}
}
