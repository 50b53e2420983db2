package command

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"regexp"
	"strings"

	"saejob/internal/console"
	"saejob/internal/inert"
	"saejob/internal/job"
	"saejob/internal/report"
	"saejob/internal/secret"
	"saejob/internal/workspace"
)

type gitCmd struct {
	Textconv textconvCmd `cmd:"" help:"Print a file for git to compare: one line for each value, beginning with its path."`
	Setup    setupCmd    `cmd:"" help:"Print the commands that make git diff, git log and git show compare by structure."`
}

type textconvCmd struct {
	File string `arg:"" help:"A file, as git names it."`
}

// Run always writes something and never fails for what is in the file: where it
// does, git shows nothing at all.
func (c *textconvCmd) Run(con *console.Console, w *workspace.Workspace) error {
	content, err := os.ReadFile(c.File)
	if err != nil {
		return err
	}
	t, problems := job.Parse(content)
	if t == nil || len(problems) > 0 {
		return namesOnly(con, content, problems)
	}
	key, err := w.Key()
	if err != nil {
		return err
	}
	job.Normalize(t)
	secret.Mark(t, key)
	return report.Flat(con.Out, t, secret.Mask)
}

// namesOnly writes the names in the lines of what is no template. Where the text
// cannot be read, nobody knows which of its values are secret.
func namesOnly(con *console.Console, content []byte, problems []job.Problem) error {
	var b bytes.Buffer
	if len(problems) > 0 {
		p := problems[0]
		fmt.Fprintf(&b, "# not compared by structure; values are hidden: line %d, column %d: %s\n", p.Range.Line, p.Range.Column, inert.Line(p.Message))
	}
	for line := range strings.Lines(string(content)) {
		name := lineName.FindString(line)
		if rest := strings.TrimSpace(line[len(name):]); rest != "" {
			name += " …"
		}
		b.WriteString(inert.Line(secret.Mask(strings.TrimRight(name, "\r\n"))) + "\n")
	}
	_, err := con.Out.Write(b.Bytes())
	return err
}

// lineName is what a line of a template begins with: dashes, and a name.
var lineName = regexp.MustCompile(`^[ \t-]*(?:"?[A-Za-z_][A-Za-z0-9_-]*"?:)?`)

type setupCmd struct{}

// Run prints the commands; it changes nothing.
func (setupCmd) Run(ctx context.Context, con *console.Console, w *workspace.Workspace) error {
	patterns, err := w.Attributes(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintln(con.Out, "# Run these in the repository. saejob git setup only prints; it changes nothing.")
	fmt.Fprintln(con.Out, `git config diff.saejob.textconv "saejob git textconv"`)
	fmt.Fprintln(con.Out, `git config diff.saejob.xfuncname "^([A-Za-z]+)"`)
	for _, pattern := range patterns {
		fmt.Fprintf(con.Out, "echo %s >> .gitattributes\n", quoteShell(pattern+" diff=saejob"))
	}
	return nil
}

// quoteShell quotes a text for a shell of Unix. In .gitattributes a blank ends a
// pattern: one with a blank is in double quotes there.
func quoteShell(text string) string {
	return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'"
}
