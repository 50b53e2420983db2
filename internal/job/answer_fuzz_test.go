package job_test

import (
	"io/fs"
	"testing"

	"saejob/internal/emulator"
	"saejob/internal/job"
)

// FuzzAnswer: the Data of an answer is kept without loss, or refused.
func FuzzAnswer(f *testing.F) {
	g := newGenerator(10)
	for range 20 {
		f.Add(g.answer())
	}
	names, err := fs.Glob(emulator.Samples(), "*.json")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(emulator.Samples(), name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, data := range []string{
		`{"AppId":"1","Envs":"[{\"name\":\"A\",\"name\":\"B\"}]"}`, `{"AppId":"1","TriggerConfig":"{\"a\":\"\\ud800\"}"}`,
		`{"AppName":"\u2028","Cpu":1e400,"Memory":-0,"x":null}`, `{"AppId":"1","AppId":"2"}`, "{\"AppId\":\"\xff\"}", `[{"AppId":"1"}]`, `{"AppId":"1"}x`,
	} {
		f.Add([]byte(data))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := job.FromAnswer(data); err == nil {
			checkLossless(t, data)
		}
	})
}
