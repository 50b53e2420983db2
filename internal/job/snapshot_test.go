package job

import "testing"

// TestPathOfRef: a file in git has its path from the root, whatever it is called in reports;
// what is no file has none.
func TestPathOfRef(t *testing.T) {
	for _, c := range []struct {
		ref  Ref
		want string
	}{
		{Ref{Place: "jobs/a.yaml", File: "../repository/jobs/a.yaml"}, "jobs/a.yaml"},
		{Ref{Place: "HEAD:jobs/a.yaml", Committed: "jobs/a.yaml"}, "jobs/a.yaml"},
		{Ref{Place: "live:cn-beijing/a"}, ""},
	} {
		if got := c.ref.Path(); got != c.want {
			t.Errorf("%s: %q, want %q", c.ref.Place, got, c.want)
		}
	}
}
