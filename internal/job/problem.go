package job

import "fmt"

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

var tooDeep = fmt.Sprintf("nested more than %d levels deep", MaxDepth)

const duplicateName = "duplicate name; only the first one counts"

// start is where a problem of a whole file is reported.
var start = Range{1, 1, 1, 1}
