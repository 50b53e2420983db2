package config_test

import (
	"reflect"
	"testing"
	"time"

	"saejob/internal/config"
	"saejob/internal/severity"
)

// TestReadPolicy: everything that a configuration may say about findings is read, in its
// order.
func TestReadPolicy(t *testing.T) {
	const text = `environments:
  prod: {region: cn-beijing, directory: jobs/prod}
rules:
  suspended: none
overrides:
  - files: [jobs/test/**, old/*]
    rules:
      suspended: warning
  - files: ["**"]
    rules:
      image-tag-latest: info
suppressions:
  - ignore: [a, b]
    reason: why
    expires: "2027-01-31"
    files: [x/**]
    templates: [nightly-*]
    environment: prod
    path: Envs[A]
  - ignore: [c]
    reason: because
secrets:
  allow: [SORT_KEY]
  add: [ACCESS_*]
`
	c, problems, err := config.Parse(config.Name, []byte(text), config.Vocabulary{})
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	want := []config.Severity{
		{Rule: "suspended", Severity: severity.None},
		{Rule: "suspended", Files: []string{"jobs/test/**", "old/*"}, Severity: severity.Warning},
		{Rule: "image-tag-latest", Files: []string{"**"}, Severity: severity.Info},
	}
	if !reflect.DeepEqual(c.Severities, want) {
		t.Errorf("severities: %+v", c.Severities)
	}
	if want := (config.Secrets{Allow: []string{"SORT_KEY"}, Add: []string{"ACCESS_*"}}); !reflect.DeepEqual(c.Secrets, want) {
		t.Errorf("secrets: %+v", c.Secrets)
	}
	if len(c.Suppressions) != 2 {
		t.Fatalf("suppressions: %+v", c.Suppressions)
	}
	s, other := c.Suppressions[0], c.Suppressions[1]
	if !reflect.DeepEqual(s.Names, []string{"a", "b"}) || s.Reason != "why" || s.Expires.Format(time.DateOnly) != "2027-01-31" ||
		!reflect.DeepEqual(s.Files, []string{"x/**"}) || !reflect.DeepEqual(s.Templates, []string{"nightly-*"}) ||
		s.Environment != "prod" || s.Path.String() != "Envs[A]" || s.File != config.Name || s.At.Line != 13 {
		t.Errorf("first: %+v", s)
	}
	if !reflect.DeepEqual(other.Names, []string{"c"}) || !other.Expires.IsZero() || other.Files != nil || other.Environment != "" || len(other.Path) != 0 {
		t.Errorf("second: %+v", other)
	}
}
