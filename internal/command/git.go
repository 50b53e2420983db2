package command

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"saejob/internal/inert"
	"saejob/internal/job"
	"saejob/internal/report"
	"saejob/internal/secret"
	"saejob/internal/source"
)

type gitCmd struct {
	Textconv textconvCmd `cmd:"" help:"Write a file for git to compare: a line for each value, which begins with its path."`
	Setup    setupCmd    `cmd:"" help:"Print the commands that have git diff, git log and git show compare by structure."`
}

type textconvCmd struct {
	File string `arg:"" help:"A file, as git names it."`
}

// Run always writes something and never fails for what is in the file: where it
// does, git shows nothing at all.
func (c *textconvCmd) Run(a *app) error {
	text, err := os.ReadFile(c.File)
	if err != nil {
		return err
	}
	t, problems := job.Parse(text)
	if t == nil || len(problems) > 0 {
		return c.namesOnly(a, text, problems)
	}
	key, err := a.key()
	if err != nil {
		return err
	}
	job.Normalize(t)
	secret.Mark(t, key)
	return report.Flat(a.stdout, t, secret.Mask)
}

// namesOnly writes the names in the lines of what is no template. Where the text
// cannot be read, nobody knows which of its values are secret.
func (c *textconvCmd) namesOnly(a *app, text []byte, problems []job.Problem) error {
	var b bytes.Buffer
	if len(problems) > 0 {
		p := problems[0]
		fmt.Fprintf(&b, "# not compared by structure, values not shown: line %d, column %d: %s\n", p.Range.Line, p.Range.Column, inert.Line(p.Message))
	}
	for line := range strings.Lines(string(text)) {
		name := lineName.FindString(line)
		if rest := strings.TrimSpace(line[len(name):]); rest != "" {
			name += " …"
		}
		b.WriteString(inert.Line(secret.Mask(strings.TrimRight(name, "\r\n"))) + "\n")
	}
	_, err := a.stdout.Write(b.Bytes())
	return err
}

// lineName is what a line of a template begins with: dashes, and a name.
var lineName = regexp.MustCompile(`^[ \t-]*(?:"?[A-Za-z_][A-Za-z0-9_-]*"?:)?`)

type setupCmd struct{}

func (setupCmd) Run(ctx context.Context, a *app) error {
	patterns, err := a.attributes(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintln(a.stdout, "# In this repository; saejob git setup only prints, it changes nothing.")
	fmt.Fprintln(a.stdout, `git config diff.saejob.textconv "saejob git textconv"`)
	fmt.Fprintln(a.stdout, `git config diff.saejob.xfuncname "^([A-Za-z]+)"`)
	for _, pattern := range patterns {
		fmt.Fprintf(a.stdout, "echo %s >> .gitattributes\n", quoteShell(pattern+" diff=saejob"))
	}
	return nil
}

// attributes gives the patterns of the files that hold templates, as
// .gitattributes at the repository's root has them.
func (a *app) attributes(ctx context.Context) ([]string, error) {
	sources, err := a.sources(nil)
	if err != nil {
		return nil, err
	}
	reader := a.reader()
	defer reader.Close()
	var patterns []string
	for _, text := range sources {
		s, err := reader.Open(ctx, text)
		if err != nil {
			place, err := source.Place(strings.TrimPrefix(text, "./"))
			if err != nil {
				return nil, err
			}
			patterns = append(patterns, path.Join(place, "**", "*.yaml"))
			continue
		}
		for _, ref := range s.Refs {
			if _, err := ref.Open(); err == nil && filepath.Ext(ref.Place) != ".json" {
				patterns = append(patterns, path.Join(path.Dir(ref.Place), "*"+path.Ext(ref.Place)))
			}
		}
	}
	slices.Sort(patterns)
	patterns = slices.Compact(patterns)
	if len(patterns) == 0 {
		patterns = []string{"jobs/**/*.yaml"}
	}
	return patterns, nil
}

// quoteShell quotes a text for a shell of Unix. In .gitattributes a blank ends a
// pattern: one with a blank is in double quotes there.
func quoteShell(text string) string {
	return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'"
}
