package main

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"saejob/internal/emulator"
)

// soak gives all when SOAK is set, as make soak does, else usual; a few with
// -short, as under the race detector.
func soak(all, usual int) int {
	switch {
	case os.Getenv("SOAK") != "":
		return all
	case testing.Short():
		return usual / 5
	}
	return usual
}

// TestKilledAnywhere: an export that is killed, from its first written file to
// its last, leaves every file as it was or as it is to be, and nothing else
// behind; the next run completes.
func TestKilledAnywhere(t *testing.T) {
	const templates = 20
	server, err := emulator.New(emulator.Options{Data: manyTemplates(templates, "old")})
	if err != nil {
		t.Fatal(err)
	}
	listener := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(2 * time.Millisecond) // so that a run takes a while
		server.ServeHTTP(w, r)
	}))
	defer listener.Close()
	run := exporter(t, listener.URL)
	dir := t.TempDir()
	took := time.Duration(0)
	texts := map[string][2]string{}
	for side, version := range []string{"old", "new"} {
		putAll(t, server, templates, version)
		start := time.Now()
		if out, err := run(dir).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		took = time.Since(start)
		for name, text := range tree(t, dir) {
			pair := texts[name]
			pair[side] = text
			texts[name] = pair
		}
	}
	g := rand.New(rand.NewPCG(1, 1))
	written := 0
	for i := range soak(300, 20) {
		version := []string{"old", "new"}[i%2]
		putAll(t, server, templates, version)
		before := tree(t, dir)
		command := run(dir)
		if err := command.Start(); err != nil {
			t.Fatal(err)
		}
		waitForChange(dir, before)
		time.Sleep(time.Duration(g.Int64N(int64(took))))
		_ = command.Process.Kill()
		_ = command.Wait()
		after := tree(t, dir)
		for name, text := range after {
			pair, known := texts[name]
			if !known && !strings.Contains(name, ".saejob-") || known && text != pair[0] && text != pair[1] {
				t.Fatalf("kill %d: %s is neither the old file nor the new one:\n%.200s", i, name, text)
			}
			if known && text != before[name] {
				written++
			}
		}
		if out, err := run(dir).CombinedOutput(); err != nil {
			t.Fatalf("after kill %d: %v: %s", i, err, out)
		}
		if after = tree(t, dir); len(after) != templates {
			t.Fatalf("after kill %d and a whole run there are %d files", i, len(after))
		}
	}
	t.Logf("a run takes %v; %d files were written before kills", took, written)
}

// exporter gives the command that exports into a directory.
func exporter(t *testing.T, endpoint string) func(dir string) *exec.Cmd {
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
		c := exec.Command(command, "export", "--region", "cn-beijing", "--namespace", "prod", "-d", dir, "--rate", "1000000")
		c.Env = append(os.Environ(), "SAEJOB_ENDPOINT="+endpoint,
			"ALIBABA_CLOUD_ACCESS_KEY_ID=emulator", "ALIBABA_CLOUD_ACCESS_KEY_SECRET=emulator")
		return c
	}
}

// manyTemplates gives n answers of a version as files.
func manyTemplates(n int, version string) fs.FS {
	files := fstest.MapFS{}
	for i := range n {
		files[fmt.Sprintf("%03d.json", i)] = &fstest.MapFile{Data: []byte(someTemplate(i, version))}
	}
	return files
}

func someTemplate(i int, version string) string {
	return fmt.Sprintf(`{"AppId": "id-%03d", "AppName": "job-%03d", "RegionId": "cn-beijing", "NamespaceId": "cn-beijing:prod",
		"PackageType": "PhpZip", "Cpu": 500, "Memory": 1024, "Replicas": 1, "AppDescription": %q, "PhpConfig": %q}`,
		i, i, version, strings.Repeat(version+" = 1\n", 1_000))
}

func putAll(t *testing.T, server *emulator.Server, n int, version string) {
	t.Helper()
	for i := range n {
		if err := server.Put([]byte(someTemplate(i, version))); err != nil {
			t.Fatal(err)
		}
	}
}

// tree gives the files below a directory.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		files[path] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// waitForChange returns when a file is not what it was, or after a while.
func waitForChange(dir string, before map[string]string) {
	for range 2_000 {
		names, _ := filepath.Glob(filepath.Join(dir, "*"))
		for _, name := range names {
			if text, err := os.ReadFile(name); err == nil && string(text) != before[name] {
				return
			}
		}
		time.Sleep(time.Millisecond)
	}
}
