package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/rogpeppe/go-internal/testscript"
)

const goodTemplate = "AppName: good\nAppDescription: for a test\nPackageType: Image\nImageUrl: shop/nightly:1.4.2\nCpu: 500\nMemory: 1024\nReplicas: 1\n"

// hostileFiles are files that want to be misread, or to keep their reader busy.
func hostileFiles() map[string]string {
	deep := strings.Repeat("[", 20_000)
	return map[string]string{
		"good.yaml":     goodTemplate,
		"bom.yaml":      "\ufeff" + strings.Replace(goodTemplate, "good", "bom", 1),
		"big.yaml":      goodTemplate + strings.Repeat("# a line of a hundred megabytes\n", 100<<20/32),
		"bomb.yaml":     "AppName: bomb\nCpu: 500\n" + bomb(),
		"broken.yaml":   "AppName: [a\nCpu: 500\n",
		"brackets.yaml": "AppName: a\nCpu: " + deep + "\n",
		"closed.yaml":   "AppName: a\nCpu: " + deep + strings.ReplaceAll(deep, "[", "]") + "\n",
		"closed.json":   `{"AppName": "a", "Cpu": ` + deep + strings.ReplaceAll(deep, "[", "]") + "}",
		"twice.yaml":    goodTemplate + "Cpu: 500\n",
		"tab.yaml":      "AppName: a\nCpu: 500\nEnvs:\n\t- name: a\n",
		"two.yaml":      goodTemplate + "---\n" + goodTemplate,
		"latin1.yaml":   "AppName: caf\xe9\nCpu: 500\n",
		"nul.yaml":      "AppName: a\x00b\nCpu: 500\n",
		"utf16.yaml":    encodeUTF16("\ufeff" + goodTemplate),
		"empty.yaml":    "",
		"text.yaml":     "just text\n",
		"chart.yaml":    "{{- if .Values.x }}\na: b\n{{- end }}\n",
		"cluster.yaml":  "apiVersion: v1\nkind: List\nitems: []\n",
		"bare.yaml":     strings.Replace(goodTemplate, "AppDescription: for a test\n", "", 1),
	}
}

// bomb gives a structure that is small and would expand to 9⁹ items.
func bomb() string {
	var b strings.Builder
	b.WriteString("a: &a [x, x, x, x, x, x, x, x, x]\n")
	for c := 'b'; c <= 'i'; c++ {
		b.WriteString(string(c) + ": &" + string(c) + " [" + strings.Repeat("*"+string(c-1)+", ", 9) + "]\n")
	}
	return b.String()
}

func encodeUTF16(text string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(text)) {
		b.WriteByte(byte(u))
		b.WriteByte(byte(u >> 8))
	}
	return b.String()
}

// hostile DIR: writes files to DIR that want to be misread.
func hostile(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: hostile DIR")
	}
	ts.Check(writeHostile(ts.MkAbs(args[0])))
}

func writeHostile(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for name, text := range hostileFiles() {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// BenchmarkHostile lints each hostile file: time and memory of whole runs.
func BenchmarkHostile(b *testing.B) {
	b.Chdir(b.TempDir())
	if err := writeHostile("jobs"); err != nil {
		b.Fatal(err)
	}
	for name := range hostileFiles() {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				try(b, "lint", filepath.Join("jobs", name))
			}
		})
	}
}
