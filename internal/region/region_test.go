package region_test

import (
	"testing"

	"saejob/internal/region"
)

func TestValid(t *testing.T) {
	for id, want := range map[string]bool{
		"cn-beijing": true, "ap-southeast-1": true,
		"": false, "CN-beijing": false, "cn-beijing\n": false, "a.b": false, "evil.example.com/": false, "北京": false,
	} {
		if region.Valid(id) != want {
			t.Errorf("%q: got %t", id, !want)
		}
	}
}

// TestNamespaceID: however a namespace is named, its id is one; a region's own is called as
// the region.
func TestNamespaceID(t *testing.T) {
	for _, c := range []struct{ region, named, want string }{
		{"cn-beijing", "test", "cn-beijing:test"},
		{"cn-beijing", "cn-beijing:test", "cn-beijing:test"},
		{"cn-beijing", "cn-beijing", "cn-beijing"},
		{"cn-beijing", "cn-beijing:", "cn-beijing"},
		{"cn-beijing", "cn-hangzhou:test", ""},
		{"cn-beijing", "cn-hangzhou:", ""},
		{"cn-beijing", "", ""},
		{"", "cn-beijing:test", "cn-beijing:test"},
	} {
		id, err := region.NamespaceID(c.region, c.named)
		if id != c.want || (err == nil) != (c.want != "") {
			t.Errorf("%s in %s: %q, %v", c.named, c.region, id, err)
		}
		if err == nil && region.Of(id) != "cn-beijing" {
			t.Errorf("%s is in %s", id, region.Of(id))
		}
	}
}
