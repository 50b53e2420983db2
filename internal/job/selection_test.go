package job

import "testing"

func TestSelection(t *testing.T) {
	id := Identity{AppID: "1", Name: "nightly-a"}
	for _, c := range []struct {
		selection Selection
		want      bool
	}{
		{Selection{}, true},
		{Selection{Name: "nightly-*"}, true},
		{Selection{Name: "daily-*"}, false},
		{Selection{AppIDs: []string{"2", "1"}}, true},
		{Selection{AppIDs: []string{"2"}}, false},
		{Selection{AppIDs: []string{"1"}, Name: "daily-*"}, false},
	} {
		if got := c.selection.Has(id); got != c.want {
			t.Errorf("%+v: %v", c.selection, got)
		}
	}
	if (Selection{Name: "[a"}).Check() == nil || (Selection{Name: "[a]"}).Check() != nil {
		t.Error("a pattern is taken for none, or the other way round")
	}
}
