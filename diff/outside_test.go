package diff

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"saejob/internal/job"
)

// TestOutside: what is not of a side's part of the cloud is neither added, removed nor
// compared, but what another side has by its AppId is; on every side, and with a base.
// Templates are spelled as in TestPairing; n is the namespace that is compared.
func TestOutside(t *testing.T) {
	for _, c := range []struct{ name, base, from, to, want string }{
		{"only in from", "-", "a/x|1|r:m|a", "b/y|2|r:n|b", "outside a/x; added b"},
		{"only in to", "-", "a/x|1|r:n|a", "b/y|2|r:m|b", "outside b/y; removed a"},
		{"called alike", "-", "a/x|1|r:m|a", "b/x|2|r:n|a", "outside a/x; added a"},
		{"live by its AppId", "-", "a/x|1|r:m|a", "b/x|1|r:n|a", "changed a"},
		{"outside on both sides", "-", "a/x|1|r:m|a", "b/x|1|r:m|a", "outside a/x; outside b/x"},
		{"without a namespace", "-", "a/x|1||a", "b/y|2|r:n|b", "removed a; added b"},
		{"unread", "-", "a/x!1!broken", "b/y|2|r:n|b", "unread ; added b"},
		{"in the base, too", "c/x|1|r:m|a", "a/x|1|r:m|a", "b/y|2|r:n|b", "outside a/x; added b"},
		{"in the base alone", "c/x|1|r:m|a", "a/z|3|r:n|c", "b/z|3|r:n|c", "outside c/x; added c"},
	} {
		o := options()
		o.Outside = func(_ int, id job.Identity, _ bool) string {
			if id.NamespaceID == "r:m" {
				return "of m"
			}
			return ""
		}
		if c.base != "-" {
			base := many(t, "a", c.base)
			o.Base = &base
		}
		r := Compare(many(t, "a", c.from), many(t, "b", c.to), o)
		var got []string
		for _, p := range r.Problems {
			got = append(got, "outside "+p.File)
		}
		for _, template := range r.Templates {
			got = append(got, fmt.Sprint(template.Status, " ", template.Name))
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: got %s, want %s", c.name, strings.Join(got, "; "), c.want)
		}
		if n := strings.Count(c.want, "outside"); r.Summary.Outside != n || n > 0 && (!r.Reaches("warning") || !strings.Contains(r.SummaryLine(), "not compared")) {
			t.Errorf("%s: %d outside, want %d: %s", c.name, r.Summary.Outside, n, r.SummaryLine())
		}
	}
}

// TestOutsideIsAskedOfIdentities: what is asked about is all that a file says of which
// template it is.
func TestOutsideIsAskedOfIdentities(t *testing.T) {
	want := job.Identity{AppID: "1", Name: "a", RegionID: "r", NamespaceID: "r:n"}
	var asked []job.Identity
	o := options()
	o.Outside = func(_ int, id job.Identity, _ bool) string {
		asked = append(asked, id)
		return ""
	}
	file := document{"AppId": want.AppID, "AppName": want.Name, "RegionId": want.RegionID, "NamespaceId": want.NamespaceID}
	Compare(snapshot(t, "a", file), snapshot(t, "b", document{"AppName": "b"}), o)
	if !slices.Contains(asked, want) {
		t.Errorf("asked about %+v, want %+v", asked, want)
	}
}

// TestImpossible: what no other side can have is not removed, where it is alone; paired,
// it is compared.
func TestImpossible(t *testing.T) {
	o := options()
	o.Outside = func(_ int, id job.Identity, alone bool) string {
		if alone && id.NamespaceID == "r:m" {
			return "of m"
		}
		return ""
	}
	r := Compare(many(t, "a", "a/x|1|r:m|a", "a/y|2|r:m|b"), many(t, "b", "b/x|3|r:n|a"), o)
	if len(r.Templates) != 1 || r.Templates[0].Name != "a" || !slices.ContainsFunc(r.Problems, func(p Problem) bool { return p.File == "a/y" }) || len(r.Problems) != 1 {
		t.Errorf("got %+v", r)
	}
}

// TestOneTemplate: one AppId is one template, so nothing of it differs by nature, though
// a file names another namespace than the one it is live in.
func TestOneTemplate(t *testing.T) {
	template := func(place, id, namespace, vpc string) job.Snapshot {
		return snapshot(t, place, document{"AppName": "a", "AppId": id, "NamespaceId": namespace, "VpcId": vpc})
	}
	o := options()
	o.ShowHidden = false
	for _, c := range []struct {
		id   string
		want string
	}{
		{"1", "NamespaceId VpcId"}, {"2", ""}, {"", ""},
	} {
		r := Compare(template("a/x", "1", "r:n", "vpc-1"), template("b/x", c.id, "r:m", "vpc-2"), o)
		var got []string
		for _, change := range r.Templates[0].Changes {
			got = append(got, change.Path.String())
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("AppId %q: got %v, want %s", c.id, got, c.want)
		}
	}
}
