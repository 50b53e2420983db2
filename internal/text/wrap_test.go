package text

import "testing"

// TestWrap: lines are as long as they look, and are broken where a reader of the
// language would break them.
func TestWrap(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"one two", "one two"},
		{"one two three", "one two\nthree"},
		{"one  two\nthree four", "one two\nthree four"},
		{"schedule-never-fires a/b/c/d/e/f", "schedule-never-fires\na/b/c/d/e/f"},
		{"… → … → … x", "… → … → …\nx"},
		{"计划任务模板没有描述。", "计划任务模\n板没有描\n述。"},
		{"设置 Timeout 字段。", "设置\nTimeout 字\n段。"},
	} {
		if got := Wrap(c.text, 10); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}
