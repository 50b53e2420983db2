package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"saejob/internal/console"
	"saejob/internal/report"
	"saejob/internal/secret"
)

// token is a secret that is known by its form, wherever it stands.
const token = "ghp_" + "Canary7yellowk4nAr1Zq9Xw2Lm8Tb5V"

// soil is a template without a mistake, below which mistakes grow.
const soil = "AppName: nightly\nAppDescription: d\nPackageType: Image\nImageUrl: nginx:1\nCpu: 500\nMemory: 1024\nReplicas: 1\n"

// brokenFiles are files with a secret where only a person puts one, or where the text
// is not what it should be.
var brokenFiles = map[string]string{
	"a key twice in a flow":     "Envs: [{name: DB_PASSWORD, value: Canary7yellow, value: Canary7yellow}]\n",
	"a key twice":               "OssAkSecret: Canary7yellow\nOssAkSecret: Canary7yellow2\n",
	"a key twice in a list":     "Envs:\n- name: DB_PASSWORD\n  value: Canary7yellow\n  value:\n  - Canary7yellow\n",
	"an anchor":                 "Envs:\n- name: DB_PASSWORD\n  value: &S Canary7yellow\n",
	"an alias":                  "OssAkSecret: *Canary7yellow\n",
	"a tag":                     "OssAkSecret: !!binary Canary7yellow\n",
	"a merge key":               "OssAkSecret:\n  <<: Canary7yellow\n  x: [1]\n",
	"a bracket missing":         "Envs: [{name: DB_PASSWORD, value: Canary7yellow\n",
	"a bracket missing inside":  "Envs: [{value: Canary7yellow, name: DB_PASSWORD]\n",
	"a quote missing":           "OssAkSecret: \"Canary7yellow\n",
	"a colon missing":           "Envs:\n- name: DB_PASSWORD\n  value Canary7yellow\n",
	"a tab":                     "Envs:\n- name: DB_PASSWORD\n\tvalue: Canary7yellow\n",
	"a bad indent":              "Envs:\n- name: DB_PASSWORD\n value: Canary7yellow\n",
	"a second document":         "---\nOssAkSecret: Canary7yellow\n",
	"a conflict":                "<<<<<<< HEAD\nOssAkSecret: Canary7yellow\n=======\nOssAkSecret: Canary7yellow2\n>>>>>>> x\n",
	"a name mistyped":           "Envs:\n- nmae: DB_PASSWORD\n  value: Canary7yellow\n",
	"a value mistyped":          "Envs:\n- name: DB_PASSWORD\n  vlaue: Canary7yellow\n",
	"JSON cut off":              "Envs: '[{\"name\":\"DB_PASSWORD\",\"value\":\"Canary7yellow\"'\n",
	"a token for an id":         "VpcId: " + token + "\n",
	"a URL for an id":           "VpcId: https://u:Canary7yellow@h\n",
	"a private key for an id":   "VSwitchId: '-----BEGIN RSA PRIVATE KEY----- Canary7yellow -----END RSA PRIVATE KEY-----'\n",
	"a token for the AppId":     "AppId: " + token + "\n",
	"a token for the namespace": "NamespaceId: " + token + "\n",
	"a token for a name":        token + ": 1\n",
	"a comment":                 "# password: Canary7yellow\nTimeout: 5 # pw=Canary7yellow\n# " + token + "\n",
	"a token in a broken file":  "AppDescription: " + token + "\nEnvs: [\n",
	"a reason that holds":       "Jdk: Open JDK 8 # saejob:ignore=schema/image-jdk reason=\"password=Canary7yellow\"\n",
	"a reason":                  "# saejob:ignore=image-tag-latest reason=\"password=Canary7yellow\"\n# saejob:ignore=x reason=\"" + token + "\"\n",
}

// TestBrokenFilesLeakNothing: no report of no command, in no format, on no stream and
// in no file, shows a secret of a file that is broken or holds it in an odd place.
func TestBrokenFilesLeakNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("it does one thing at a time")
	}
	for name, text := range brokenFiles {
		t.Run(name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			t.Setenv(secret.KeyVariable, "")
			write(t, "a.yaml", soil+text)
			write(t, "b.yaml", soil)
			write(t, "c.yaml", strings.Replace(soil, "nightly", token, 1))
			for _, args := range [][]string{
				everyFormat(report.LintFormats.Names(), "lint", "-v", "a.yaml", "c.yaml"),
				everyFormat(report.LintFormats.Names(), "lint", "--engine", "cue", "a.yaml"),
				everyFormat(report.DiffFormats.Names(), "diff", "--show-hidden", "a.yaml", "b.yaml"),
				everyFormat(report.DiffFormats.Names(), "diff", "b.yaml", "a.yaml"),
				everyFormat(report.DiffFormats.Names(), "diff", "b.yaml", "c.yaml"),
				{"lint", "a.yaml"}, {"diff", "a.yaml", "b.yaml"}, {"git", "textconv", "a.yaml"}, {"git", "textconv", "c.yaml"},
				{"render", "--as", "describe", "a.yaml"}, {"fmt", "--check", "a.yaml"}, {"fmt", "--check", "-v", "a.yaml"},
			} {
				if out, status := try(t, args...); strings.Contains(out, canary) || status > console.Incomplete {
					t.Errorf("%v exits with %d and says\n%s", args, status, out)
				}
				if slices.Contains(args, "-o") {
					leaksNothing(t, "out") // the next one writes over it
				}
			}
		})
	}
}

