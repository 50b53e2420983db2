package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"saejob/internal/command"
	"saejob/internal/trial"
)

// try runs a command and returns all it says.
func try(t testing.TB, args ...string) (string, int) {
	t.Helper()
	var out bytes.Buffer
	status := command.Run(trial.Soon(t), args, command.Streams{In: strings.NewReader(""), Out: &out, Err: &out})
	return out.String(), status
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
