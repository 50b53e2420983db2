package command

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
)

// full is a stream that takes nothing, as that of a full disk.
type full struct{ io.Writer }

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

// TestStdoutFull: where stdout does not take the output, the run could not do what it
// was asked.
func TestStdoutFull(t *testing.T) {
	for _, line := range []string{"fmt -", "lint -", "render --as describe -", "rules", "schema", "version", "ram-policy", "--help"} {
		var said bytes.Buffer
		streams := Streams{In: strings.NewReader("AppName: a\nCpu: 1\n"), Out: full{}, Err: &said}
		if status := Run(context.Background(), strings.Fields(line), streams); status != 2 || !strings.Contains(said.String(), "no space left on device") {
			t.Errorf("saejob %s exits with %d: %s", line, status, said.String())
		}
	}
}
