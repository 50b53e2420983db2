package source_test

import (
	"errors"
	"path/filepath"
	"testing"

	"saejob/internal/job"
	"saejob/internal/source"
	"saejob/internal/trial"
)

// TestLooksLikeTemplate: a file in a directory is a template if two fields stand at its
// top; a broken one, if two of its lines begin like fields, so that it is not passed over.
func TestLooksLikeTemplate(t *testing.T) {
	for text, want := range map[string]bool{
		"AppName: a\nCpu: 500\n":                                   true,
		"AppName: a\nx: 1\n":                                       false,
		"AppNmae: x\n":                                             false,
		"AppNmae: x\nCpu: 500\nMemory: 1024\n":                     true,
		"x:\n  AppName: a\n  Cpu: 500\n":                           false,
		"- AppName: a\n  Cpu: 500\n":                               false,
		"AppName: a\nCpu: [\n":                                     true,
		"AppName: a\n\tCpu: 500\n":                                 true,
		"\"AppName\" : a\n'Cpu' : [\n":                             true,
		"\ufeffAppName: a\r\nCpu: [\r\n":                           true,
		"<<<<<<< HEAD\nAppName: a\nCpu: 500\n=======\nCpu: 1000\n": true,
		"{\n  \"AppName\": \"a\",\n  \"Cpu\": 500\n":               true,
		"{\"AppName\": \"a\",\n\"Cpu\": 500":                       true,
		"AppName: a\nx: [\n":                                       false,
		"name: AppName\nother: Cpu\n{{ if }}\n":                    false,
		"x:\n    AppName: [\n    Cpu: [\n":                         false,
		"AppName: a\nCpu: *alias\n":                                true,
		"AppName: \"unclosed\nCpu: 500\n":                          true,
		"# AppName: a\n# Cpu: 500\nx: [\n":                         false,
	} {
		dir := t.TempDir()
		write(t, filepath.Join(dir, "a.yaml"), text)
		snapshot, err := (&source.Reader{}).Open(trial.Soon(t), dir)
		if err != nil || len(snapshot.Refs) != 1 {
			t.Fatal(err, snapshot.Refs)
		}
		if _, err := snapshot.Refs[0].Open(); errors.Is(err, job.ErrNotTemplate) == want {
			t.Errorf("%q is a template: %v, want %v (%v)", text, !want, want, err)
		}
	}
}
