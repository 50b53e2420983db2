package diff

import (
	"testing"

	"saejob/internal/secret"
)

// TestLost: a template that cannot be read leaves open what became of others only where it
// is not known which one it is. One that stands where its other side does is known.
func TestLost(t *testing.T) {
	from := []string{"a/x|1|n|a", "a/z|3|n|c"}
	for place, want := range map[string]Summary{
		"b/x!broken": {Removed: 1, Unread: 1}, "b/q!broken": {Unread: 3},
	} {
		r := Compare(many(t, "a", from...), many(t, "b", place), Options{Key: secret.RandomKey()})
		if s := r.Summary; s.Removed != want.Removed || s.Unread != want.Unread {
			t.Errorf("%s: %+v", place, s)
		}
	}
}
