package command

import (
	"fmt"
	"runtime/debug"

	"saejob/internal/console"
)

type versionCmd struct{}

// Run prints the version.
func (versionCmd) Run(con *console.Console) error {
	_, err := fmt.Fprintln(con.Out, "saejob", version())
	return err
}

// version is the module's, as the build recorded it; devel where it did not.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "devel"
}
