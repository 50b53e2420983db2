package command

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"saejob/internal/console"
	"saejob/internal/emulator"
	"saejob/internal/job"
	"saejob/internal/trial"
)

// rig is an SAE with templates, and what is typed to export them.
type rig struct {
	server    *emulator.Server
	url       string
	templates int
}

func newRig(t *testing.T, templates int, faults ...emulator.Fault) *rig {
	t.Helper()
	server, err := emulator.New(emulator.Options{Data: trial.Templates(templates, "new"), Faults: faults})
	if err != nil {
		t.Fatal(err)
	}
	listener := httptest.NewServer(server)
	t.Cleanup(func() {
		listener.CloseClientConnections()
		listener.Close()
	})
	t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "emulator")
	t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "emulator")
	return &rig{server, listener.URL, templates}
}

// export exports everything into a directory, with more flags.
func (r *rig) export(t *testing.T, dir string, flags ...string) (said string, status console.Status) {
	t.Helper()
	return try(t, append([]string{"export", "--endpoint", r.url, "--region", "cn-beijing", "--namespace", "prod", "-d", dir}, flags...)...)
}

// left is what a list that is not complete does not have.
var left = regexp.MustCompile(`(?m)^saejob: cn-beijing:prod: the list changed while reading it: got (\d+) of (\d+) templates; try again$`)

// wrong says which file is not as it is live, or is missing and was not named, or
// is named and not missing.
func (r *rig) wrong(dir, said string) error {
	files, err := os.ReadDir(dir)
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	for _, file := range files {
		if i, ok := strings.CutPrefix(file.Name(), "job-"); !ok || len(i) != len("000.yaml") {
			return fmt.Errorf("%s is there and should not be", file.Name())
		}
	}
	unlisted := strings.Contains(said, "\nsaejob: cn-beijing:prod: ") || strings.HasPrefix(said, "saejob: cn-beijing:prod: ")
	unnamed := 0
	if m := left.FindStringSubmatch(said); m != nil {
		has, _ := strconv.Atoi(m[1])
		total, _ := strconv.Atoi(m[2])
		unlisted, unnamed = false, total-has
	}
	for i := range r.templates {
		want, err := job.FromAnswer([]byte(trial.Template(i, "new")))
		if err != nil {
			return err
		}
		job.Normalize(want)
		file := filepath.Join(dir, fmt.Sprintf("job-%03d.yaml", i))
		text, err := os.ReadFile(file)
		named := unlisted || strings.Contains(said, "saejob: "+file+": ")
		switch {
		case err == nil && string(text) != string(job.Print(want)):
			return fmt.Errorf("%s is wrong:\n%.300s", file, text)
		case err == nil && named:
			return fmt.Errorf("%s is there and was said to be missing", file)
		case err != nil && !named:
			unnamed--
		}
	}
	if unnamed < 0 {
		return fmt.Errorf("%d templates are missing that were not named", -unnamed)
	}
	return nil
}

// made tells when as many calls were made.
func (r *rig) made(ctx context.Context, calls int, tell chan<- bool) {
	for ctx.Err() == nil {
		n := r.server.Calls()
		if n.ListJobs+n.DescribeJob+n.Throttled >= calls {
			tell <- true
			return
		}
		time.Sleep(time.Millisecond)
	}
}

// exporter gives the command that exports into a directory.
func exporter(t testing.TB, endpoint string) func(dir string) *exec.Cmd {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	command := filepath.Join(t.TempDir(), "saejob")
	if err := os.Symlink(program, command); err != nil {
		t.Skip(err)
	}
	return func(dir string) *exec.Cmd {
		c := exec.CommandContext(trial.Within(t, 10*trial.Patience), command, "export", "--region", "cn-beijing", "--namespace", "prod", "-d", dir, "--rate", "1000000")
		c.Env = append(os.Environ(), "SAEJOB_ENDPOINT="+endpoint,
			"ALIBABA_CLOUD_ACCESS_KEY_ID=emulator", "ALIBABA_CLOUD_ACCESS_KEY_SECRET=emulator")
		return c
	}
}

func putAll(t *testing.T, server *emulator.Server, n int, version string) {
	t.Helper()
	for i := range n {
		if err := server.Put([]byte(trial.Template(i, version))); err != nil {
			t.Fatal(err)
		}
	}
}
