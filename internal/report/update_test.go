package report_test

import (
	"flag"
	"os"
	"testing"
)

// update rewrites the golden files: go test ./internal/report -update.
var update = flag.Bool("update", false, "rewrite the golden files")

// cases gives how many cases a property is tried with: all of them when
// CHECK_LONG is set, as make check-long does, a few with -short, as under the
// race detector.
func cases(all, usual int) int {
	switch {
	case os.Getenv("CHECK_LONG") != "":
		return all
	case testing.Short():
		return max(1, usual/20)
	}
	return usual
}
