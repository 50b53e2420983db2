package lint_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"saejob/internal/job"
	"saejob/internal/secret"
	"saejob/lint"
	"saejob/rules"
)

// TestIDsLeakNothing: a secret that somebody put where an id or a name belongs is in no
// finding, of the rules about several templates either.
func TestIDsLeakNothing(t *testing.T) {
	const canary = "Z9k4N4r1Qx7Lm2Wv"
	ids := []string{"AppName", "AppId", "NamespaceId", "RegionId", "RefAppId", "RefedAppIds", "VpcId", "Jdk", "ConcurrencyPolicy"}
	seen := map[string]bool{}
	for _, secretText := range []string{"ghp_" + canary + "8sT4uV6wX0yZ2aB4cD6e", "https://u:" + canary + "@h.example.com", "password=" + canary, "--token " + canary} {
		for _, field := range ids {
			var refs []job.Ref
			for i := range 10 {
				d := map[string]any{
					"AppName": fmt.Sprintf("job-%d", i), "AppId": fmt.Sprintf("id-%d", i), "NamespaceId": "cn-beijing:prod", "RegionId": "cn-hangzhou",
					"PackageType": "Image", "RefAppId": "id-x", "RefedAppIds": []string{"id-1", "id-y"}, "ImageUrl": "registry-vpc.cn-shanghai.aliyuncs.com/a/b:1",
					"TriggerConfig": map[string]any{"type": "time", "config": "0 2 * * *", "timezone": "GMT+8:00"},
				}
				if i%2 == 1 {
					d["RegionId"], d["ImageUrl"] = "cn-beijing", "registry-vpc.cn-hangzhou.aliyuncs.com/a/b:1"
				}
				if d[field] = secretText; field == "RefedAppIds" {
					d[field] = []string{secretText}
				}
				text, err := json.Marshal(d)
				if err != nil {
					t.Fatal(err)
				}
				place := fmt.Sprintf("jobs/%d.json", i)
				refs = append(refs, job.Ref{Place: place, File: place, Open: func() (job.Document, error) {
					template, problems := job.Parse(text)
					return job.Document{Template: template, Problems: problems, Text: text}, nil
				}})
			}
			l := &lint.Linter{Key: secret.RandomKey(), Schema: lint.Plan(), Rules: rules.All()}
			for _, f := range l.Check(job.Snapshot{Name: "jobs", Refs: refs}).Findings {
				seen[f.Rule] = true
				if shown := fmt.Sprintf("%+v", f); strings.Contains(shown, canary) {
					t.Errorf("%s: %s: %s", field, f.Rule, f.Message)
				}
			}
		}
	}
	for _, rule := range []string{"namespace-region-mismatch", "schedules-pile-up", "name-duplicate", "reference-missing", "reference-asymmetric", "image-region-mismatch"} {
		if !seen[rule] {
			t.Errorf("%s says nothing", rule)
		}
	}
}
