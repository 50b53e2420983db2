package command

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestTypedAlone: the parser of the one command that a line begins with says of each
// command line of the stories, right or wrong, what the parser of all commands says.
func TestTypedAlone(t *testing.T) {
	if testing.Short() {
		t.Skip("it does one thing at a time")
	}
	said := func(commands []named, args []string) string {
		var c cli
		var out, complaints bytes.Buffer
		command, err := parse(&c, commands, args, &out, &complaints)
		text := fmt.Sprintf("%v\n%s\n%s\n%+v", err, out.String(), complaints.String(), c)
		if command != nil {
			read, err := json.Marshal(command.Selected().Target.Interface())
			text += fmt.Sprintf("\n%s %s %v", command.Command(), read, err)
		}
		return text
	}
	seen := map[string]bool{}
	for _, args := range typedInStories(t) {
		lines := [][]string{args}
		if !seen[args[0]] { // what is wrong is said alike whatever else is on the line
			seen[args[0]] = true
			for _, more := range [][]string{{"--help"}, {"--nonsense"}, {"--colour=x"}, {"--color=x"}, {"extra", "arguments", "more"}} {
				lines = append(lines, append(args[:len(args):len(args)], more...))
			}
		}
		for _, line := range lines {
			if alone, all := said(typed(line), line), said(commands(), line); alone != all {
				t.Errorf("%q: alone\n%s\nof all\n%s", line, alone, all)
			}
		}
	}
}

var typedLine = regexp.MustCompile(`(?m)^(?:! )?(?:exec|status \d+|[a-z]+) saejob (.*)$`)

// typedInStories returns the arguments of all command lines in the stories.
func typedInStories(t *testing.T) [][]string {
	t.Helper()
	names, err := filepath.Glob("../../testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	seen, lines := map[string]bool{}, [][]string{{"nonsense"}, {"-q"}, {"--help"}}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range typedLine.FindAllStringSubmatch(string(text), -1) {
			if !seen[m[1]] {
				seen[m[1]] = true
				lines = append(lines, strings.Fields(m[1]))
			}
		}
	}
	if len(lines) < 200 {
		t.Fatalf("only %d command lines found", len(lines))
	}
	return lines
}
