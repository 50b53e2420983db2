package main

import (
	"path/filepath"
	"strings"
)

// comparisons lists what is measured, in the order of the table. Peers run at their
// best: kubeconform with a worker for each processor, dyff on one stream.
func comparisons(tools tools, folder string) []comparison {
	saejob := func(line string) []string { return append([]string{tools["saejob"], "-q"}, strings.Fields(line)...) }
	peer := func(name, line string) []string { return append([]string{tools[name]}, strings.Fields(line)...) }
	vet := func(pattern string) []string {
		files, _ := filepath.Glob(filepath.Join(folder, pattern))
		return append(peer("cue", "vet -d #JobTemplate ../schema.cue"), files...)
	}
	kubeconform := func(dir string) []string { return peer("kubeconform", "-n 2 -schema-location ../schema.json "+dir) }
	lint := "lint 10,000 templates"
	return []comparison{
		{what: lint, in: "clean", ours: saejob("lint jobs"), theirName: "cue vet", theirs: vet("clean/jobs/*/*.yaml")},
		{what: lint, in: "clean", ours: saejob("lint jobs"), theirName: "kubeconform", theirs: kubeconform("../kinds/jobs")},
		{what: lint, in: "clean", ours: saejob("lint jobs"), theirName: "read the files only", theirs: peer("readonly", "jobs")},
		{what: lint + ", 1 % wrong", in: "wrong", ours: saejob("lint jobs"), theirName: "saejob, none wrong", theirs: saejob("lint ../clean/jobs")},
		{what: lint + ", written by hand", in: "hand", ours: saejob("lint jobs"), theirName: "yaml.v3 only", theirs: peer("readyaml", "jobs")},
		{what: "lint one template", in: "one", ours: saejob("lint job-00000.yaml"), theirName: "cue vet", theirs: vet("one/*.yaml")},
		{what: "lint one template, wrong", in: "bad", ours: saejob("lint job-00000.yaml"), theirName: "cue vet", theirs: vet("bad/*.yaml")},
		{what: "diff 1,000 pairs, 5 % changed", ours: saejob("diff from to"), theirName: "git diff --no-index", theirs: []string{"git", "diff", "--no-index", "from", "to"}},
		{what: "diff 1,000 pairs, 5 % changed", ours: saejob("diff from to"), theirName: "dyff, one stream", theirs: peer("dyff", "between from.yaml to.yaml")},
		{what: "diff main:jobs jobs", in: "repository", ours: saejob("diff main:jobs jobs"), theirName: "saejob, directories", theirs: saejob("diff ../from ../to")},
		{what: "fmt --check, 10,000 templates", in: "clean", ours: saejob("fmt --check jobs")},
		{what: "export --from, 2,000 answers, nothing to write", ours: saejob("export --from answers -d exported")},
		{what: "lint 1,000 templates", in: "thousand", ours: saejob("lint jobs")},
		{what: "lint 100,000 templates", in: "large", ours: saejob("lint jobs")},
	}
}
