package command

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"saejob/internal/console"
	"saejob/internal/emulator"
	"saejob/internal/job"
	"saejob/internal/report"
	"saejob/internal/secret"
	"saejob/internal/trial"
)

// canary is a secret. None of the commands may let it out.
const canary = "Canary7yellow"

// secretPlaces are the places of a template in which a secret may stand, each
// as members of Data.
var secretPlaces = map[string]string{
	"OSS key id":             `"OssAkId": "Canary7yellow"`,
	"OSS key secret":         `"OssAkSecret": "Canary7yellow"`,
	"OSS key, a number":      `"OssAkSecret": 4444, "Canary": {"password": "Canary7yellow"}`,
	"env by name":            `"Envs": "[{\"name\":\"DB_PASSWORD\",\"value\":\"Canary7yellow\"}]"`,
	"env by name, spaced":    `"Envs": " [ {\"value\":\"Canary7yellow\", \"name\":\"apiToken\"} ]"`,
	"env by name, structure": `"Envs": [{"name": "MYSQL_PWD", "value": "Canary7yellow"}]`,
	"env, part of a URL":     `"Envs": "[{\"name\":\"DB\",\"value\":\"mysql://root:Canary7yellow@db/x\"}]"`,
	"env, broken JSON":       `"Envs": "[{\"name\":\"DB_PASSWORD\",\"value\":\"Canary7yellow\"}"`,
	"env, escaped twice":     `"Envs": "\"[{\\\"name\\\":\\\"DB_PASSWORD\\\",\\\"value\\\":\\\"Canary7yellow\\\"}]\""`,
	"env, key twice":         `"Envs": "[{\"name\":\"DB_PASSWORD\",\"value\":\"x\",\"value\":\"Canary7yellow\"}]"`,
	"webhook token":          `"PublicWebHookUrls": ["http://h/webhook/putEvents?token=Canary7yellow"]`,
	"signed package":         `"PackageUrl": "https://b.oss-cn-beijing.aliyuncs.com/a.jar?OSSAccessKeyId=x&Signature=Canary7yellow"`,
	"security token":         `"PackageUrl": "https://b/a.jar?security-token=Canary7yellow&x=1"`,
	"java option":            `"JarStartOptions": "-Xmx1g -Dspring.datasource.password=Canary7yellow -Dx=y"`,
	"program argument":       `"JarStartArgs": "--password Canary7yellow --verbose"`,
	"argument list":          `"CommandArgs": "[\"--db-password\",\"Canary7yellow\"]"`,
	"argument list, joined":  `"CommandArgs": "[\"--token=Canary7yellow\"]"`,
	"shell command":          `"CommandArgs": "[\"-c\",\"MYSQL_PWD=Canary7yellow mysql\"]"`,
	"hook":                   `"PreStop": "{\"exec\":{\"command\":[\"curl\",\"-H\",\"Authorization: Bearer Canary7yellow\"]}}"`,
	"ini text":               `"PhpConfig": "a = b\ndb.password = Canary7yellow\r\nc = d"`,
	"pip index":              `"PythonModules": "--extra-index-url https://u:Canary7yellow@pypi.example.com\nFlask"`,
	"private key":            `"PhpConfig": "-----BEGIN RSA PRIVATE KEY-----\nCanary7yellow\n-----END RSA PRIVATE KEY-----"`,
	"unknown member":         `"DbPassword": "Canary7yellow"`,
	"unknown structure":      `"Kafka": {"brokers": ["a"], "credentials": {"user": "u", "pass": ["Canary7yellow"]}}`,
	"unknown, part":          `"Kafka": ["amqp://u:Canary7yellow@mq"]`,
	"Tomcat XML":             `"TomcatConfig": "{\"serverXml\":\"<Resource password=\\\"Canary7yellow\\\"/>\"}"`,
	"description":            `"AppDescription": "see https://u:Canary7yellow@wiki"`,
	"member's name":          `"Kafka": {"https://u:Canary7yellow@mq": 1}`,
	"name at the top":        `"https://u:Canary7yellow@mq": 1`,
	"env, mistyped":          `"Envs": "[{\"name\":\"DB_PASSWORD\",\"valu\":\"Canary7yellow\"}]"`,
	"env's name":             `"Envs": "[{\"name\":\"X https://u:Canary7yellow@mq\",\"value\":5}]"`,
	"number's place":         `"Timeout": "--password=Canary7yellow"`,
	"truth's place":          `"Suspend": "https://u:Canary7yellow@h"`,
	"list's place":           `"Tags": "token=Canary7yellow"`,
	"structure's place":      `"NasConfigs": "https://u:Canary7yellow@nas"`,
	"list for a text":        `"OssAkSecret": ["Canary7yellow"]`,
	"env, list for a text":   `"Envs": "[{\"name\":\"DB_PASSWORD\",\"value\":[\"Canary7yellow\"]}]"`,
	"map for a text":         `"OssAkSecret": {"a": {"b": "Canary7yellow"}}`,
	"env, map for a text":    `"Envs": [{"name": "DB_PASSWORD", "value": {"a": "Canary7yellow"}}]`,
	"env, map for a list":    `"Envs": {"DB_PASSWORD": "Canary7yellow"}`,
	"password, a list":       `"Password": [["Canary7yellow"]]`,
	"known, secret name":     `"PreStop": {"https://u:Canary7yellow@mq": 1}`,
	"tag":                    `"Tags": [{"Key": "token", "Value": "Canary7yellow"}]`,
}

