package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Sizes of the fleets.
const (
	usual = 10_000
	some  = 1_000
	large = 100_000
)

// makeFleets writes the documents that are measured into a folder of their own, unless
// they are there.
func makeFleets(ctx context.Context, tools tools, folder string) error {
	done := filepath.Join(folder, "done-1")
	if _, err := os.Stat(done); err == nil {
		return nil
	}
	if err := os.RemoveAll(folder); err != nil {
		return err
	}
	fleets := []struct {
		dir  string
		n    int
		text func(i int) string
	}{
		{"clean/jobs", usual, func(i int) string { return file(i, false) }},
		{"thousand/jobs", some, func(i int) string { return file(i, false) }},
		{"large/jobs", large, func(i int) string { return file(i, false) }},
		{"wrong/jobs", usual, func(i int) string { return file(i, true) }},
		{"kinds/jobs", usual, func(i int) string { return "apiVersion: sae/v1\nkind: JobTemplate\n" + file(i, false) }},
		{"hand/jobs", usual, byHand},
		{"one", 1, func(i int) string { return file(i, false) }},
		{"bad", 1, func(int) string { return file(7, true) }},
		{"from", some, func(i int) string { return file(i, false) }},
		{"to", some, changed},
		{"repository/jobs", some, func(i int) string { return file(i, false) }},
	}
	for _, f := range fleets {
		if err := writeAll(filepath.Join(folder, f.dir), f.n, ".yaml", f.text); err != nil {
			return err
		}
	}
	for _, side := range []struct {
		name string
		text func(i int) string
	}{{"from.yaml", func(i int) string { return file(i, false) }}, {"to.yaml", changed}} {
		if err := os.WriteFile(filepath.Join(folder, side.name), []byte(stream(some, side.text)), 0o644); err != nil {
			return err
		}
	}
	for _, step := range []func() error{
		func() error { return quietly(exec.CommandContext(ctx, "git", "init", "-q", folder)) }, // git ignores the folder
		func() error { return schemas(ctx, tools, folder) },
		func() error { return answers(ctx, tools, folder) },
		func() error { return commit(ctx, filepath.Join(folder, "repository")) },
		func() error { return os.WriteFile(done, nil, 0o644) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// writeAll writes n files, at most a thousand into a directory.
func writeAll(dir string, n int, extension string, text func(i int) string) error {
	for i := range n {
		place := dir
		if n > some {
			place = filepath.Join(dir, fmt.Sprint(i/some))
		}
		if i%some == 0 {
			if err := os.MkdirAll(place, 0o755); err != nil {
				return err
			}
		}
		if err := os.WriteFile(filepath.Join(place, fmt.Sprintf("job-%05d%s", i, extension)), []byte(text(i)), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// changed returns a template of which one of twenty has another value.
func changed(i int) string {
	text := file(i, false)
	if i%20 == 3 {
		text = strings.Replace(text, "BackoffLimit: 3", "BackoffLimit: 5", 1)
	}
	return text
}

// byHand returns a template as people write YAML too: four blanks, quotes, structure
// in brackets. The reader of the normal form takes none of them.
func byHand(i int) string {
	var b strings.Builder
	for line := range strings.Lines(file(i, false)) {
		entry := strings.TrimLeft(line, " ")
		b.WriteString(strings.Repeat(" ", 2*(len(line)-len(entry))))
		if item, ok := strings.CutPrefix(entry, "- "); ok {
			entry = "-   " + item
		}
		b.WriteString(entry)
	}
	head, _, _ := strings.Cut(b.String(), "Tags:\n")
	return head + "Tags: [{Key: 'env', Value: 'prod'}, {\"Key\": \"team\", \"Value\": \"pay\"}]\n"
}

// stream returns templates as the documents of one file.
func stream(n int, text func(i int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("---\n" + text(i))
	}
	return b.String()
}

// schemas writes what saejob publishes for other tools. kubeconform wants to be told
// what a document is, by two members more.
func schemas(ctx context.Context, tools tools, folder string) error {
	inCUE, err := exec.CommandContext(ctx, tools["saejob"], "schema", "--format", "cue").Output()
	if err != nil {
		return err
	}
	inJSON, err := exec.CommandContext(ctx, tools["saejob"], "schema", "--format", "jsonschema").Output()
	if err != nil {
		return err
	}
	var schema map[string]any
	if err := json.Unmarshal(inJSON, &schema); err != nil {
		return err
	}
	properties := schema["properties"].(map[string]any)
	properties["apiVersion"], properties["kind"] = true, true
	if inJSON, err = json.Marshal(schema); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, "schema.json"), inJSON, 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "schema.cue"), inCUE, 0o644)
}

// answers writes what DescribeJob returns of two thousand templates.
func answers(ctx context.Context, tools tools, folder string) error {
	text, err := exec.CommandContext(ctx, tools["saejob"], "render", "--as", "describe", filepath.Join(folder, "one/job-00000.yaml")).Output()
	if err != nil {
		return err
	}
	return writeAll(filepath.Join(folder, "answers"), 2*some, ".json", func(i int) string {
		return strings.NewReplacer("job-00000", fmt.Sprintf("job-%05d", i), "00000000-", fmt.Sprintf("%08d-", i)).Replace(string(text))
	})
}

// commit commits a directory as the branch main, and changes it as the fleet "to".
func commit(ctx context.Context, dir string) error {
	for _, line := range [][]string{
		{"init", "-q", "-b", "main"}, {"add", "."},
		{"-c", "user.name=compare", "-c", "user.email=compare@localhost", "commit", "-q", "-m", "templates"}, {"gc", "-q"},
	} {
		cmd := exec.CommandContext(ctx, "git", line...)
		cmd.Dir = dir
		if err := quietly(cmd); err != nil {
			return err
		}
	}
	return writeAll(filepath.Join(dir, "jobs"), some, ".yaml", changed)
}
