package git

import (
	"crypto/sha256"
	"strings"
)

// Entry is what a tree has at a path.
type Entry struct {
	// Path is from the repository's root; of what was reached by a link, as it was
	// named.
	Path         string
	mode, object string
	// conflict: the index has several sides of it.
	conflict bool
}

// IsLink reports whether the entry is a link.
func (e Entry) IsLink() bool { return e.mode == "120000" }

// IsSubmodule reports whether the entry is a submodule, which holds nothing here.
func (e Entry) IsSubmodule() bool { return e.mode != "120000" && !strings.HasPrefix(e.mode, "100") }

// Holds reports whether the entry has this content: git names a file by the hash of it.
func (e Entry) Holds(content []byte) bool {
	return blobID(content, len(e.object) == 2*sha256.Size) == e.object
}
