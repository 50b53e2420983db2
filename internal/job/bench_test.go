package job_test

import (
	"io/fs"
	"testing"

	"saejob/internal/emulator"
	"saejob/internal/job"
)

// sample returns a template of usual size.
func sample(b *testing.B) []byte {
	b.Helper()
	data, err := fs.ReadFile(emulator.Samples(), "03-image-nas-oss-sls.json")
	if err != nil {
		b.Fatal(err)
	}
	return data
}

func BenchmarkFromAnswer(b *testing.B) {
	data := sample(b)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := job.FromAnswer(data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	t, err := job.FromAnswer(sample(b))
	if err != nil {
		b.Fatal(err)
	}
	text := job.Print(t)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		job.Parse(text)
	}
}

func BenchmarkPrint(b *testing.B) {
	t, err := job.FromAnswer(sample(b))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		job.Print(t)
	}
}
