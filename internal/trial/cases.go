// Package trial is what tests of several rooms share. Only tests look into it.
package trial

import (
	"os"
	"testing"
)

// Cases returns how many cases a property is tried with: all of them when
// CHECK_LONG is set, as make check-long does, a few with -short, as under the race
// detector.
func Cases(all, usual int) int {
	switch {
	case os.Getenv("CHECK_LONG") != "":
		return all
	case testing.Short():
		return max(1, usual/20)
	}
	return usual
}
