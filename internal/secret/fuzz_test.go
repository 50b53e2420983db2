package secret_test

import (
	"encoding/json"
	"strings"
	"testing"

	"saejob/internal/job"
)

// canary is planted as a secret; not even a part of it may survive.
const canary = "Kn4r1ENvogelZ7wq"

// forms are how a secret stands in a text; % stands for it.
var forms = []string{
	"https://bob:¤@h.example/x", "redis://:¤@r:6379/0", "bob:¤@tcp(db:3306)/a",
	"http://h/x?token=¤&a=1", "http://h/x?a=1&Signature=¤", "http://h/x?%74oken=¤", "http://h/x?OSSAccessKeyId=¤",
	"run --password ¤ --x", "run --password=¤ --x", "run --password '¤' --x", "-Dspring.datasource.password=¤", "--access-key-secret ¤",
	"MYSQL_PWD=¤ dump", "export DB_PASSWORD=¤", "password = ¤", "password: ¤", "'password' => '¤',", `"password": "¤",`, `{\"password\":\"¤\"}`,
	`{"name":"DB_PASSWORD","value":"¤"}`, "- name: DB_PASSWORD\n  value: ¤", "<password>¤</password>", `<x password="¤"/>`,
	"Authorization: Bearer ¤", "Bearer ¤", "X-Api-Key: ¤", "LTAI¤", "ghp_¤", "glpat-¤", "sk-¤", "eyJ¤.eyJ¤.x",
	"-----BEGIN PRIVATE KEY-----\n¤\n-----END PRIVATE KEY-----", `-----BEGIN PRIVATE KEY-----\n¤\n-----END PRIVATE KEY-----`,
	"jdbc:sqlserver://h;password=¤;x=y", "密码：¤", "mysql -uroot -p¤ db", "IDENTIFIED BY '¤'", "API_KEY=¤", "clientSecret: ¤",
}

// surroundings put a text into a template, in JSON.
var surroundings = []string{
	`{"AppName":"a","AppDescription":%}`, `{"AppName":"a","PhpConfig":%}`, `{"AppName":"a","CommandArgs":["-c",%,"x"]}`,
	`{"AppName":"a","Envs":[{"name":"A","value":%}]}`, `{"AppName":"a","New":{"b":[{"c":%}]}}`, `{"AppName":"a","PublicWebHookUrls":[%]}`,
	`{"AppName":"a","PreStop":{"exec":{"command":[%]}}}`, `{"AppName":"a","TomcatConfig":{"serverXml":%}}`,
}

func FuzzRedact(f *testing.F) {
	for i := range forms {
		f.Add("", "", uint(i), uint(i))
		f.Add("it's", "\"", uint(i), uint(i+1))
	}
	for name, members := range secretTrees {
		f.Add(members, name, uint(len(members)), uint(len(name)))
	}
	f.Fuzz(func(t *testing.T, before, after string, form, place uint) {
		if len(before)+len(after) > 1000 || strings.Contains(strings.ToLower(before+after), "kn4r") {
			t.Skip()
		}
		planted := before + "\n" + strings.ReplaceAll(forms[form%uint(len(forms))], "¤", canary) + "\n" + after
		text, err := json.Marshal(strings.ToValidUTF8(planted, "?"))
		if err != nil {
			t.Fatal(err)
		}
		tree, err := job.FromAnswer([]byte(strings.Replace(surroundings[place%uint(len(surroundings))], "%", string(text), 1)))
		if err != nil {
			t.Skip(err)
		}
		checkTree(t, tree)
	})
}

// survives reports whether a part of the canary that says something is in a text.
func survives(text string) bool {
	const part = 6
	for i := 0; i+part <= len(canary); i++ {
		if strings.Contains(text, canary[i:i+part]) {
			return true
		}
	}
	return false
}
