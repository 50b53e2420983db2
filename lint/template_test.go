package lint_test

import (
	"strings"
	"testing"
	"time"

	"saejob/internal/job"
	"saejob/internal/secret"
	"saejob/internal/severity"
	"saejob/lint"
	"saejob/rules"
)

// TestOneMistake: a secret that stands where the schema refuses the member or the
// kind of value anyway is one mistake; where it refuses something else, there are
// two.
func TestOneMistake(t *testing.T) {
	linter := &lint.Linter{Key: secret.RandomKey(), Schema: lint.Plan(), Rules: rules.All(), Now: time.Now()}
	for text, want := range map[string]string{
		"OssAkSecrt: example-1":                  "unknown-field",
		"OssAkSecret: {a: example-1}":            "schema/OssAkSecret",
		"OssAkSecret: 12345":                     "schema/OssAkSecret",
		"Envs: '[{\"password\":\"x1y2\"'":        "schema/Envs",
		"Envs: [{name: PASSWORD, value: 12345}]": "schema/Envs",
		"SlsConfigs: [{logType: stdout}, {logType: stdout, logDir: 'https://u:example@h'}]":                    "schema/stdout-once plaintext-secret",
		"PackageType: Image\nJdk: Open JDK 8\nImageUrl: 'https://u:example@h/a:1'":                             "schema/image-jdk plaintext-secret",
		"NasConfigs: [{mountPath: /a, nasPath: 'https://u:example@h'}, {nasPath: 5, mountPath: /b, c: 'x=y'}]": "plaintext-secret schema/NasConfigs",
		"Whatever: {password: example-1}": "plaintext-secret",
	} {
		text = "AppName: nightly\nCpu: 500\nMemory: 1024\nReplicas: 1\n" + text + "\n"
		if !strings.Contains(text, "PackageType") {
			text += "PackageType: Image\nImageUrl: shop/nightly:1.4.2\n"
		}
		result := linter.Check(snapshotOfText(text))
		var errors []string
		for _, f := range result.Findings {
			if f.Severity == severity.Error || strings.HasPrefix(f.Rule, rules.OfSchema) {
				errors = append(errors, f.Rule)
			}
		}
		if got := strings.Join(errors, " "); got != want {
			t.Errorf("%s%q, want %q", text, got, want)
		}
	}
}

// TestEmptyText: text that means that a json field is not set is nothing wrong,
// only no normal form; other text that is no structure is wrong, and so is the
// same in a field that does not travel as JSON.
func TestEmptyText(t *testing.T) {
	const notSet = ` is empty JSON, which means "not set"; remove it (saejob fmt does)`
	for text, want := range map[string]string{
		`NasConfigs: ""`:       "warning: NasConfigs" + notSet,
		`PreStop: ""`:          "warning: PreStop" + notSet,
		`TomcatConfig: "null"`: "warning: TomcatConfig" + notSet,
		`NasConfigs: "{}"`:     "warning: NasConfigs" + notSet,
		`Envs: '""'`:           "warning: Envs" + notSet,
		`SliceEnvs: ""`:        "",
		`Envs: " "`:            "error: Envs is text that is not a JSON list (it is not JSON: it ends too early)",
		`CommandArgs: 1d`:      "error: CommandArgs is text that is not a JSON list (it is not JSON at character 2)",
		`Envs: '["a",]'`:       "error: Envs is text that is not a JSON list (it is not JSON at character 6)",
		`Envs: '["a"'`:         "error: Envs is text that is not a JSON list (it is not JSON: it ends too early)",
		`Envs: '[1]x'`:         "error: Envs is text that is not a JSON list (it is not JSON at character 4)",
		`Envs: "0"`:            "error: Envs is text that is not a JSON list (it is JSON, but a number)",
		`Tags: ""`:             `error: Tags is ""; it must be a list`,
	} {
		linter := &lint.Linter{Key: secret.RandomKey(), Schema: lint.Plan()}
		var got []string
		for _, f := range linter.Check(snapshotOfText("AppName: nightly\nPackageType: Image\nImageUrl: shop/nightly:1.4.2\nCpu: 500\nMemory: 1024\nReplicas: 1\n" + text + "\n")).Findings {
			got = append(got, f.Severity.String()+": "+f.Message)
		}
		if got := strings.Join(got, "; "); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// TestRefusedNumber: a number that the schema refuses is nothing to reckon with.
func TestRefusedNumber(t *testing.T) {
	linter := &lint.Linter{Key: secret.RandomKey(), Schema: lint.Plan(), Rules: rules.All(), Now: time.Now()}
	for _, replicas := range []string{"3000000000", "99999999999999999999", "1e400", "2.5"} {
		text := "AppName: nightly\nAppDescription: x\nPackageType: Image\nImageUrl: shop/nightly:1.4.2\nCpu: 500\nMemory: 1024\nReplicas: " + replicas + "\n"
		if found := linter.Check(snapshotOfText(text)).Findings; len(found) != 1 || found[0].Rule != "schema/Replicas" {
			t.Errorf("Replicas %s: %+v", replicas, found)
		}
	}
}

func snapshotOfText(text string) job.Snapshot {
	tmpl, problems := job.Parse([]byte(text))
	return snapshotOf("a", job.Ref{Place: "a", File: "a", Open: func() (job.Document, error) {
		return job.Document{Template: tmpl, Problems: problems, Text: []byte(text)}, nil
	}})
}

// TestAdvice: what a finding says to write is not the next error.
func TestAdvice(t *testing.T) {
	const whole = "AppName: nightly\nAppDescription: x\nPackageType: Image\nImageUrl: nginx:1.14.2\nCpu: 500\nMemory: 1024\n"
	for text, want := range map[string]string{
		"Replicas: 1\nAppId: 5":      `AppId is 5; it must be text: write "5"`,
		"Replicas: 1\nTimezone: 8":   `Timezone is 8; it must be text; in quotes it is wrong, too: Timezone is "8", which is not a time zone; use a name such as Asia/Shanghai`,
		`Replicas: "1"`:              `Replicas is "1"; it must be a whole number: write 1 without quotes`,
		`Replicas: "99999999999999"`: `Replicas is "99999999999999"; it must be a whole number from -2147483648 to 2147483647`,
		"Replicas: 1\nTriggerConfig: {type: time, config: '30 1 * * ?', timezone: 8}": `TriggerConfig.timezone is 8; it must be text; in quotes it is wrong, too: ` +
			`TriggerConfig.timezone is "8", which is not a time zone; use an offset such as GMT+8:00`,
		"Replicas: 1\nTriggerConfig: {type: time, config: 5, timezone: GMT+8:00}": `TriggerConfig.config is 5; it must be text; in quotes it is wrong, too: ` +
			`TriggerConfig.config is "5", which is not a schedule: the expression has 1 part; it must have 5 parts: minute, hour, day of month, month, day of week`,
		"Replicas: 1\nTriggerConfig: {type: 1, config: '30 1 * * ?', timezone: GMT+8:00}": `TriggerConfig.type is 1; it must be time or http`,
	} {
		linter := &lint.Linter{Key: secret.RandomKey(), Schema: lint.Plan(), Rules: rules.All(), Now: time.Now()}
		var got []string
		for _, f := range linter.Check(snapshotOfText(whole + text + "\n")).Findings {
			got = append(got, f.Message)
		}
		if got := strings.Join(got, "; "); got != want {
			t.Errorf("%s:\n%s, want\n%s", text, got, want)
		}
	}
}
