package report_test

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// workflowCommand is a command as a runner understands it.
type workflowCommand struct {
	name       string
	properties map[string]string
	data       string
}

// registered are the commands of the runner of GitHub Actions.
var registered = []string{
	"internal-set-repo-path", "set-env", "set-output", "save-state", "add-mask", "add-path", "add-matcher", "remove-matcher",
	"warning", "error", "notice", "debug", "group", "endgroup", "echo", "stop-commands",
}

// commandsIn finds the commands in a log as the runner does: line by line, first
// in the form ::NAME PROPERTIES::DATA, then in the form ##[NAME PROPERTIES]DATA
// (actions/runner, ActionCommand.cs: TryParseV2 and TryParse).
func commandsIn(log string) []workflowCommand {
	var found []workflowCommand
	for _, line := range lineBreak.Split(log, -1) {
		if c, ok := colons(line); ok {
			found = append(found, c)
		} else if c, ok := hashes(line); ok {
			found = append(found, c)
		}
	}
	return found
}

var lineBreak = regexp.MustCompile(`\r\n|\r|\n`)

func colons(line string) (workflowCommand, bool) {
	rest, ok := strings.CutPrefix(strings.TrimLeftFunc(line, unicode.IsSpace), "::")
	info, data, closed := strings.Cut(rest, "::")
	if !ok || !closed {
		return workflowCommand{}, false
	}
	return commandOf(info, ",", data, map[string]string{"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","},
		map[string]string{"%0D": "\r", "%0A": "\n"})
}

func hashes(line string) (workflowCommand, bool) {
	_, rest, ok := strings.Cut(line, "##[")
	info, data, closed := strings.Cut(rest, "]")
	if !ok || !closed {
		return workflowCommand{}, false
	}
	escapes := map[string]string{"%3B": ";", "%0D": "\r", "%0A": "\n", "%5D": "]"}
	return commandOf(info, ";", data, escapes, escapes)
}

func commandOf(info, separator, data string, inProperty, inData map[string]string) (workflowCommand, bool) {
	name, properties, _ := strings.Cut(info, " ")
	if !slices.Contains(registered, strings.ToLower(name)) {
		return workflowCommand{}, false
	}
	c := workflowCommand{name, map[string]string{}, unescape(data, inData)}
	for _, pair := range strings.Split(strings.TrimSpace(properties), separator) {
		if key, value, ok := strings.Cut(pair, "="); ok && value != "" {
			c.properties[key] = unescape(value, inProperty)
		}
	}
	return c, true
}

// unescape undoes escapes one after the other, %25 last, as the runner does.
func unescape(text string, escapes map[string]string) string {
	for escape, c := range escapes {
		text = strings.ReplaceAll(text, escape, c)
	}
	return strings.ReplaceAll(text, "%25", "%")
}

// otherGrammars are what other CI systems look for in a log.
var otherGrammars = map[string]*regexp.Regexp{
	"Azure Pipelines": regexp.MustCompile(`##vso\[[^\]]*\]|##\[(?:group|endgroup|section|warning|error|debug|command)\]`),
	"GitLab":          regexp.MustCompile(`section_(?:start|end):[0-9]+:[a-zA-Z0-9_.-]+(?:\[[^\]]*\])?\r\x1b\[0K`),
	"TeamCity":        regexp.MustCompile(`##teamcity\[[^\]]*\]`),
	"a terminal":      regexp.MustCompile(`[\x00-\x08\x0b-\x1f\x7f\x{80}-\x{9f}]`),
}
