package config_test

import (
	"strings"
	"testing"

	"saejob/internal/config"
	"saejob/internal/job"
)

// TestStarter: the configuration to begin with is one, also when what stands in
// its comments is taken out of them, and it shows all that there is.
func TestStarter(t *testing.T) {
	for _, environments := range [][]config.Environment{nil, {
		{Name: "prod", Region: "cn-beijing", Namespaces: []string{"cn-beijing:a: b"}, Directory: "jobs"},
		{Name: "test", Region: "cn-beijing", Directory: "test"},
	}, {
		{Name: "TO", Region: "cn-hangzhou", Directory: "FROM"},
		{Name: "FROM", Region: "cn-beijing", Directory: "TO"},
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

// TestStarterNames: names of environments stand where environments are named, and
// nothing else depends on them.
func TestStarterNames(t *testing.T) {
	starter := func(from, to string) string {
		return string(config.Starter([]config.Environment{
			{Name: from, Region: "cn-beijing", Directory: "a"}, {Name: to, Region: "cn-hangzhou", Directory: "b"},
		}))
	}
	named := starter("prod", "test")
	for _, pair := range [][2]string{{"FROM", "TO"}, {"TO", "FROM"}, {"O", "e"}, {"true", "0x1"}} {
		want := named
		for i, name := range []string{"prod", "test"} {
			want = strings.ReplaceAll(want, "  "+name+":\n", "  "+job.Scalar(pair[i])+":\n")
			want = strings.ReplaceAll(want, "  "+name+": registry", "  "+job.Scalar(pair[i])+": registry")
		}
		if got := starter(pair[0], pair[1]); got != want {
			t.Errorf("%v: got\n%s\nwant\n%s", pair, got, want)
		}
	}
	for _, alone := range []string{"prod", "test", "other"} {
		text := string(config.Starter([]config.Environment{{Name: alone, Region: "cn-beijing", Directory: "a"}}))
		if strings.Count(text, alone+": registry") != 1 || strings.Count(text, ": registry") != 2 {
			t.Errorf("%s: the mapping has not two environments:\n%s", alone, text)
		}
	}
}
