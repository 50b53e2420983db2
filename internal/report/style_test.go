package report_test

import (
	"strings"
	"testing"

	"saejob/internal/report"
)

func TestNewStyle(t *testing.T) {
	for _, c := range []struct {
		color     string
		terminal  bool
		variables string
		want      bool
	}{
		{"always", false, "NO_COLOR=1", true},
		{"never", true, "FORCE_COLOR=1", false},
		{"auto", true, "", true},
		{"auto", false, "", false},
		{"auto", true, "NO_COLOR=1", false},
		{"auto", true, "NO_COLOR=", true},
		{"auto", true, "CLICOLOR=0", false},
		{"auto", true, "CLICOLOR=1", true},
		{"auto", false, "CLICOLOR=0 CLICOLOR_FORCE=1", true},
		{"auto", true, "NO_COLOR=1 FORCE_COLOR=1", false},
		{"auto", false, "FORCE_COLOR=1", true},
		{"auto", false, "FORCE_COLOR=0", false},
		{"auto", false, "CLICOLOR_FORCE=1", true},
		{"auto", false, "CLICOLOR_FORCE=1 TERM=dumb", true},
		{"auto", true, "TERM=dumb", false},
		{"auto", true, "TERM=xterm", true},
		{"auto", false, "GITHUB_ACTIONS=true", true},
		{"auto", false, "GITLAB_CI=true", true},
		{"auto", false, "GITHUB_ACTIONS=true NO_COLOR=1", false},
	} {
		getenv := func(name string) string {
			for _, variable := range strings.Fields(c.variables) {
				if value, ok := strings.CutPrefix(variable, name+"="); ok {
					return value
				}
			}
			return ""
		}
		if got := report.NewStyle(c.color, c.terminal, getenv).Color; got != c.want {
			t.Errorf("%s, terminal %v, %s: %v", c.color, c.terminal, c.variables, got)
		}
	}
	if got := (report.Style{Color: true}).Error("x"); got != "\x1b[1;31mx\x1b[0m" {
		t.Errorf("got %q", got)
	}
	if got := (report.Style{}).Error("x"); got != "x" {
		t.Errorf("got %q", got)
	}
}
