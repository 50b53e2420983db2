package config

import (
	_ "embed"
	"fmt"
	"strings"
	"text/template"

	"saejob/internal/job"
)

var (
	//go:embed starter.yaml
	starterText string

	starter = template.Must(template.New("starter").Parse(starterText))
)

// examples stand for environments where there are none.
var examples = []Environment{
	{Name: "prod", Region: "cn-beijing", Namespaces: []string{"prod"}, Directory: "jobs/prod"},
	{Name: "test", Region: "cn-hangzhou", Namespaces: []string{"test"}, Directory: "jobs/test"},
}

// Starter returns a configuration to begin with: the environments, and in comments
// what else there is to say. Without environments, two stand in comments, too.
func Starter(environments []Environment) []byte {
	var b strings.Builder
	b.WriteString("# The configuration of saejob for this repository. saejob looks for it in the current directory, then in those above.\n\n")
	b.WriteString("# Environments: saejob export NAME writes the templates of one to its directory.\n")
	mark := ""
	if len(environments) == 0 {
		mark, environments = "#", examples
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
	if err := starter.Execute(&b, pair(environments)); err != nil {
		panic(err) // it says nothing but names and regions
	}
	return []byte(b.String())
}

// two are the environments of the example of a mapping, as their names are written.
type two struct{ From, To Environment }

// pair returns two environments: the first ones, or the first and an example.
func pair(environments []Environment) two {
	both := append(environments[:1:1], environments[1:]...)
	for _, e := range examples {
		if e.Name != both[0].Name {
			both = append(both, e)
		}
	}
	for i := range both {
		both[i].Name = job.Scalar(both[i].Name)
	}
	return two{both[0], both[1]}
}
