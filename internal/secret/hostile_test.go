package secret_test

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"saejob/internal/job"
	"saejob/internal/secret"
	"saejob/internal/trial"
)

// fragments are what confuses a reader of text: openings without an end, ends
// without an opening, and secrets beside secrets.
var fragments = []string{
	`"`, `'`, "`", `\"`, `\\\"`, `\`, `\n`, "{", "}", "[", "]", "(", ")", "<", ">", "&", "&amp;", ";", ",", ":", "=", "==", "=>", ":=", "#", "?", "@", "/", "//", "://",
	"%", "%3D", "$", "${", "${X}", "{{", "}}", "-", "--", "-p", "-u", "-u a", "\n", "\r\n", "\t", " ", "\u00a0", "\u200b", "：", "密码", "é",
	"password", "password=", "password='", `password="`, `password=\"`, "password: ", "password: |\n", "password: {", "password=[", "--password", "--password ", "-Dpassword=",
	"key", "key=", `"key":`, `"key":"`, "name: ", `"name":"`, "name=", "name=password ", `"name":"password",`, "value=", `"value":`, `"value":"`, "token=", "?token=", "secret:", "Bearer", "Bearer ", "Basic ",
	"http://", "http://a:", "http://a:b@", "a:b@", "@tcp(", "mysql ", "mysql -p", "redis-cli -a", "identified by", "login a password ", "password '", "-----BEGIN PRIVATE KEY-----", "-----END PRIVATE KEY-----", "-----BEGIN ",
	"LTAI", "LTAIabcdefgh1234", "ghp_", "sk-", "eyJ", "eyJabc.", "<a>", "<password>", "</password>", `<a name="password">`, "<![CDATA[", "]]>", "<redacted>", "<redacted ab12:0123456789abcdef>", "<redacted ", "true", "null", "123", "x", "word", "- ", "  ", "\n  ", "\n- ", "export ",
}

func TestHostileTexts(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	text := func() string {
		var b strings.Builder
		for range random.IntN(7) {
			b.WriteString(fragments[random.IntN(len(fragments))])
		}
		return b.String()
	}
	for range trial.Cases(200_000, 4000) {
		before, after := text(), text()
		form := strings.ReplaceAll(forms[random.IntN(len(forms))], "¤", canary)
		planted, err := json.Marshal(before + []string{"\n", " ", ", ", "; ", " && ", "\t", `\n`, " | ", "("}[random.IntN(9)] + form + []string{"\n", " ", ""}[random.IntN(3)] + after)
		if err != nil {
			t.Fatal(err)
		}
		tree, err := job.FromAnswer([]byte(strings.Replace(surroundings[random.IntN(len(surroundings))], "%", string(planted), 1)))
		if err != nil {
			t.Fatal(err)
		}
		checkTree(t, tree)
	}
}

// checkTree checks that the canary is gone, and what else holds of every tree.
func checkTree(t *testing.T, tree *job.Template) {
	t.Helper()
	k := secret.RandomKey()
	was, shown := pretty(tree), tree.Clone()
	secret.Mark(shown, k)
	secret.Redact(tree, k)
	once := pretty(tree)
	if survives(once) {
		t.Errorf("it is still in %s", once)
	}
	compareShown(t, "", shown.Root, tree.Root)
	clear(tree.Root)
	if secret.Redact(tree, k); pretty(tree) != once {
		t.Errorf("was %s\nonce %s\ntwice %s", was, once, pretty(tree))
	}
}
