package workspace

import (
	"testing"

	"saejob/diff"
	"saejob/diff/pairing"
	"saejob/internal/job"
)

// TestBound: which templates are of another part of the cloud than their side is, or
// than can be on the other side if they are alone.
func TestBound(t *testing.T) {
	w := repository(t, ".", twoEnvironments) // prod: cn-beijing:prod, test: cn-hangzhou, east: cn-shanghai:web
	for _, c := range []struct {
		base, from, to string
		side           int
		namespace      string
		paired, alone  bool // outside
	}{
		// The directory of an environment, and what is live in it.
		{"", "jobs/prod", "live:prod", pairing.From, "cn-beijing:prod", false, false},
		{"", "jobs/prod", "live:prod", pairing.From, "cn-beijing:test", true, true},
		{"", "jobs/prod", "live:prod", pairing.From, "", false, false},
		{"", "jobs/prod", "live:prod", pairing.To, "cn-beijing:test", false, false},
		{"", "live:prod", "main:jobs/prod", pairing.To, "cn-beijing:test", true, true},
		{"", "jobs/{test}", "live:test", pairing.From, "cn-hangzhou:any", false, false},
		{"", "jobs/{test}", "live:test", pairing.From, "cn-hangzhou", false, false},
		{"", "jobs/{test}", "live:test", pairing.From, "cn-beijing", true, true},
		// Files of no environment.
		{"", "jobs", "live:prod", pairing.From, "cn-beijing:test", false, true},
		{"", "jobs", "live:prod", pairing.From, "cn-beijing:prod", false, false},
		{"", "jobs", "live:cn-beijing", pairing.From, "cn-beijing:test", false, false},
		{"", "jobs", "live:cn-beijing", pairing.From, "cn-hangzhou:test", false, true},
		{"", "jobs", "live:cn-beijing:test", pairing.From, "cn-beijing:prod", false, true},
		{"", "-", "live:prod", pairing.From, "cn-beijing:test", false, true},
		// The directory of an environment, and more than it.
		{"", "jobs/prod", "live:cn-beijing", pairing.To, "cn-beijing:test", false, false},
		{"", "jobs/prod", "live:cn-beijing", pairing.From, "cn-beijing:test", true, true},
		// Two environments.
		{"", "jobs/prod", "jobs/{test}", pairing.From, "cn-beijing:prod", false, false},
		{"", "jobs/prod", "jobs/{test}", pairing.From, "cn-hangzhou:a", true, true},
		{"", "jobs/prod", "jobs/{test}", pairing.To, "cn-beijing:prod", true, true},
		{"", "jobs/prod", "live:east", pairing.From, "cn-beijing:prod", false, false},
		// Two states of one, and files.
		{"", "main:jobs/prod", "jobs/prod", pairing.To, "cn-hangzhou:a", false, false},
		{"", "jobs/prod", "copy", pairing.From, "cn-hangzhou:a", false, false},
		{"", "copy", "jobs", pairing.From, "cn-hangzhou:a", false, false},
		// A base.
		{"main:jobs/prod", "jobs/prod", "live:prod", pairing.Base, "cn-hangzhou:a", true, true},
		{"main:jobs", "jobs", "live:prod", pairing.Base, "cn-hangzhou:a", false, true},
	} {
		var o diff.Options
		w.Bound(&o, c.base, c.from, c.to)
		id := job.Identity{AppID: "1", Name: "a", NamespaceID: c.namespace}
		if paired, alone := o.Outside(c.side, id, false) != "", o.Outside(c.side, id, true) != ""; paired != c.paired || alone != c.alone {
			t.Errorf("%s, %s → %s: %q on side %d is outside: %v, alone %v; want %v, %v", c.base, c.from, c.to, c.namespace, c.side, paired, alone, c.paired, c.alone)
		}
	}
}

// TestOutsideOfRegion: a template that says only its region is of that region.
func TestOutsideOfRegion(t *testing.T) {
	w := repository(t, ".", twoEnvironments)
	var o diff.Options
	w.Bound(&o, "", "jobs/prod", "live:prod")
	for region, want := range map[string]string{
		"cn-beijing": "", "cn-hangzhou": "this template is of cn-hangzhou, not of prod (cn-beijing:prod), but of test",
		"cn-shenzhen": "this template is of cn-shenzhen, not of prod (cn-beijing:prod)",
	} {
		if got := o.Outside(pairing.From, job.Identity{Name: "a", RegionID: region}, false); got != want {
			t.Errorf("%s: got %q, want %q", region, got, want)
		}
	}
}
