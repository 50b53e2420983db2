package command

import (
	"context"
	"fmt"
	"path/filepath"

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

type setupCmd struct {
	Attributes bool `help:"Print only the lines for .gitattributes."`
}

// Run prints the commands; it changes nothing. No shell has to quote anything of them:
// the patterns are printed by saejob itself.
func (c setupCmd) Run(ctx context.Context, con *console.Console, w *workspace.Workspace) error {
	patterns, err := w.Attributes(ctx)
	if err != nil {
		return err
	}
	if c.Attributes {
		for _, pattern := range patterns {
			fmt.Fprintln(con.Out, pattern+" diff=saejob")
		}
		return nil
	}
	fmt.Fprintln(con.Out, "# Run these in the repository. saejob git setup only prints; it changes nothing.")
	fmt.Fprintln(con.Out, "saejob git key")
	fmt.Fprintln(con.Out, `git config diff.saejob.textconv "saejob git textconv"`)
	fmt.Fprintln(con.Out, `git config diff.saejob.xfuncname "^([A-Za-z]+)"`)
	up, err := source.Above(".gitattributes") // patterns are from the root
	if err != nil {
		return err
	}
	fmt.Fprintf(con.Out, "saejob git setup --attributes >> %s\n", filepath.ToSlash(up[len(up)-1]))
	fmt.Fprintln(con.Out, "# The last command adds these lines:")
	for _, pattern := range patterns {
		fmt.Fprintln(con.Out, "#   "+pattern+" diff=saejob")
	}
	return nil
}
