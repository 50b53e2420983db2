package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// altered BINARY FILE OLD NEW: builds the command from this tree as if NEW stood
// for OLD in FILE; nothing is generated.
func altered(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 4 {
		ts.Fatalf("usage: altered BINARY FILE OLD NEW")
	}
	binary, file := ts.MkAbs(args[0]), filepath.Join(ts.Value("home").(string), args[1])
	text, err := os.ReadFile(file)
	ts.Check(err)
	if !strings.Contains(string(text), args[2]) {
		ts.Fatalf("%s has no %s", args[1], args[2])
	}
	text = []byte(strings.ReplaceAll(string(text), args[2], args[3]))
	ts.Check(os.WriteFile(binary+".file", text, 0o644))
	overlay, err := json.Marshal(map[string]map[string]string{"Replace": {file: binary + ".file"}})
	ts.Check(err)
	ts.Check(os.WriteFile(binary+".json", overlay, 0o644))
	build := exec.Command("go", "build", "-buildvcs=false", "-overlay", binary+".json", "-o", binary, ".")
	build.Dir = ts.Value("home").(string)
	if out, err := build.CombinedOutput(); err != nil {
		ts.Fatalf("go build: %v\n%s", err, out)
	}
}
