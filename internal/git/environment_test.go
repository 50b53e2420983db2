package git

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// The variables are those that the installed git lists, but for its configuration.
func TestElsewhereIsWhatGitLists(t *testing.T) {
	out, err := exec.CommandContext(t.Context(), "git", "rev-parse", "--local-env-vars").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range strings.Fields(string(out)) {
		if name != "GIT_CONFIG_PARAMETERS" && name != "GIT_CONFIG_COUNT" && !slices.Contains(elsewhere, name) {
			t.Errorf("%s is not in the list", name)
		}
	}
}