// everyFormat returns a command line that writes a report in every format to a file.
func everyFormat(formats []string, args ...string) []string {
	for _, format := range formats {
		args = append(args, "-o", format+"="+filepath.Join("out", strings.Join(args[:1], "-")+"-"+format))
	}
	if err := os.MkdirAll("out", 0o755); err != nil {
		panic(err)
	}
	return slices.Clone(args)
}

// leaksNothing looks at the files of a directory.
func leaksNothing(t *testing.T, dir string) {
	t.Helper()
	files := tree(t, dir)
	if len(files) == 0 {
		t.Error("no report was written")
	}
	for file, text := range files {
		if strings.Contains(text, canary) || strings.Contains(file, canary) {
			t.Errorf("%s holds\n%s", file, text)
		}
	}
}

// TestConfigurationLeaksNothing: what is wrong with .saejob.yaml is said without a
// secret that somebody typed there, as a key or as a value.
func TestConfigurationLeaksNothing(t *testing.T) {
	for _, text := range []string{
		"password: Canary7yellow\n", token + ": 1\n", "environments:\n  prod: {region: " + token + ", directory: j}\n",
		"environments:\n  prod: {region: cn-x, directory: j, network: \"token=Canary7yellow\"}\n", "environments:\n  " + token + ": {region: 5}\n",
		"environments:\n  prod: {region: cn-x, directory: j, accessKeySecret: Canary7yellow}\n", "secrets: {allow: \"password=Canary7yellow\"}\n",
		"mappings:\n- password=Canary7yellow\n", "environments: [\npassword: Canary7yellow\n", "password: \"Canary7yellow\n", "password: *Canary7yellow\n", token + "\n",
	} {
		t.Chdir(t.TempDir())
		write(t, ".saejob.yaml", text)
		write(t, "a.yaml", soil)
		for _, args := range [][]string{{"lint", "a.yaml"}, {"fmt", "a.yaml"}, {"export", "prod"}, {"drift"}, {"diff", "a.yaml", "a.yaml"}, {"lint", "--policy-from", "HEAD", "a.yaml"}} {
			if out, status := try(t, args...); strings.Contains(out, canary) || status != console.CannotRun {
				t.Errorf("with %q, %v exits with %d and says\n%s", text, args, status, out)
			}
		}
	}
}

// TestAPIErrorsLeakNothing: what SAE says of a failure is shown without the secrets in it.
func TestAPIErrorsLeakNothing(t *testing.T) {
	for _, message := range []string{"password=Canary7yellow is wrong", "bad value " + token, "see https://u:Canary7yellow@h", `{\"OssAkSecret\":\"Canary7yellow\"}`} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusBadRequest)
			fmt.Fprintf(w, `{"Success":false,"Code":"InvalidParameter","ErrorCode":"%s","Message":"%s","RecommendUrl":"https://h/?token=Canary7yellow","RequestId":"%s"}`, token, message, token)
		}))
		defer server.Close()
		t.Chdir(t.TempDir())
		t.Setenv("SAEJOB_ENDPOINT", server.URL)
		t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "emulator")
		t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "emulator")
		write(t, "a.yaml", soil)
		for _, args := range [][]string{
			{"export", "-v", "--region", "cn-beijing", "-d", "jobs"}, {"export", "--region", "cn-beijing", "--app-id", "x", "-d", "jobs"}, {"lint", "live:cn-beijing"},
			everyFormat(report.DiffFormats.Names(), "diff", "a.yaml", "live:cn-beijing"),
		} {
			if out, status := try(t, args...); strings.Contains(out, canary) || status == console.Clean || out == "" {
				t.Errorf("%v exits with %d and says\n%s", args, status, out)
			}
		}
	}
}

// bomb is a stream that panics.
type bomb struct{ value any }

func (b bomb) Write([]byte) (int, error) { panic(b.value) }

// TestCrashLeaksNothing: a crash says where it was, and not what the panic said.
func TestCrashLeaksNothing(t *testing.T) {
	for _, value := range []any{canary, errors.New(canary), []string{canary}, map[string]string{canary: canary}} {
		var said bytes.Buffer
		status := Run(context.Background(), []string{"version"}, Streams{In: strings.NewReader(""), Out: bomb{value}, Err: &said})
		if out := said.String(); status != int(console.CannotRun) || !strings.Contains(out, "internal error: panic") || !strings.Contains(out, "leak_errors_test.go") || strings.Contains(out, canary) {
			t.Errorf("exits with %d and says\n%s", status, out)
		}
	}
}