// templateWith gives the Data of a template with more members.
func templateWith(members string) string {
	return `{"AppId": "id-1", "AppName": "nightly", "NamespaceId": "cn-beijing:prod", "RegionId": "cn-beijing",
		"PackageType": "Image", "ImageUrl": "nginx:1", "Cpu": 500, "Memory": 1024, "Replicas": 1, ` + members + `}`
}

// TestNoLeak: a secret is in no file, no output and no error, at any verbosity,
// wherever it stands: in an answer, live or saved, or in a file that was written
// by hand and is read.
func TestNoLeak(t *testing.T) {
	if testing.Short() {
		t.Skip("one at a time: the race detector has nothing to see")
	}
	for name, members := range secretPlaces {
		for _, key := range []string{trial.RedactKey, ""} {
			t.Run(name, func(t *testing.T) {
				t.Setenv(secret.KeyVariable, key)
				exportsNoSecret(t, templateWith(members))
				showsNoSecret(t, templateWith(members))
			})
		}
	}
}

func exportsNoSecret(t *testing.T, data string) {
	t.Helper()
	dir := t.TempDir()
	answer := filepath.Join(dir, "answer.json")
	write(t, answer, data)
	server, err := emulator.New(emulator.Options{Data: os.DirFS(dir)})
	if err != nil {
		t.Fatal(err)
	}
	listener := httptest.NewServer(server)
	defer listener.Close()
	t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "emulator")
	t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "emulator")
	live := []string{"export", "-v", "--endpoint", listener.URL, "--region", "cn-beijing"}
	for _, args := range [][]string{
		{"export", "-v", "--from", answer, "-d", filepath.Join(dir, "saved")},
		{"export", "--from", answer, "-d", "-"},
		append(live, "-d", filepath.Join(dir, "live")),
		append(live, "-d", filepath.Join(dir, "live"), "--check"),
	} {
		if out, status := try(t, args...); strings.Contains(out, canary) || status != console.Clean {
			t.Errorf("%v exits with %d and says\n%s", args, status, out)
		}
	}
	t.Setenv("SAEJOB_ENDPOINT", listener.URL)
	for _, args := range [][]string{
		{"lint", "-v", "live:cn-beijing"},
		{"lint", "-o", "json", "live:cn-beijing"},
		{"diff", "-o", "json", "--show-hidden", "live:cn-beijing", filepath.Join(dir, "live")},
		{"diff", empty(t), "live:cn-beijing"},
		{"render", "--as", "describe", "live:cn-beijing"},
	} {
		if out, status := try(t, args...); strings.Contains(out, canary) || status > console.Found {
			t.Errorf("%v exits with %d and says\n%s", args, status, out)
		}
	}
	files := 0
	err = filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path == answer {
			return err
		}
		files++
		text, err := os.ReadFile(path)
		if bytes.Contains(text, []byte(canary)) || strings.Contains(path, canary) {
			t.Errorf("%s holds\n%s", path, text)
		}
		return err
	})
	if err != nil || files != 2 {
		t.Errorf("%d files (%v)", files, err)
	}
}

