package main

import (
	"flag"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"saejob/internal/emulator"
	"saejob/internal/trial"
)

var update = flag.Bool("update", false, "write what the commands print into the scripts")

func TestMain(m *testing.M) {
	testscript.Main(trial.Alone{M: m}, map[string]func(){"saejob": main})
}

// TestStories runs testdata/*.txtar against the real command, each against an
// SAE of its own.
func TestStories(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Files:               stories(t),
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Deadline:            time.Now().Add(10 * trial.Patience), // what hangs is ended, and said
		Setup:               setUp,
		Condition: func(name string) (bool, error) {
			if name != "plainly" {
				return false, fmt.Errorf("unknown condition %s", name)
			}
			return trial.Plainly(func() {}), nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"altered": altered,
			"put":     put,
			"remove":  remove,
			"many":    many,
			"fault":   fault,
			"proxy":   proxy,
			"status":  status,
			"plainly": plainly,
			"samples": samples,
			"serve":   serve,
			"served":  served,
			"touched": touched,
			"hostile": hostile,
		},
	})
}

// parallel names the scripts in which commands do several things at a time, each
// in a way of its own.
var parallel = regexp.MustCompile(`/(drift|emulate|export.*|live|prune)\.txtar$`)

// stories gives the scripts; with -short, as under the race detector, those that
// are parallel.
func stories(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no stories", err)
	}
	return slices.DeleteFunc(files, func(name string) bool {
		return testing.Short() && !parallel.MatchString(name)
	})
}

// setUp starts an emulator and tells the commands where it is.
func setUp(env *testscript.Env) error {
	server, err := emulator.New(emulator.Options{})
	if err != nil {
		return err
	}
	listener := httptest.NewServer(server)
	env.Defer(listener.Close)
	env.Values["server"] = server
	env.Values["home"] = mustGetwd()
	env.Values["serving"] = &serving{}
	env.Setenv("GORACE", os.Getenv("GORACE"))
	env.Setenv("SAEJOB_ENDPOINT", listener.URL)
	env.Setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "emulator")
	env.Setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "emulator")
	env.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	env.Setenv("GIT_AUTHOR_NAME", "a")
	env.Setenv("GIT_AUTHOR_EMAIL", "a@example.com")
	env.Setenv("GIT_COMMITTER_NAME", "a")
	env.Setenv("GIT_COMMITTER_EMAIL", "a@example.com")
	return nil
}

func mustGetwd() string {
	dir, err := os.Getwd()
	if err != nil {
		panic(err)
	}
	return dir
}

// put FILE: the Data in FILE is a live template from now on.
func put(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: put FILE")
	}
	ts.Check(ts.Value("server").(*emulator.Server).Put([]byte(ts.ReadFile(args[0]))))
}

// remove ID…: the templates with these AppIds are no longer live.
func remove(ts *testscript.TestScript, neg bool, args []string) {
	for _, id := range args {
		if neg || !ts.Value("server").(*emulator.Server).Remove(id) {
			ts.Fatalf("usage: remove ID..., of live templates")
		}
	}
}

// status N COMMAND…: runs a command that exits with N.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N COMMAND [ARG...]")
	}
	if got := exitStatus(ts.Exec(args[1], args[2:]...)); got != args[0] {
		ts.Fatalf("exit status %s, want %s", got, args[0])
	}
}

// plainly COMMAND…: runs another of these commands without root's right to read
// everything.
func plainly(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 || args[0] != "status" {
		ts.Fatalf("usage: plainly status N COMMAND [ARG...]")
	}
	got := ""
	trial.Plainly(func() { got = exitStatus(ts.Exec(args[2], args[3:]...)) })
	if got != args[1] {
		ts.Fatalf("exit status %s, want %s", got, args[1])
	}
}

func exitStatus(err error) string {
	if err == nil {
		return "0"
	}
	return strings.TrimPrefix(err.Error(), "exit status ")
}

// samples DIR: copies the sample answers to DIR.
func samples(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: samples DIR")
	}
	ts.Check(os.CopyFS(ts.MkAbs(args[0]), emulator.Samples()))
}

// touched DIR FILE: writes the names, times and inodes of the files below DIR to
// FILE.
func touched(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: touched DIR FILE")
	}
	var b strings.Builder
	ts.Check(filepath.Walk(ts.MkAbs(args[0]), func(path string, info os.FileInfo, err error) error {
		if err == nil && info.Mode().IsRegular() {
			fmt.Fprintf(&b, "%s %s %v\n", path, info.ModTime(), info.Sys())
		}
		return err
	}))
	text := atime.ReplaceAllString(b.String(), "")
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(text), 0o644))
}

// atime is when a file was last read, among what the system says of it.
var atime = regexp.MustCompile(`\{\d+ \d+\} `)
