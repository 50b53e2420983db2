package console

import "testing"

// TestStrongest: of all that a run raises, in whatever order, the strongest is its exit
// status: interrupted, could not run, incomplete, found, clean.
func TestStrongest(t *testing.T) {
	strongest := []Status{Interrupted, CannotRun, Incomplete, Found, Clean}
	for i, strong := range strongest {
		for _, weak := range strongest[i:] {
			for _, order := range [][]Status{{strong, weak}, {weak, strong}} {
				var c Console
				for _, s := range order {
					c.Raise(s)
				}
				if c.Status() != strong {
					t.Errorf("%v ends with %d, want %d", order, c.Status(), strong)
				}
			}
		}
	}
}
