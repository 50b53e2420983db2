package check_test

import (
	"io/fs"
	"testing"

	"saejob/internal/check"
	"saejob/internal/emulator"
	"saejob/internal/job"
	"saejob/internal/plan/read"
	"saejob/schema"
)

func sample(b *testing.B) *job.Template {
	b.Helper()
	data, err := fs.ReadFile(emulator.Samples(), "03-image-nas-oss-sls.json")
	if err != nil {
		b.Fatal(err)
	}
	t, err := job.FromAnswer(data)
	if err != nil {
		b.Fatal(err)
	}
	return t
}

// BenchmarkPlan and BenchmarkCUE judge the same tree.
func BenchmarkPlan(b *testing.B) {
	t := sample(b)
	b.ReportAllocs()
	for b.Loop() {
		check.Check(&schema.Template, t.Root)
	}
}

func BenchmarkCUE(b *testing.B) {
	judge, err := read.NewJudge(schema.Files, "#JobTemplate")
	if err != nil {
		b.Fatal(err)
	}
	text := sample(b).Raw()
	b.ReportAllocs()
	for b.Loop() {
		judge.Accepts(text)
	}
}
