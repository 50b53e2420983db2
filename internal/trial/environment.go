package trial

import (
	"os"
	"strings"
	"testing"
)

// Alone wraps a package's tests such that no variable of the environment that
// starts them changes a result: it forgets those that saejob, git, or what colors
// a report go by.
type Alone struct{ *testing.M }

// Run is part of what testscript.Main takes.
func (a Alone) Run() int {
	forget()
	os.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	os.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	return a.M.Run()
}

// forgotten are the beginnings of the variables' names.
var forgotten = []string{
	"ALIBABA_CLOUD_", "ALIBABACLOUD_", "ALICLOUD_", "SAEJOB_", "GIT_",
	"NO_COLOR", "FORCE_COLOR", "CLICOLOR", "TERM", "COLUMNS", "GITHUB_", "GITLAB_", "CI",
	"LC_", "LANG", "TZ", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "no_proxy", "all_proxy",
}

func forget() {
	for _, variable := range os.Environ() {
		name, _, _ := strings.Cut(variable, "=")
		for _, beginning := range forgotten {
			if strings.HasPrefix(name, beginning) {
				os.Unsetenv(name)
			}
		}
	}
}
