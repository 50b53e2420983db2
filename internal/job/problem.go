package job

import (
	"fmt"
	"unicode/utf8"
)

// Problem is something in a file that is refused.
type Problem struct {
	Range   Range
	Message string
}

// MaxBytes bounds a file and an answer, MaxDepth how deep one nests: a document
// beyond either is refused.
const (
	MaxBytes = 8 << 20
	MaxDepth = 100
)

// maxKey bounds a name, in characters as it is printed: of a longer one YAML cannot
// say on its line that it is one (1.2.2 §8.2.2: 1024, quotes and all).
const maxKey = 1000

var longName = fmt.Sprintf("longer than %d characters", maxKey)

// isLongName reports whether a name could not be read again from a file.
func isLongName(name string) bool {
	return len(name) > maxKey/10 && utf8.RuneCountInString(line(name)) > maxKey
}

var tooDeep = fmt.Sprintf("nested more than %d levels deep", MaxDepth)

const duplicateName = "duplicate name; only the first one counts"

// start is where a problem of a whole file is reported.
var start = Range{1, 1, 1, 1}

var noFields = Problem{start, "the file has no fields"}
