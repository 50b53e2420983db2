package diff

import "testing"

// TestOneFileTwice: a file that names another namespace than it did before is one
// template that changed, whatever else goes or changes with it, and so is one that moved
// within what is compared. Nothing of it is hidden.
func TestOneFileTwice(t *testing.T) {
	before := document{"AppName": "a", "AppId": "1", "NamespaceId": "r:n", "VpcId": "vpc-1"}
	gone := document{"AppName": "a", "NamespaceId": "r:m", "VpcId": "vpc-2"}
	other := document{"AppName": "a", "AppId": "2", "NamespaceId": "r:m", "VpcId": "vpc-2"}
	for _, c := range []struct {
		name, fromDir, toDir, file string
		after                      document
		hidden                     bool
	}{
		{"no AppId", "HEAD:jobs", "jobs", "jobs/a.yaml", gone, false},
		{"another AppId", "HEAD:jobs", "jobs", "jobs/a.yaml", other, false},
		{"moved", "HEAD:jobs", "jobs", "jobs/test/a.yaml", gone, false},
		{"at the root", "HEAD:", ".", "jobs/test/a.yaml", gone, false},
		{"one file", "", "", "jobs/a.yaml", gone, false},
		{"two files", "", "", "jobs/b.yaml", gone, true},
		{"two directories", "HEAD:jobs", "test", "test/a.yaml", gone, true},
		{"two directories of equal name", "HEAD:jobs", "test/jobs", "test/jobs/a.yaml", gone, true},
	} {
		from, to, live := snapshot(t, "HEAD:jobs/a.yaml", before), snapshot(t, c.file, c.after), snapshot(t, "live", before)
		from.World, from.Dir, from.Refs[0].Committed = "HEAD:", c.fromDir, "jobs/a.yaml"
		to.Dir, to.Refs[0].File = c.toDir, "/repo/"+c.file
		live.World = "live"
		over := hiding()
		over.Base = &from
		if r := Compare(from, to, hiding()); (r.Summary.Left.Hidden() > 0) != c.hidden {
			t.Errorf("%s: %d hidden", c.name, r.Summary.Left.Hidden())
		}
		if r := Compare(to, live, over); (r.Summary.Left.Hidden() > 0) != c.hidden {
			t.Errorf("%s, with a base: %d hidden", c.name, r.Summary.Left.Hidden())
		}
	}
}

func hiding() Options {
	o := options()
	o.ShowHidden = false
	return o
}
