package text_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"saejob/internal/text"
)

func TestWords(t *testing.T) {
	long := strings.Repeat("é", 81)
	for _, c := range []struct{ got, want string }{
		{text.Count(0, "template"), "0 templates"},
		{text.Count(1, "other file"), "1 other file"},
		{text.Count(2, "other file"), "2 other files"},
		{text.Or(nil), ""},
		{text.Or([]string{"a"}), "a"},
		{text.Or([]string{"a", "b"}), "a or b"},
		{text.And([]string{"a", "b", "c"}), "a, b and c"},
		{text.Cut("abc", 3), "abc"},
		{text.Cut("äöüß", 3), "äö…"},
		{text.Short(long), strings.Repeat("é", 79) + "…"},
		{text.OneLine(" a\r\n\tb\x00 \u202ec\xff"), "a b c"},
		{text.OneLine("错误\u3000信息"), "错误 信息"},
		{text.Word("slow"), "slow"},
		{text.Word(""), `""`},
		{text.Word("a b"), `"a b"`},
		{text.Word("a\u00a0b"), `"a\u00a0b"`},
		{text.Word("a\xff"), `"a�"`},
		{text.Quote("\"\\\n\t\x00\U000f0000é"), `"\"\\\n\t\u0000\udb80\udc00é"`},
		{text.Quote("\uffff\U0001d173"), `"\uffff\ud834\udd73"`},
		{text.QuoteYAML("\uffff\U0001d173"), `"\uffff\U0001D173"`},
		{text.QuoteYAML("\u200b\U000f0000"), `"\u200b\U000F0000"`},
	} {
		if c.got != c.want {
			t.Errorf("got %s, want %s", c.got, c.want)
		}
	}
}

func TestCause(t *testing.T) {
	dir := t.TempDir()
	_, open := os.Open(filepath.Join(dir, "none"))
	rename := os.Rename(filepath.Join(dir, "none"), filepath.Join(dir, "other"))
	for _, err := range []error{open, rename, fmt.Errorf("x: %w", open), errors.Join(rename, nil)} {
		if got := text.Cause(err); !errors.Is(got, fs.ErrNotExist) || strings.Contains(got.Error(), "none") {
			t.Errorf("%v: %v", err, got)
		}
	}
	if other := errors.New("other"); text.Cause(other) != other || text.Cause(nil) != nil {
		t.Error("other errors do not stay as they are")
	}
}
