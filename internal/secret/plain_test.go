package secret_test

import (
	"testing"

	"saejob/internal/job"
	"saejob/internal/secret"
)

// TestMaskIdentity: an id or a name shows no token, and stays itself otherwise.
func TestMaskIdentity(t *testing.T) {
	const token = "ghp_" + "kanariK4nAr1Zq9Xw2Lm8"
	id := job.Identity{AppID: token, Name: "x-" + token, RegionID: "cn-beijing", NamespaceID: "https://u:kanari@h.example.com"}
	want := job.Identity{AppID: job.Redacted, Name: "x-" + job.Redacted, RegionID: "cn-beijing", NamespaceID: "https://" + job.Redacted + "@h.example.com"}
	if got := secret.MaskIdentity(id); got != want {
		t.Errorf("got %+v", got)
	}
	for text, want := range map[string]string{
		"password=kanari4Qx": "password=<redacted>", "Bearer kanari4QxkanArI9z": "Bearer <redacted>", "x --token kanari4Qx": "x --token <redacted>",
		"Open JDK 8": "Open JDK 8", "cn-beijing:secret": "cn-beijing:secret", "acs:ram::1:role/password-reset": "acs:ram::1:role/password-reset",
	} {
		if got := secret.MaskID(text); got != want {
			t.Errorf("%s: got %s", text, got)
		}
	}
	id = job.Identity{AppID: "7171a6ca-d1cd-4928-8642-7d5cfe690001", Name: "sk-learn-nightly-20261129", RegionID: "cn-beijing", NamespaceID: "cn-beijing:production-cluster-01"}
	if got := secret.MaskIdentity(id); got != id {
		t.Errorf("got %+v", got)
	}
}
