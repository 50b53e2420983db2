package hint_test

import (
	"errors"
	"fmt"
	"io/fs"
	"testing"

	"saejob/internal/hint"
)

func TestHint(t *testing.T) {
	inner := hint.Add(fs.ErrNotExist, "make it")
	err := fmt.Errorf("reading: %w", inner)
	if got := hint.Of(err); got != "make it" || err.Error() != "reading: file does not exist" || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v: %q", err, got)
	}
	if got := hint.Of(hint.Add(err, "or name another")); got != "or name another" {
		t.Errorf("the outer hint is %q", got)
	}
	if hint.Add(nil, "x") != nil || hint.Of(nil) != "" || hint.Of(hint.Add(fs.ErrExist, "")) != "" {
		t.Error("a hint out of nothing")
	}
}
