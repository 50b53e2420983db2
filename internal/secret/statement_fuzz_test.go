package secret_test

import (
	"encoding/json"
	"strings"
	"testing"

	"saejob/internal/job"
	"saejob/internal/secret"
)

// commandForms are commands that give a password, whose words may stand as items.
var commandForms = []string{
	"mysql -uroot -p¤ db", "redis-cli -a ¤ ping", "sshpass -p ¤ ssh h", "curl -u a:¤ https://h", "docker login -u a -p ¤ h",
	"java -Ddb.password=¤ -jar a.jar", "app --db-password ¤ --x", "app --db-password=¤", "DB_PASSWORD=¤ app",
}

// statementForms are statements of databases, shells and images that give one.
var statementForms = append([]string{
	"CREATE USER a IDENTIFIED BY '¤'", "ALTER USER a IDENTIFIED WITH mysql_native_password BY '¤'", "SET PASSWORD FOR a = PASSWORD('¤')",
	"ALTER ROLE a WITH PASSWORD '¤'", "CREATE USER a PASSWORD '¤'", "GRANT ALL ON x TO a IDENTIFIED BY '¤'", "ENV DB_PASSWORD ¤", "setx DB_PASSWORD ¤",
	"define('DB_PASSWORD', '¤')", "PGPASSWORD=¤ psql -h h", "export TOKEN_SECRET='¤'", "requirepass ¤", "machine h login a password ¤",
}, commandForms...)

// statementPlaces put a statement into a template, in JSON; the last as items.
var statementPlaces = []string{`{"AppName":"a","Command":%}`, `{"AppName":"a","CommandArgs":["-c",%]}`, `{"AppName":"a","JarStartArgs":%}`, `{"AppName":"a","CommandArgs":%list}`}

// FuzzStatement: what a statement or a command gives as a password does not stay,
// whatever stands around it; and what is redacted stays as it is.
func FuzzStatement(f *testing.F) {
	for i, form := range statementForms {
		f.Add("", "", uint(i), uint(i))
		f.Add("echo 'it''s'", form, uint(i), uint(i+1))
		f.Add("SELECT \"a\" FROM b WHERE c = 'd'", "", uint(i), uint(i+2))
	}
	f.Fuzz(func(t *testing.T, before, after string, form, place uint) {
		if len(before)+len(after) > 300 || strings.Contains(strings.ToLower(before+after), "kn4r") || strings.Contains(before+after, "¤") {
			return
		}
		given := statementForms
		if place %= uint(len(statementPlaces)); int(place) == len(statementPlaces)-1 {
			given = commandForms
		}
		statement := strings.ReplaceAll(given[form%uint(len(given))], "¤", canary)
		planted := strings.ToValidUTF8(before+"\n"+statement+"\n"+after, "?")
		text := strings.NewReplacer("%list", asJSON(t, strings.Fields(planted)), "%", asJSON(t, planted)).Replace(statementPlaces[place])
		tree, err := job.FromAnswer([]byte(text))
		if err != nil {
			return
		}
		checkTree(t, tree)
	})
}

// FuzzText: redacting any text ends, leaves a text that is redacted already, and marking
// shows what redacting writes.
func FuzzText(f *testing.F) {
	for _, form := range append(statementForms, forms...) {
		f.Add(strings.ReplaceAll(form, "¤", "Sw0rdf1sh!x"))
	}
	f.Add(`{"a":{"password":"{\"b\":\"c\"}"}}`)
	f.Add("a=b;password=<redacted>;c")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			return
		}
		tree, err := job.FromAnswer([]byte(`{"AppName":"a","Command":` + asJSON(t, strings.ToValidUTF8(text, "?")) + `}`))
		if err != nil {
			return
		}
		k := secret.RandomKey()
		shown := tree.Clone()
		secret.Mark(shown, k)
		secret.Redact(tree, k)
		once := pretty(tree)
		compareShown(t, "", shown.Root, tree.Root)
		clear(tree.Root)
		if secret.Redact(tree, k); pretty(tree) != once {
			t.Errorf("%q is redacted as %s, then as %s", text, once, pretty(tree))
		}
	})
}

func asJSON(t *testing.T, value any) string {
	t.Helper()
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
