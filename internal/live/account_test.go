package live

import (
	"os"
	"path/filepath"
	"testing"

	"saejob/internal/trial"
)

func TestMain(m *testing.M) { os.Exit(trial.Alone{M: m}.Run()) }

// TestOnePaceAKey: accounts of one access key share its quota, whichever profile it
// stands in.
func TestOnePaceAKey(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "emulator")
	t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "emulator")
	if err := os.Mkdir(filepath.Join(home, ".aliyun"), 0o755); err != nil {
		t.Fatal(err)
	}
	profiles := `{"current": "", "profiles": [
		{"name": "same", "mode": "AK", "access_key_id": "emulator", "access_key_secret": "emulator"},
		{"name": "twin", "mode": "AK", "access_key_id": "emulator", "access_key_secret": "emulator"},
		{"name": "else", "mode": "AK", "access_key_id": "another", "access_key_secret": "another"}]}`
	if err := os.WriteFile(filepath.Join(home, ".aliyun", "config.json"), []byte(profiles), 0o600); err != nil {
		t.Fatal(err)
	}
	c := New(Options{Rate: 50, Concurrency: 1})
	pace := func(profile string) any { return c.account(t.Context(), profile).pace }
	if pace("same") != pace("twin") || pace("same") != pace("") {
		t.Error("one key has two paces")
	}
	if pace("same") == pace("else") || pace("nowhere") == pace("else") || pace("nowhere") == pace("same") {
		t.Error("two keys have one pace")
	}
}
