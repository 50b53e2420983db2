package command

import (
	"os"
	"path/filepath"
	"testing"

	"saejob/internal/console"
	"saejob/internal/emulator"
)

// TestOnePaceAnAccount: environments of one account share its quota, in whatever
// regions they are, and whichever profile the key stands in.
func TestOnePaceAnAccount(t *testing.T) {
	r := newRig(t, 7, emulator.Fault{Kind: "throttle", Limit: 4, Window: 400e6, Sliding: true})
	dir, home := t.TempDir(), t.TempDir()
	t.Chdir(dir)
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	write(t, ".saejob.yaml", `environments:
  a: {region: cn-beijing, namespaces: [prod], directory: a}
  b: {region: cn-hangzhou, namespaces: [cn-hangzhou], directory: b}
  c: {region: cn-beijing, namespaces: [prod], directory: c, profile: same}
  d: {region: cn-beijing, namespaces: [prod], directory: d, profile: twin}
`)
	if err := os.Mkdir(filepath.Join(home, ".aliyun"), 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(home, ".aliyun", "config.json"), `{"current": "", "profiles": [
		{"name": "same", "mode": "AK", "access_key_id": "emulator", "access_key_secret": "emulator"},
		{"name": "twin", "mode": "AK", "access_key_id": "emulator", "access_key_secret": "emulator"},
		{"name": "else", "mode": "AK", "access_key_id": "another", "access_key_secret": "another"}]}`)
	if err := r.server.Put([]byte(`{"AppId": "x", "AppName": "x", "RegionId": "cn-hangzhou", "NamespaceId": "cn-hangzhou"}`)); err != nil {
		t.Fatal(err)
	}
	said, status := try(t, "export", "--all", "--endpoint", r.url, "--rate", "4", "--window", "410ms")
	if calls := r.server.Calls(); status != console.Clean || calls != (emulator.Calls{ListJobs: 4, DescribeJob: 22}) {
		t.Errorf("exit status %d, %+v\n%s", status, calls, said)
	}
}
