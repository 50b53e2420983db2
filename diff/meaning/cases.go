package meaning

import "embed"

// Cases are templates before and after a change, a txtar archive for each
// meaning: CASE/from.yaml, CASE/to.yaml, or folders of them, and in CASE.out what
// diff says of each change.
//
//go:embed *.txtar
var Cases embed.FS
