package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"saejob/internal/console"
	"saejob/internal/trial"
)

// TestMessagesAreInert: what stands in a command line, in the name or the text of a file, in
// a configuration or in an answer acts nowhere when it is said again on stderr.
func TestMessagesAreInert(t *testing.T) {
	if testing.Short() {
		t.Skip("it does one thing at a time")
	}
	for _, evil := range []string{"\x1b[2J\x1b]0;x\a", "::error file=a::b", "##[error]x", "##vso[task.setvariable]", "\u202e\u009b31m", "a\r\nb\n::stop-commands::x"} {
		name := strings.NewReplacer("/", "", "\n", "").Replace(evil)
		for _, args := range [][]string{
			{evil}, {"--" + evil}, {"lint", evil}, {"lint", "--fail-on", evil}, {"lint", "-o", evil}, {"lint", "-o", "json=" + evil + "/x"}, {"lint", "--since", evil}, {"lint", "--policy-from", evil},
			{"lint", "--config", evil}, {"-v", "lint", "d"}, {"lint", "d/" + name + ".yaml"}, {"lint", "live:" + evil}, {"lint", evil + ":x"},
			{"lint", "--config", "c.yaml", "d"}, {"export", "--config", "c.yaml", "prod"}, {"export", evil}, {"export", "--region", evil}, {"export", "--region", "cn-beijing", "--namespace", evil + ":x"},
			{"export", "--region", "cn-beijing", "--endpoint", evil}, {"export", "--from", evil, "-d", "-"}, {"export", "--from", "d", "--name", evil, "-d", "o"}, {"export", "--from", "d", "--app-id", evil, "-d", "o"},
			{"export", "--from", "d", "-d", evil + "\x00"}, {"diff", evil, "d"}, {"diff", "d", "d", "--name", evil}, {"fmt", evil}, {"fmt", "--check", "d"}, {"fmt", "d/" + name + ".yaml"}, {"render", evil}, {"render", "--as", evil, "d"},
			{"rules", evil}, {"schema", "--of", evil}, {"git", "textconv", evil}, {"emulate", "--fault", evil}, {"emulate", "--data", evil}, {"--color", evil, "version"}, {"drift", evil},
		} {
			t.Chdir(t.TempDir())
			if err := os.Mkdir("d", 0o755); err != nil {
				t.Fatal(err)
			}
			write(t, "c.yaml", "environments:\n  \""+escaped(evil)+"\": 7\nrules: {\""+escaped(evil)+"\": error}\n")
			write(t, filepath.Join("d", name+".yaml"), "AppName: &a \""+escaped(evil)+"\"\n\""+escaped(evil)+"\": [\n")
			write(t, filepath.Join("d", name+".json"), `{"Success":false,"RequestId":"`+escaped(evil)+`","ErrorCode":"`+escaped(evil)+`"}`)
			out, status := try(t, args...)
			if status == console.Clean && !strings.Contains(strings.Join(args, " "), "version") {
				t.Errorf("%q exits with 0", args)
			}
			trial.MustBeInert(t, out)
		}
	}
}

// escaped returns a text as it stands between double quotes, in YAML and JSON.
func escaped(text string) string {
	return strings.NewReplacer("\x1b", `\u001b`, "\a", `\u0007`, "\u202e", `\u202e`, "\u009b", `\u009b`, "\r", `\r`, "\n", `\n`).Replace(text)
}
