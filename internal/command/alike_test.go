package command

import (
	"encoding/json"
	"net/http/httptest"
	"reflect"
	"testing"

	"saejob/internal/console"
	"saejob/internal/emulator"
	"saejob/internal/secret"
	"saejob/internal/trial"
)

// TestLiveIsAsItsFile: lint says of what is live what it says of the files that an
// export of it makes, line by line; and they do not differ.
func TestLiveIsAsItsFile(t *testing.T) {
	server, err := emulator.New(emulator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	listener := httptest.NewServer(server)
	defer listener.Close()
	t.Setenv("SAEJOB_ENDPOINT", listener.URL)
	t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "emulator")
	t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "emulator")
	t.Chdir(t.TempDir())
	for _, key := range []string{"", trial.RedactKey} {
		t.Setenv(secret.KeyVariable, key)
		if out, status := try(t, "export", "--region", "cn-beijing"); status != console.Clean {
			t.Fatal(out)
		}
		live, files := findings(t, "live:cn-beijing"), findings(t, ".")
		if len(files) < 10 || !reflect.DeepEqual(live, files) {
			t.Errorf("live: %v\nfiles: %v", live, files)
		}
		if out, status := try(t, "diff", "live:cn-beijing", "."); status != console.Clean {
			t.Errorf("diff exits with %d: %s", status, out)
		}
	}
}

// findings gives what lint says of a source, but for the files.
func findings(t *testing.T, source string) []map[string]any {
	t.Helper()
	out, _ := try(t, "-q", "lint", "-o", "json", "--fail-on", "never", source)
	var report struct {
		Complete bool
		Findings []map[string]any
	}
	if err := json.Unmarshal([]byte(out), &report); err != nil || !report.Complete {
		t.Fatal(err, out)
	}
	for _, f := range report.Findings {
		delete(f, "file")
		if f["appId"] == "" {
			delete(f, "fingerprint")
		}
	}
	return report.Findings
}
