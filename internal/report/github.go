package report

import (
	"fmt"
	"io"
	"strings"

	"saejob/internal/inert"
	"saejob/internal/job"
	"saejob/internal/severity"
)

// annotations is how many annotations of a level GitHub shows of one step
// (actions/runner, ExecutionContext.cs).
const annotations = 10

// github collects a report: what is shown, and the rest.
type github struct {
	commands, rest strings.Builder
	room           map[string]int
}

func newGitHub() *github {
	return &github{room: map[string]int{"error": annotations, "warning": annotations, "notice": annotations - 1}}
}

// write writes the commands, then the rest, then how much that is. The things are
// what the report is about.
func (g *github) write(w io.Writer, things string) error {
	text := g.commands.String() + g.rest.String()
	if left := strings.Count(g.rest.String(), "\n"); left > 0 {
		text += fmt.Sprintf("::notice title=saejob::%d more %s are in the log: GitHub shows %d per severity\n", left, things, annotations)
	}
	_, err := io.WriteString(w, text)
	return err
}

// say writes something as a command with properties, which are names and values, or
// where there is no room for one, as a line.
func (g *github) say(level string, properties []string, message, line string) {
	if g.room[level]--; g.room[level] < 0 {
		g.rest.WriteString(inert.BreakCommands(line) + "\n")
		return
	}
	var pairs []string
	for i := 0; i < len(properties); i += 2 {
		pairs = append(pairs, properties[i]+"="+githubProperty.Replace(inert.Line(properties[i+1])))
	}
	text := "::" + level + " " + strings.Join(pairs, ",") + "::" + githubData.Replace(inert.Line(message))
	g.commands.WriteString(inert.BreakHashCommands(text) + "\n")
}

// What the runner undoes in a command's data and in its properties.
var (
	githubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func githubLevel(s severity.Severity) string {
	if s == severity.Info {
		return "notice"
	}
	return s.String()
}

// githubPlace returns where something is. The runner takes no columns where the
// lines are several.
func githubPlace(file string, r job.Range) []string {
	at := region(r)
	place := []string{"file", file, "line", fmt.Sprint(at.StartLine), "endLine", fmt.Sprint(at.EndLine)}
	if at.StartLine == at.EndLine {
		place = append(place, "col", fmt.Sprint(at.StartColumn), "endColumn", fmt.Sprint(at.EndColumn))
	}
	return place
}
