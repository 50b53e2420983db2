package config_test

import (
	"strings"
	"testing"

	"saejob/internal/config"
)

// TestStarter: the configuration to begin with is one, also when what stands in
// its comments is taken out of them, and it shows all that there is.
func TestStarter(t *testing.T) {
	for _, environments := range [][]config.Environment{nil, {
		{Name: "prod", Region: "cn-beijing", Namespaces: []string{"cn-beijing:a: b"}, Directory: "jobs"},
		{Name: "test", Region: "cn-beijing", Directory: "test"},
	}} {
		text := string(config.Starter(environments))
		var all []string
		for _, line := range strings.Split(text, "\n") {
			if len(line) > 1 && line[0] == '#' && line[1] != ' ' || strings.HasPrefix(line, "#  ") {
				line = line[1:]
			}
			all = append(all, line)
		}
		for _, text := range []string{text, strings.Join(all, "\n")} {
			_, problems, err := config.Parse(config.Name, []byte(text), config.Vocabulary{})
			if err != nil || len(problems) > 0 {
				t.Fatal(err, problems, text)
			}
		}
		for _, f := range config.Plan.Fields {
			if !strings.Contains(text, f.Name+":\n") {
				t.Errorf("%s is not shown", f.Name)
			}
		}
	}
}
