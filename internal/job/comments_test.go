package job_test

import (
	"slices"
	"testing"

	"saejob/internal/job"
	"saejob/internal/plan"
)

// TestFoot: a comment that is indented deeper than what follows it belongs to what
// is before it, whatever goes.
func TestFoot(t *testing.T) {
	for _, test := range []struct{ name, file, without, want string }{
		{"an item at the end of a list", "Envs:\n  - name: A\n    value: a\n  # - name: B\n  #   value: b\nPostStart: x\n", "PostStart",
			"Envs:\n  - name: A\n    value: a\n  # - name: B\n  #   value: b\n"},
		{"its list goes", "Cpu: 1\nEnvs:\n  - name: A\n\n  # - name: B\n\n# about PostStart\nPostStart: x\n", "Envs",
			"Cpu: 1\n\n# about PostStart\nPostStart: x\n# was at Envs: - name: B\n"},
		{"the last item goes", "Envs:\n  - name: A\n    # value: b\n  # - name: B\nCpu: 1\n", "Envs[A]",
			"Envs: []\n  # - name: B\nCpu: 1\n# was at Envs[A]: value: b\n"},
		{"between items", "Envs:\n  - name: A\n    # value: b\n  # about B\n  - name: B\n", "Envs[A]",
			"Envs:\n  # about B\n  - name: B\n# was at Envs[A]: value: b\n"},
		{"four spaces", "Envs:\n    - name: A\n    # - name: C\n    - name: B\n    # - name: D\nCpu: 1\n", "Cpu",
			"Envs:\n  - name: A\n  # - name: C\n  - name: B\n  # - name: D\n"},
		{"at the end", "Cpu: 1\nEnvs:\n  - name: A\n  # - name: B\n# tail\n", "Cpu",
			"Envs:\n  - name: A\n  # - name: B\n# tail\n"},
		{"below a text", "Command: |\n    a\n    b\n  # c\nCpu: 1\n", "Cpu", "Command: |\n  a\n  b\n # c\n"},
		{"behind a lone ?", "AppName: a\n? # about Cpu\n  Cpu\n: 500\n", "AppName", "# about Cpu\nCpu: 500\n"},
		{"in brackets", "CommandArgs:\n [\n  # about a\n   a,\n   # about b\n   b]\nCpu: 1\n", "CommandArgs[0]", "CommandArgs:\n   # about b\n  - b\nCpu: 1\n# was at CommandArgs[0]: about a\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			read, problems := job.Parse([]byte(test.file))
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			now := read.Clone()
			drop(now, test.without)
			job.Carry(read, now)
			printed := job.Print(now)
			if string(printed) != test.want {
				t.Errorf("got\n%s\nwant\n%s", printed, test.want)
			}
			again, problems := job.Parse(printed)
			if len(problems) > 0 || string(job.Print(again)) != test.want {
				t.Errorf("%v, again\n%s", problems, job.Print(again))
			}
		})
	}
}

// drop removes the entry at a path.
func drop(t *job.Template, path string) {
	var gone *job.Entry
	t.Walk(func(at *job.At, e *job.Entry, _ *plan.Field) bool {
		if at.Path().String() == path {
			gone = e
		}
		return true
	})
	isGone := func(e *job.Entry) bool { return e == gone }
	t.Root.Entries = slices.DeleteFunc(t.Root.Entries, isGone)
	t.Walk(func(_ *job.At, e *job.Entry, _ *plan.Field) bool {
		e.Value.Entries = slices.DeleteFunc(e.Value.Entries, isGone)
		return true
	})
}