// showsNoSecret writes the template to a file as it is, with mistakes, and looks
// at what is said of it.
func showsNoSecret(t *testing.T, data string) {
	t.Helper()
	dir := t.TempDir()
	tmpl, err := job.FromAnswer([]byte(data))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "a.yaml")
	write(t, file, string(job.Print(tmpl)))
	raw := filepath.Join(dir, "raw.json")
	write(t, raw, data)
	for i := range tmpl.Root.Entries {
		spoil(tmpl.Root.Entries[i].Value)
	}
	spoilt := filepath.Join(dir, "b.yaml")
	write(t, spoilt, string(job.Print(tmpl)))
	torn := filepath.Join(dir, "torn.yaml")
	write(t, torn, string(job.Print(tmpl))+"Cpu: [\n")
	flow := filepath.Join(dir, "flow.json")
	write(t, flow, string(tmpl.Raw()))
	broken := filepath.Join(dir, "broken.yaml")
	write(t, broken, "OssAkSecret: *"+canary+"\nCpu: [\n")
	tagged := filepath.Join(dir, "tagged.yaml")
	write(t, tagged, "OssAkSecret: !x "+canary+" # "+canary+"\nPreStop: &a {password: "+canary+"}\nCpu: x # "+canary+"\n# saejob:ignore=x reason=\"password="+canary+"\"\n")
	lintsNoSecret(t, "plan", file, spoilt, raw, flow, broken, tagged)
	lintsNoSecret(t, "cue", file, spoilt, raw, flow, broken, tagged)
	for _, args := range [][]string{
		{"lint", "-v", file}, {"lint", "-v", spoilt}, {"lint", raw}, {"lint", flow}, {"lint", broken}, {"lint", tagged},
		{"diff", file, spoilt}, {"diff", "-o", "json", spoilt, flow}, {"diff", "-o", "html", spoilt, flow},
		{"diff", "-o", "github", spoilt, flow}, {"diff", "-o", "markdown", spoilt, flow}, {"diff", broken, file}, {"diff", file, empty(t)},
		{"git", "textconv", file}, {"git", "textconv", raw}, {"git", "textconv", spoilt}, {"lint", torn}, {"render", "--as", "describe", file}, {"render", "--as", "describe", broken},
		{"fmt", "--check", file, spoilt}, {"fmt", "--check", tagged},
	} {
		if out, status := try(t, args...); strings.Contains(out, canary) || status > console.Incomplete {
			t.Errorf("%v exits with %d and says\n%s", args, status, out)
		}
	}
}

// lintsNoSecret looks at the reports of lint in all formats.
func lintsNoSecret(t *testing.T, engine string, files ...string) {
	t.Helper()
	dir := t.TempDir()
	args := []string{"lint"}
	for _, format := range report.LintFormats.Names() {
		args = append(args, "-o", format+"="+filepath.Join(dir, format))
	}
	if out, _ := try(t, append(append(args, "--engine", engine), files...)...); strings.Contains(out, canary) {
		t.Error(out)
	}
	for _, format := range report.LintFormats.Names() {
		out, err := os.ReadFile(filepath.Join(dir, format))
		if err != nil || len(out) == 0 || bytes.Contains(out, []byte(canary)) {
			t.Errorf("in %s: %v\n%s", format, err, out)
		}
	}
}

// spoil adds to every list and structure what does not belong there, so that
// lint speaks of it.
func spoil(n *job.Node) {
	switch n.Kind {
	case job.Object:
		n.Entries = append(n.Entries, &job.Entry{Key: "valu", Value: &job.Node{Kind: job.Number, Text: "1"}})
	case job.List:
		n.Entries = append(n.Entries, &job.Entry{Value: &job.Node{Kind: job.Number, Text: "1"}})
	case job.String:
		n.Text += "x"
	}
	for _, e := range n.Entries {
		spoil(e.Value)
	}
}

