package command

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"

	"saejob/internal/console"
	"saejob/internal/git"
	"saejob/internal/inert"
	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/internal/report"
	"saejob/internal/secret"
	"saejob/internal/workspace"
	"saejob/schema"
)

type textconvCmd struct {
	File string `arg:"" help:"A file, as git names it."`
}

// Run always writes something and never fails for what is in the file: where it
// does, git shows nothing at all. Git shows nothing for equal texts either: where
// anything of the file is not written, its last line is the beginning of the id of its content.
func (c *textconvCmd) Run(ctx context.Context, con *console.Console, w *workspace.Workspace) error {
	content, err := os.ReadFile(c.File)
	if err != nil {
		return err
	}
	clone := git.CloneOf(ctx)
	key, err := w.KeyOf(clone)
	if err != nil {
		return err
	}
	whole, err := writeForGit(con.Out, content, key)
	if err == nil && !whole {
		_, err = fmt.Fprintf(con.Out, "# not all of this file is shown; its content is %.12s\n", clone.BlobID(content))
	}
	return err
}

// writeForGit writes a file for git to compare, and reports whether all of it is in
// what was written.
func writeForGit(w io.Writer, content []byte, key secret.Key) (whole bool, err error) {
	t, problems := job.Parse(content)
	if len(problems) > 0 {
		p := problems[0]
		if _, err := fmt.Fprintf(w, "# line %d, column %d: %s\n", p.Range.Line, p.Range.Column, inert.Line(p.Message)); err != nil {
			return false, err
		}
	}
	if t == nil {
		return false, writeLines(w, content)
	}
	job.Normalize(t)
	normal := len(problems) == 0 && bytes.Equal(job.Print(t), content)
	secret.Mark(t, key)
	shown, err := report.Flat(w, t, secret.Mask)
	return shown && normal, err
}

// writeLines writes what is safe to show of a text that cannot be read: nobody
// knows which of its values belong to the name of a secret in another line. So the
// values of plain fields at the top are shown, and the names of the rest.
func writeLines(w io.Writer, content []byte) error {
	var b bytes.Buffer
	for line := range strings.Lines(string(content)) {
		line = strings.TrimRight(line, "\r\n")
		name := lineName.FindString(line)
		rest := strings.TrimSpace(line[len(name):])
		switch {
		case conflictMark.MatchString(line):
			line = line[:7]
		case rest != "" && !(isPlainField(strings.TrimSuffix(name, ":")) && plainScalar.MatchString(rest)):
			line = name + " …"
		}
		b.WriteString(inert.Line(secret.Mask(line)) + "\n")
	}
	_, err := w.Write(b.Bytes())
	return err
}

// isPlainField reports whether a name is one of a field at the top that holds a single
// value, which is no secret.
func isPlainField(name string) bool {
	field := job.FieldOf(schema.Template.Fields, name)
	return field != nil && (field.Secret == plan.SecretParts || field.Secret == plan.SecretNever)
}

var (
	// lineName is what a line of a template begins with: dashes, and a name.
	lineName     = regexp.MustCompile(`^[ \t-]*(?:"?[A-Za-z_][A-Za-z0-9_-]*"?:)?`)
	plainScalar  = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._/-]{0,40}$`)
	conflictMark = regexp.MustCompile(`^(?:<{7}|={7}|>{7}|\|{7})`)
)
