package config_test

import (
	"fmt"
	"strings"
	"testing"

	"saejob/internal/config"
)

// TestMappings: what is wrong with a mapping, and where.
func TestMappings(t *testing.T) {
	const environments = "environments:\n  prod: {region: cn-beijing, directory: a}\n  test: {region: cn-beijing, directory: b}\nmappings:\n"
	for _, test := range []struct{ text, want string }{
		{"  - values: {prod: vpc-1, test: vpc-2}\n    path: VpcId", ""},
		{"  - values: {prod: \"a/*\", test: \"b/*\"}\n    path: NasConfigs[*].mountDomain", ""},
		{"  - values: {prod: vpc-1, tset: vpc-2}", `5:27 the configuration has no environment "tset"`},
		{"  - values: {prod: \"a/*\", test: b}", `5:33 either each value of a mapping has a *, or none has`},
		{"  - values: {prod: \"*/*\", test: b}", `5:20 "*/*" has 2 *; it may have one`},
		{"  - values: {prod: a}", `5:5 a mapping needs values of at least two environments; this one has one`},
		{"  - values: {prod: a, test: b}\n    path: NasConfigs[", `6:11 path "NasConfigs[": expected a key or an index at ""`},
	} {
		c, problems, err := config.Parse(config.Name, []byte(environments+test.text+"\n"), config.Vocabulary{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, p := range problems {
			got = append(got, fmt.Sprintf("%d:%d %s", p.Range.Line, p.Range.Column, p.Message))
		}
		if strings.Join(got, "\n") != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, strings.Join(got, "\n"), test.want)
		}
		if test.want == "" && (len(c.Mappings) != 1 || c.Mappings[0].Values["prod"] == "" || len(c.Mappings[0].Path) == 0) {
			t.Errorf("%s: %v", test.text, c.Mappings)
		}
	}
}
