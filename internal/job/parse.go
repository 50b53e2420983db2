package job

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode/utf8"
)

// Parse reads a template from a file's text, with positions and comments.
// Whatever is refused is a problem; the template is nil where the text has no
// structure that could be read at all, and holds Unreadable nodes where a value
// is refused. The text of a problem holds nothing of the file.
func Parse(text []byte) (*Template, []Problem) { return parse(text, readNormal) }

// parse reads a template; quick reads what it can of the files that it takes.
func parse(text []byte, quick func(*fileLines) (*Node, []remark, bool)) (*Template, []Problem) {
	if len(text) > MaxBytes {
		return nil, []Problem{{start, fmt.Sprintf("the file is larger than %d MB", MaxBytes>>20)}}
	}
	if p := checkText(text); p != nil {
		return nil, []Problem{*p}
	}
	file := newFileLines(plainLines(text))
	if root, remarks, taken := quick(file); taken {
		t := &Template{Root: root}
		attachComments(t, file, remarks)
		return t, nil
	}
	read := readYAML
	if json.Valid(file.text) {
		read = readJSONFile
	}
	root, scalars, problems := read(file)
	switch {
	case root == nil:
		return nil, problems
	case root.Kind == Null:
		return nil, append(problems, noFields) // maybe of a document that only begins
	case root.Kind != Object:
		return nil, append(problems, Problem{root.Range, fmt.Sprintf("the file must be a structure of fields; this is %s", root.Kind)})
	}
	t := &Template{Root: root}
	attachComments(t, file, file.remarks(scalars))
	return t, problems
}

// checkText refuses what is not UTF-8 text, and line breaks that only YAML sees.
func checkText(text []byte) *Problem {
	for i := 0; i < len(text); {
		c, size := rune(text[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRune(text[i:])
		}
		message := ""
		switch {
		case c == utf8.RuneError && size == 1:
			message = "not UTF-8 here; save the file as UTF-8"
			if bytes.HasPrefix(text[i:], []byte{0xff, 0xfe}) || bytes.HasPrefix(text[i:], []byte{0xfe, 0xff}) {
				message = "the file looks like UTF-16; save it as UTF-8"
			}
		case c == 0x85 || c == 0x2028 || c == 0x2029:
			message = "an invisible line break; write it as an escape in double quotes"
		case c == 0:
			message = "a NUL byte; the file must be text"
		}
		if message != "" {
			line := 1 + bytes.Count(text[:i], []byte("\n"))
			column := 1 + utf8.RuneCount(text[1+bytes.LastIndexByte(text[:i], '\n'):i])
			return &Problem{Range{line, column, line, column + 1}, message}
		}
		i += size
	}
	return nil
}
