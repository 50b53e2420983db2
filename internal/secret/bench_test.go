package secret_test

import (
	"io/fs"
	"testing"

	"saejob/internal/emulator"
	"saejob/internal/job"
	"saejob/internal/secret"
)

// BenchmarkRedact redacts the samples.
func BenchmarkRedact(b *testing.B) {
	names, err := fs.Glob(emulator.Samples(), "*.json")
	if err != nil {
		b.Fatal(err)
	}
	var templates []*job.Template
	for _, name := range names {
		data, err := fs.ReadFile(emulator.Samples(), name)
		if err != nil {
			b.Fatal(err)
		}
		tmpl, err := job.FromAnswer(data)
		if err != nil {
			b.Fatal(err)
		}
		templates = append(templates, tmpl)
	}
	key := secret.RandomKey()
	for b.Loop() {
		for _, tmpl := range templates {
			secret.Redact(tmpl.Clone(), key)
		}
	}
}
