package config

import (
	_ "embed"
	"fmt"
	"strings"

	"saejob/internal/job"
)

//go:embed starter.yaml
var starter string

// Starter returns a configuration to begin with: the environments, and in comments
// what else there is to say. Without environments, two stand in comments, too.
func Starter(environments []Environment) []byte {
	var b strings.Builder
	b.WriteString("# The configuration of saejob for this repository. saejob looks for it in the current directory, then in those above.\n\n")
	b.WriteString("# Environments: saejob export NAME writes the templates of one to its directory.\n")
	mark := ""
	if len(environments) == 0 {
		mark = "#"
		environments = []Environment{
			{Name: "prod", Region: "cn-beijing", Namespaces: []string{"prod"}, Directory: "jobs/prod"},
			{Name: "test", Region: "cn-hangzhou", Namespaces: []string{"test"}, Directory: "jobs/test"},
		}
	}
	fmt.Fprintf(&b, "%senvironments:\n", mark)
	for _, e := range environments {
		fmt.Fprintf(&b, "%s  %s:\n%s    region: %s\n", mark, job.Scalar(e.Name), mark, job.Scalar(e.Region))
		if len(e.Namespaces) > 0 {
			fmt.Fprintf(&b, "%s    namespaces:\n", mark)
		}
		for _, n := range e.Namespaces {
			fmt.Fprintf(&b, "%s      - %s\n", mark, job.Scalar(n))
		}
		fmt.Fprintf(&b, "%s    directory: %s\n", mark, job.Scalar(e.Directory))
	}
	from, to := environments[0].Name, "test"
	if len(environments) > 1 {
		to = environments[1].Name
	}
	b.WriteString(strings.NewReplacer("FROM", job.Scalar(from), "TO", job.Scalar(to)).Replace(starter))
	return []byte(b.String())
}
