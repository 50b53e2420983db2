//go:build !linux

package trial

import "os"

// Plainly calls do where the user may not read and write everything, and reports
// whether it did.
func Plainly(do func()) bool {
	if os.Geteuid() <= 0 {
		return false
	}
	do()
	return true
}
