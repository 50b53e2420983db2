package job

import (
	"bytes"
	"regexp"
	"strings"
)

// yamlWords says what the YAML parser's errors mean, by how they begin, and what to do.
var yamlWords = []struct{ begins, say string }{
	{"did not find expected ',' or", "a list or a structure in brackets is not closed, or a comma is missing"},
	{"did not find expected alphabetic or numeric", "text that begins with * or & must be in quotes"},
	{"found character that cannot start any token", "text that begins with @, ` or % must be in quotes"},
	{"mapping values are not allowed", "there is a colon where no field can begin; put text that holds \": \" in quotes, or indent the line as the other fields of its structure"},
	{"did not find expected key", "the line does not go with the lines above it; indent all fields of a structure by the same number of spaces, and put text in quotes as a whole"},
	{"did not find expected '-' indicator", "the line does not go with the list above it; begin each item with -, and indent all items by the same number of spaces"},
	{"could not find expected ':'", "a field has no colon after its name; write NAME: VALUE, and indent each line of a longer text"},
	{"found unexpected end of stream", "a quote is not closed"},
	{"block sequence entries are not allowed", "an item of a list cannot begin here; begin it on a line of its own"},
	{"found a tab character", "there is a tab where spaces are expected"},
	{"did not find expected node content", "a value is missing, or text that begins with a sign is not in quotes"},
	{"found unknown escape character", "the text in double quotes has an unknown escape; write \\\\ for a backslash"},
}

// inOurWords returns what an error of the YAML parser means; the error itself where that
// is not known.
func inOurWords(message string) string {
	for _, w := range yamlWords {
		if strings.HasPrefix(message, w.begins) {
			return w.say
		}
	}
	return message
}

// conflictEnd ends what git writes where two changes do not go together.
var conflictEnd = regexp.MustCompile(`(?m)^>{7}( |$)`)

// conflict returns a problem where a file has a conflict of a merge in it.
func conflict(file *fileLines) *Problem {
	for i := range file.lines {
		l := file.line(i)
		if line := file.text[l.start:l.end]; !bytes.HasPrefix(line, []byte("<<<<<<<")) || !conflictEnd.Match(file.text[l.end:]) {
			continue
		}
		return &Problem{file.rangeOf(l.start, l.start+7), "a merge left a conflict here; keep one of the two versions, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>"}
	}
	return nil
}
