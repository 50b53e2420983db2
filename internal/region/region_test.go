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
