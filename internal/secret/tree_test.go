package secret_test

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"saejob/internal/job"
	"saejob/internal/secret"
)

// template reads an answer in which what is secret is marked: «in a text», or
// §where the whole value is§.
func template(t testing.TB, answer string) *job.Template {
	t.Helper()
	tree, err := job.FromAnswer([]byte(strings.NewReplacer("«", "", "»", "", "§", "").Replace(answer)))
	if err != nil {
		t.Fatalf("%s: %v", answer, err)
	}
	return tree
}

// want returns the same answer with placeholders there.
func want(t testing.TB, answer string) string {
	t.Helper()
	answer = regexp.MustCompile(`(?s)§[^§]*§`).ReplaceAllString(answer, `"<redacted>"`)
	tree, err := job.FromAnswer([]byte(regexp.MustCompile(`(?s)«.*?»`).ReplaceAllString(answer, "<redacted>")))
	if err != nil {
		t.Fatalf("%s: %v", answer, err)
	}
	return pretty(tree)
}

func pretty(tree *job.Template) string {
	var out bytes.Buffer
	if err := json.Indent(&out, tree.Root.JSON(), "", " "); err != nil {
		panic(err)
	}
	return out.String()
}

// secretTrees are answers with what is secret marked.
var secretTrees = map[string]string{
	"secret fields":         `"OssAkId":"«LTAIkanari»","OssAkSecret":"«kanari»"`,
	"a secret reference":    `"OssAkSecret":"«${OSS_SECRET}»"`,
	"a secret number":       `"OssAkSecret":§12345§`,
	"a secret list":         `"OssAkSecret":§["kanari"]§`,
	"no secret":             `"OssAkSecret":true`,
	"by name":               `"Envs":[{"name":"DB_PASSWORD","value":"«kanari»"},{"name":"MODE","value":"fast"}]`,
	"by name, number":       `"Envs":[{"name":"DB_PASSWORD","value":§123§}]`,
	"by name, structure":    `"Envs":[{"name":"DB_PASSWORD","value":§{"a":"kanari"}§}]`,
	"by name, as text":      `"Envs":"[{\"name\":\"DB_PASSWORD\",\"value\":\"«kanari»\"}]"`,
	"by name, not JSON":     `"Envs":"[{\"name\":\"DB_PASSWORD\",\"value\":\"«kanari»\"}, oops"`,
	"by name, escaped":      `"Envs":"[{\\\"name\\\":\\\"DB_PASSWORD\\\",\\\"value\\\":\\\"«kanari»\\\"}]"`,
	"by name, other case":   `"Envs":[{"name":"dbPassword","value":"«kanari»"},{"name":"spring.datasource.password","value":"«kanari»"}]`,
	"by name, harmless":     `"Envs":[{"name":"DB_PASSWORD","value":"${X}"},{"name":"TOKEN_FILE","value":"/run/x"},{"name":"USE_TOKEN","value":"true"},{"name":"TOKEN_TTL","value":"3600"},{"name":"API_KEY","value":""}]`,
	"by name, mistyped":     `"Envs":[{"name":"DB_PASSWORD","valu":"«kanari»"},{"name":"DB_PASSWORD","vlaue":§1§},{"name":"DB_PASSWORD","Valuee":"«kanari»"},{"name":"DB_PASSWORD","vakue":§["kanari"]§},{"name":"DB_PASSWORD","valid":"x","ale":"x","eulav":"x"},{"name":"MODE","valu":"fast"}]`,
	"by shape":              `"Envs":[{"name":"FOO","value":"«k4nAr1Zq9Xw2Lm8Tb5Vc7Nd3Hf6Js1»"},{"name":"FOO2","value":"«a8f5f167f44f4964e6c998dee827110c»"},{"name":"GIT_COMMIT","value":"a8f5f167f44f4964e6c998dee827110ca8f5f167"},{"name":"APP_ID","value":"7171a6ca-d1cd-4928-8642-7d5cfe690001"},{"name":"HANDLER","value":"settleDailyJobHandlerForUsers2"}]`,
	"parts of a value":      `"Envs":[{"name":"URL","value":"redis://«:kanari»@h/0"},{"name":"OPTS","value":"-Dpassword=«kanari» -Xmx1g"}]`,
	"references":            `"Envs":[{"name":"API_KEY","valueFrom":{"secretRef":{"secretId":1208,"key":"API_KEY"}}},{"name":"sae-sys-secret-all-x","valueFrom":{"secretRef":{"secretId":1207,"key":""}}}]`,
	"arguments":             `"CommandArgs":["--password","«kan ari»","--verbose","--token=«kan ari -x»","run"]`,
	"arguments, number":     `"CommandArgs":["--password",§123456§]`,
	"arguments, last":       `"CommandArgs":["run","--password"]`,
	"arguments, options":    `"CommandArgs":["--password","--verbose","x","-pass","-v"]`,
	"arguments, short":      `"Command":"mysql","CommandArgs":["-h","db","-u","root","-p«kanari»","shop"]`,
	"arguments, command":    `"CommandArgs":["mysql","-uroot","-p«kanari»"],"PostStart":{"exec":{"command":["redis-cli","-a","«kanari»"]}}`,
	"arguments, names":      `"CommandArgs":["config","set","requirepass","«kanari»","save"]`,
	"arguments, set":        `"CommandArgs":["aws","configure","set","aws_secret_access_key","«kan ari»","x"]`,
	"arguments, header":     `"CommandArgs":["-H","Authorization: «Bearer kanari»","-H","X-Api-Key: «kanari»"]`,
	"env, long name":        `"Envs":[{"name":"` + strings.Repeat("LONG_", 40) + `PASSWORD","value":"«kanari»"}]`,
	"arguments, small":      `"CommandArgs":["kubectl","get","secret","kan4ri"]`,
	"arguments, user":       `"CommandArgs":["-u","«bob:kanari»","http://h"]`,
	"arguments, script":     `"CommandArgs":["-c","run --password «kanari» && MYSQL_PWD=«kanari» dump --all"]`,
	"arguments, JSON":       `"CommandArgs":["--password","«{\"a\": 1, b=2}»"]`,
	"arguments, as text":    `"CommandArgs":"[\"--password\",\"«kanari»\", oops"`,
	"arguments, PEM":        `"CommandArgs":["«-----BEGIN PRIVATE KEY-----»","«kanari»","«-----END PRIVATE KEY-----»","x"]`,
	"a hook":                `"PreStop":{"exec":{"command":["run","--password","«kanari»"]}}`,
	"webhooks":              `"PublicWebHookUrls":["http://h/webhook/putEvents?token=«kanari»"],"VpcWebHookUrls":["http://h/webhook/putEvents?token=«kanari2»"]`,
	"PHP settings":          `"PhpConfig":"memory_limit = 512M\r\nmysqli.default_pw = «kanari»\r\n; end\r\n"`,
	"Python modules":        `"PythonModules":"--extra-index-url https://«bob:kanari»@h/simple\nFlask==2.0"`,
	"Tomcat":                `"TomcatConfig":{"port":8080,"serverXml":"<Connector keystorePass=\"«kanari»\" port=\"1\"/>"}`,
	"a description":         `"AppDescription":"login with password: «kanari»"`,
	"a tag":                 `"Tags":[{"Key":"db-password","Value":"«kanari»"},{"Key":"team","Value":"pay"}]`,
	"an image":              `"ImageUrl":"registry.cn/token/secret:1.0"`,
	"a package":             `"PackageUrl":"https://h/a.jar?Expires=1&Signature=«kanari»"`,
	"unknown text":          `"Note":"see http://«u:kanari»@h"`,
	"unknown member":        `"DbPassword":"«kanari»","clientSecret":§{"a":["kanari",1]}§,"Tokens":§["kanari"]§,"pin":§1234§,"SecretSeed":§42§`,
	"unknown harmless":      `"UseToken":true,"Secret":null,"Passwords":[],"Credentials":{},"MaxTokens":4096,"Password":""`,
	"unknown structure":     `"New":{"db":{"password":"«kanari»","host":"h"},"list":[{"secret":"«kanari»"},["--token","«kanari»"]]}`,
	"unknown in known":      `"Envs":[{"name":"A","value":"b","password":"«kanari»"}],"NasConfigs":[{"mountPath":"/a","new":{"token":"«kanari»"}}]`,
	"unknown pairs":         `"New":[{"name":"DB_PASSWORD","value":"«kanari»"},{"Key":"token","Val":§1§},{"param":"secret","values":§["kanari"]§},{"name":"a","value":"b"}]`,
	"a name at the top":     `"see http://«u:kanari»@h":1`,
	"a secret name":         `"New":{"a":§{"http://u:kanari@h":1}§,"b":2}`,
	"plain":                 `"AppId":"password-x","AppName":"token:x","VpcId":"<redacted>","RefedAppIds":["password/x"],"Jdk":"Open JDK 8"`,
	"plain, other shapes":   `"VpcId":{"password":"«kanari»"},"NasId":["password=«kanari»"],"RefAppId":[["password=«kanari»"],["--token","«kanari»"]]`,
	"plain, unmistakable":   `"AppId":"«ghp_kanariK4nAr1Zq9Xw2Lm8»","VpcId":"https://«u:kanari»@h","VSwitchId":"«-----BEGIN PRIVATE KEY----- kanari -----END PRIVATE KEY-----»","RefAppId":"sk-learn-batch-0001","Jdk":"password=«kanari»","RefedAppIds":["a --token «kanari»"]`,
	"name, mistyped":        `"Envs":[{"nmae":"DB_PASSWORD","value":"«kanari»"},{"Naem":"MODE","value":"fast"}]`,
	"JSON web key":          `"Command":"use {\"kty\":\"oct\",\"k\":\"«kanari»\"}"`,
	"settings":              `"Token":{"ttl":3600,"issuer":"sso"},"Auth":{"type":"none","enabled":false},"Labels":{"secret-tier":"gold"},"Credentials":§{"type":"basic","pin":"kanari"}§`,
	"references to secrets": `"SecretMountDesc":[{"SecretId":1,"SecretName":"a","Key":"password","MountPath":"/x"}],"SidecarContainersConfig":[{"SecretMountDesc":[{"SecretId":2,"SecretName":"b","Key":"tls.key","MountPath":"/y"}]}],"SecretRef":{"secretName":"db","secretKey":"password"}`,
	"placeholders":          `"OssAkSecret":"<redacted>","Envs":[{"name":"DB_PASSWORD","value":"<redacted ab12:0123456789abcdef>"}],"Command":"run --password <redacted ab12:0123456789abcdef> --x"`,
	"placeholder and more":  `"OssAkSecret":"«<redacted>kanari»","Command":"--password=«kanari<redacted>»"`,
}

func answer(members string) string {
	if strings.Contains(members, `"AppId"`) {
		return "{" + members + "}"
	}
	return `{"AppName":"nightly",` + members + "}"
}

func TestTrees(t *testing.T) {
	k := secret.RandomKey()
	for name, members := range secretTrees {
		t.Run(name, func(t *testing.T) {
			tree := template(t, answer(members))
			shown := tree.Clone()
			secret.Mark(shown, k)
			secret.Redact(tree, k)
			if got, want := pretty(tree), want(t, answer(members)); got != want {
				t.Errorf("got %s\nwant %s", got, want)
			}
		})
	}
}
