package live

import (
	"errors"
	"strings"
	"testing"

	"saejob/internal/hint"
	"saejob/internal/sae"
)

// TestMeantRegion: where no host is there, a region that is close to a known one is taken
// for mistyped.
func TestMeantRegion(t *testing.T) {
	for _, c := range []struct {
		err  error
		id   string
		want string
	}{
		{sae.ErrNoHost, "cn-bejing", "did you mean cn-beijing?"},
		{sae.ErrNoHost, "cn-hangzou", "did you mean cn-hangzhou?"},
		{sae.ErrNoHost, "cn-beijing", ""},
		{sae.ErrNoHost, "xx-nowhere-9", ""},
		{sae.ErrForbidden, "cn-bejing", ""},
		{nil, "cn-bejing", ""},
	} {
		err := meantRegion(c.err, c.id)
		if !errors.Is(err, c.err) {
			t.Errorf("%s: got %v, want %v", c.id, err, c.err)
		}
		if got := hint.Of(err); c.want == "" && got != "" || !strings.HasSuffix(got, c.want) {
			t.Errorf("%s: got the hint %q, want %q", c.id, got, c.want)
		}
	}
}
