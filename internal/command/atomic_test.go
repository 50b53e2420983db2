package command

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"saejob/internal/console"
)

// TestFilesAreReplaced: whoever has a file open while a command writes it reads the old
// one to its end: no command writes into a file that is there.
func TestFilesAreReplaced(t *testing.T) {
	const answer = `{"AppId":"1","AppName":"a","NamespaceId":"cn-beijing:prod","RegionId":"cn-beijing","Cpu":500,"Memory":1024}`
	for name, args := range map[string][]string{
		"a.yaml":       {"fmt", "a.yaml"},
		"out/a.yaml":   {"export", "--from", "answer.json", "-d", "out"},
		"report.json":  {"lint", "--fail-on", "never", "-o", "json=report.json", "a.yaml"},
		"report.txt":   {"lint", "--fail-on", "never", "-o", "text+=report.txt", "a.yaml"},
		".saejob.yaml": {"init", "--force", "--region", "cn-beijing"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				t.Fatal(err)
			}
			write(t, "answer.json", answer)
			write(t, "a.yaml", "Cpu: 500\nAppId: \"1\"\nAppName:   a\nNamespaceId: cn-beijing:prod\n")
			if name != "a.yaml" {
				write(t, name, "AppId: \"1\"\n")
			}
			old := contents(t, name)
			held, err := os.Open(name)
			if err != nil {
				t.Fatal(err)
			}
			defer held.Close()
			if out, status := try(t, args...); status != console.Clean {
				t.Fatalf("%q exits with %d: %s", args, status, out)
			}
			if contents(t, name) == old {
				t.Fatalf("%q wrote nothing", args)
			}
			if read, err := io.ReadAll(held); err != nil || string(read) != old {
				t.Errorf("%q wrote into the file: %q, %v", args, read, err)
			}
		})
	}
}
