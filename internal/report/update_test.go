package report_test

import (
	"flag"
	"os"
)

// update rewrites the golden files: go test ./internal/report -update.
var update = flag.Bool("update", false, "rewrite the golden files")

// cases gives how many cases a property is tried with: all of them when
// CHECK_LONG is set, as make check-long does.
func cases(all, usual int) int {
	if os.Getenv("CHECK_LONG") != "" {
		return all
	}
	return usual
}
