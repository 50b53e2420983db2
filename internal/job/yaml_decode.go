package job

import (
	"bytes"
	"errors"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	yamlLine   = regexp.MustCompile(`^yaml: (?:line (\d+): )?`)
	yamlQuoted = regexp.MustCompile(`\s*'[^']*'`)
	yamlSign   = regexp.MustCompile(`^\s*'[[:punct:]]'$`)
	// yamlGrammar are its errors about how tokens follow each other: of these it
	// counts the lines from 0, of those within a token from 1.
	yamlGrammar = regexp.MustCompile(`^(did not find expected (<|node content|'-' indicator|key$|',' or)|found (undefined tag handle|duplicate %|incompatible))`)
)

// yamlProblem says what the YAML parser said, without what it quotes of the
// file.
func (r *reader) yamlProblem(err error) Problem {
	var second secondDocument
	if errors.As(err, &second) {
		line := max(1, second.line)
		return Problem{Range{line, 1, line, 1}, second.Error()}
	}
	text := err.Error()
	m := yamlLine.FindStringSubmatch(text)
	at := start
	if m != nil {
		text = text[len(m[0]):]
		if line, err := strconv.Atoi(m[1]); err == nil {
			if yamlGrammar.MatchString(text) {
				line++
			}
			line = min(line, 1+bytes.Count(bytes.TrimRight(r.src.text, "\n"), []byte("\n"))) // not behind the end
			at = Range{line, 1, line, 1}
		}
	}
	if i := bytes.IndexFunc(r.src.text, isControl); i >= 0 && strings.HasPrefix(text, "control characters") {
		_, size := utf8.DecodeRune(r.src.text[i:])
		at = r.src.rangeOf(i, i+size)
	}
	if strings.Contains(text, "max depth") {
		return Problem{at, "the file is " + errDepth.Error()[len("is "):]}
	}
	return Problem{at, "not YAML: " + yamlQuoted.ReplaceAllStringFunc(text, func(quoted string) string {
		if yamlSign.MatchString(quoted) {
			return quoted // its own: ',' or ']'
		}
		return ""
	})}
}

// isControl says whether the YAML parser takes a character for a control
// character.
func isControl(c rune) bool {
	return unicode.IsControl(c) && !strings.ContainsRune("\t\n\r\u0085", c) || c == 0xfffe || c == 0xffff
}
