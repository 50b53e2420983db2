package secret

import "testing"

// TestMembers: members name one another's value however their names are spelled.
func TestMembers(t *testing.T) {
	for _, w := range nameNames {
		for _, name := range []string{w, "db-" + w, "param." + w + "2"} {
			if !isNameName(name) {
				t.Errorf("%s says what another member is called", name)
			}
		}
	}
	for _, w := range valueNames {
		for _, name := range []string{w, "db-" + w, "param." + w + "2"} {
			if !isValueName(name) {
				t.Errorf("%s holds what another member names", name)
			}
		}
	}
	for name, want := range map[string]bool{
		"value": true, "valu": true, "Valuee": true, "vlaue": true, "vakue": true, "alue": true,
		"valid": false, "ale": false, "eulav": false, "": false, "values of all": false,
	} {
		if isMistyped(name, "value") != want {
			t.Errorf("isMistyped(%q) = %v", name, !want)
		}
	}
}
