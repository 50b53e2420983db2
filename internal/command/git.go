package command

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"saejob/internal/console"
	"saejob/internal/git"
	"saejob/internal/secret"
	"saejob/internal/source"
	"saejob/internal/workspace"
)

type gitCmd struct {
	Textconv textconvCmd `cmd:"" help:"Print a file for git to compare: one line for each value, beginning with its path."`
	Key      gitKeyCmd   `cmd:"" help:"Make a key for this clone, in git's own configuration, by which git textconv compares secrets. A key that is there stays."`
	Setup    setupCmd    `cmd:"" help:"Print the commands that make git diff, git log and git show compare by structure."`
}

type gitKeyCmd struct{}

// Run makes the key and says nothing of it.
func (gitKeyCmd) Run(ctx context.Context) error { return git.MakeCloneKey(ctx, secret.NewKeyText()) }

type setupCmd struct{}

// Run prints the commands; it changes nothing.
func (setupCmd) Run(ctx context.Context, con *console.Console, w *workspace.Workspace) error {
	patterns, err := w.Attributes(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintln(con.Out, "# Run these in the repository. saejob git setup only prints; it changes nothing.")
	fmt.Fprintln(con.Out, "saejob git key")
	fmt.Fprintln(con.Out, `git config diff.saejob.textconv "saejob git textconv"`)
	fmt.Fprintln(con.Out, `git config diff.saejob.xfuncname "^([A-Za-z]+)"`)
	up, err := source.Above(".gitattributes") // patterns are from the root
	if err != nil {
		return err
	}
	file := filepath.ToSlash(up[len(up)-1])
	for _, pattern := range patterns {
		fmt.Fprintf(con.Out, "printf '%%s\\n' %s >> %s\n", quoteShell(pattern+" diff=saejob"), file)
	}
	return nil
}

// quoteShell quotes a text for a shell of Unix.
func quoteShell(text string) string {
	return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'"
}
