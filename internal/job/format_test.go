package job_test

import (
	"bytes"
	"testing"

	"saejob/internal/job"
)

// FuzzFormat: what fmt makes of a file that can be read can be read again, is equal to
// it, and stays as it is when it is formatted once more.
func FuzzFormat(f *testing.F) {
	for _, text := range []string{
		"Cpu: 500\n \t\nAppName: a\n", "Cpu: 500\n\t\nAppName: a\n", "Cpu: 500\n\t# c\nAppName: a\n", "Cpu: 500\n \t # c\nAppName: a\n",
		"Cpu: 500 \t# c\nAppName: a\n", "Envs: [a]\t# c\nCpu: 1\n", "Envs: {}\t# c\n", "Envs:\n  -\t# c\n    name: a\n", "A: |\t# c\n  x\n\t\nB: 1\n",
		"A: |+\n  x\n\n \t\nB: 1\n", "A:\n  - b\n  \t\n  - c\n\t# d\n", "A: \"x\ty\"\t\n\n\t#\tz\nB: 'q'\n", "--- \t# c\nA: 1\n...\n\t# d\n",
		"Envs:\n  - name: A\n    # value: b\n  # - name: B\n\n# about Cpu\nCpu: 1\n  # tail\n", "? A\n: b # c\n", "A: 1\n \u3000# c\nB: 2\n",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		read, problems := job.Parse(text)
		if len(problems) > 0 {
			return
		}
		formatted := read.Clone()
		job.Normalize(formatted)
		printed := job.Print(formatted)
		again, problems := job.Parse(printed)
		if len(problems) > 0 {
			t.Fatalf("%q is formatted as %q, which cannot be read: %v", text, printed, problems)
		}
		if job.Compare(formatted, again) == job.Different {
			t.Fatalf("%q is formatted as %q, which says something else", text, printed)
		}
		job.Normalize(again)
		if twice := job.Print(again); !bytes.Equal(printed, twice) {
			t.Fatalf("%q is formatted as %q, then as %q", text, printed, twice)
		}
	})
}