// empty gives a file with another template.
func empty(t *testing.T) string {
	file := filepath.Join(t.TempDir(), "other.yaml")
	write(t, file, "AppName: other\nCpu: 500\n")
	return file
}

// TestSecretPlacesAreJSON: the places above are what they seem to be.
func TestSecretPlacesAreJSON(t *testing.T) {
	for name, members := range secretPlaces {
		if text := templateWith(members); !json.Valid([]byte(text)) || !strings.Contains(text, canary) {
			t.Errorf("%s: %s", name, text)
		}
	}
}

// TestNoLeakByCUE: CUE's own words about a secret of the wrong kind do not hold
// it, in no format.
func TestNoLeakByCUE(t *testing.T) {
	if testing.Short() {
		t.Skip("one at a time: the race detector has nothing to see")
	}
	const number = "7043512790"
	for member, words := range map[string]string{
		`"OssAkSecret": 7043512790`:                                                                           "OssAkSecret: conflicting values <redacted>",
		`"OssAkSecret": 0.7043512790`:                                                                         "OssAkSecret: conflicting values <redacted>",
		`"OssAkSecret": ["Canary7yellow", 7043512790]`:                                                        "OssAkSecret: conflicting values [",
		`"OssAkSecret": {"a": {"b": "Canary7yellow"}, "c": [7043512790]}`:                                     "OssAkSecret: conflicting values {",
		`"OssAkId": [["Canary7yellow"]]`:                                                                      "OssAkId: conflicting values [",
		`"Envs": [{"name": "DB_PASSWORD", "value": 7043512790}]`:                                              "Envs.0.value: conflicting values <redacted>",
		`"Envs": [{"name": "DB_PASSWORD", "value": [7043512790]}]`:                                            "Envs.0.value: conflicting values [",
		`"Envs": [{"name": "DB_PASSWORD", "value": {"a": "Canary7yellow"}}]`:                                  "Envs.0.value: conflicting values {",
		`"Envs": {"DB_PASSWORD": "Canary7yellow"}`:                                                            "Envs: conflicting values {",
		`"Envs": "[{\"name\":\"DB_PASSWORD\",\"value\":\"Canary7yellow\"}]"`:                                  "Envs: conflicting values \"",
		`"Password": {"a": "Canary7yellow", "b": 7043512790}`:                                                 "Password: field not allowed",
		`"Password": [7043512790]`:                                                                            "Password: field not allowed",
		`"Timeout": "--password=Canary7yellow"`:                                                               "Timeout: conflicting values ",
		`"CommandArgs": {"DB_PASSWORD": "Canary7yellow"}`:                                                     "CommandArgs: conflicting values {",
		`"CommandArgs": [["--password", "Canary7yellow"]]`:                                                    "CommandArgs.0: conflicting values [",
		`"PreStop": {"https://u:Canary7yellow@mq": 1}`:                                                        "what it says of it holds a secret",
		`"SlsConfigs": [{"logType": "stdout", "logDir": "https://u:Canary7yellow@h"}, {"logType": "stdout"}]`: "does not satisfy list.MatchN",
		`"https://u:Canary7yellow@mq": 1`:                                                                     "what it says of it holds a secret",
	} {
		t.Run(words, func(t *testing.T) {
			dir := t.TempDir()
			file := filepath.Join(dir, "a.json")
			write(t, file, templateWith(member))
			args := []string{"lint", "--engine", "cue", file}
			for _, format := range report.LintFormats.Names() {
				args = append(args, "-o", format+"="+filepath.Join(dir, format))
			}
			_, status := try(t, args...)
			for _, format := range report.LintFormats.Names() {
				out, err := os.ReadFile(filepath.Join(dir, format))
				if err != nil || bytes.Contains(out, []byte(canary)) || bytes.Contains(out, []byte(number)) {
					t.Errorf("in %s: %v\n%s", format, err, out)
				}
			}
			if text, _ := os.ReadFile(filepath.Join(dir, "text")); status != console.Found || !bytes.Contains(text, []byte(words)) {
				t.Errorf("exits with %d and says\n%s", status, text)
			}
		})
	}
}
