package plan_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"saejob/internal/plan"
)

func digest(t *testing.T, files map[string]string) string {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	d, err := plan.Digest(fsys)
	if err != nil || len(d) != 64 {
		t.Fatalf("%q: %v", d, err)
	}
	return d
}

// The digest goes by the names and texts of the CUE files, but not by their line
// ends, nor by other files.
func TestDigest(t *testing.T) {
	first := digest(t, map[string]string{"a.cue": "package p\n#A: 1\n", "b.cue": "package p\n"})
	for name, files := range map[string]map[string]string{
		"CRLF":       {"a.cue": "package p\r\n#A: 1\r\n", "b.cue": "package p\r\n"},
		"more files": {"a.cue": "package p\n#A: 1\n", "b.cue": "package p\n", "plan.go": "package p\n"},
	} {
		if digest(t, files) != first {
			t.Errorf("%s: another digest", name)
		}
	}
	for name, files := range map[string]map[string]string{
		"another bound":    {"a.cue": "package p\n#A: 2\n", "b.cue": "package p\n"},
		"another name":     {"a.cue": "package p\n#A: 1\n", "c.cue": "package p\n"},
		"one file less":    {"a.cue": "package p\n#A: 1\npackage p\n"},
		"a line that left": {"a.cue": "package p\n", "b.cue": "#A: 1\npackage p\n"},
		"a CR in a line":   {"a.cue": "package p\n#A: \r1\n", "b.cue": "package p\n"},
	} {
		if digest(t, files) == first {
			t.Errorf("%s: the same digest", name)
		}
	}
}

// A plan that was read from other files says where, and what to do.
func TestFresh(t *testing.T) {
	files := fstest.MapFS{"a.cue": {Data: []byte("package p\n")}}
	d, err := plan.Digest(files)
	if err != nil {
		t.Fatal(err)
	}
	p := plan.Plan{Digest: d}
	if err := p.Fresh(files, "some/room"); err != nil {
		t.Error(err)
	}
	files["b.cue"] = &fstest.MapFile{Data: []byte("package p\n")}
	if err := p.Fresh(files, "some/room"); err == nil || !strings.Contains(err.Error(), "go generate ./some/room") {
		t.Error(err)
	}
}
