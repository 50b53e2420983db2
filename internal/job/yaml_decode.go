package job

import (
	"bytes"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// decodeYAML parses a file as one YAML document; no node and no problem where it
// holds none.
func decodeYAML(file *fileLines) (root *yaml.Node, problem *Problem) {
	defer func() {
		if p := recover(); p != nil {
			root, problem = nil, &Problem{start, "the file is not valid YAML"}
		}
	}()
	dec := yaml.NewDecoder(bytes.NewReader(file.text))
	var first, second yaml.Node
	if err := dec.Decode(&first); err == io.EOF {
		return nil, nil
	} else if err != nil {
		return nil, yamlProblem(file, err)
	}
	switch err := dec.Decode(&second); err {
	case io.EOF:
		if len(first.Content) == 0 {
			return nil, nil
		}
		return first.Content[0], nil
	case nil:
		line := max(1, second.Line)
		return nil, &Problem{Range{line, 1, line, 1}, "a second document; a file can contain only one"}
	default:
		return nil, yamlProblem(file, err)
	}
}

var (
	yamlLine   = regexp.MustCompile(`^yaml: (?:line (\d+): )?`)
	yamlQuoted = regexp.MustCompile(`\s*'[^']*'`)
	yamlSign   = regexp.MustCompile(`^\s*'[[:punct:]]'$`)
	// yamlGrammar are its errors about how tokens follow each other: of these it
	// counts the lines from 0, of those within a token from 1.
	yamlGrammar = regexp.MustCompile(`^(did not find expected (<|node content|'-' indicator|key$|',' or)|found (undefined tag handle|duplicate %|incompatible))`)
)

// yamlProblem returns what the YAML parser reports, without what it quotes of the
// file.
func yamlProblem(file *fileLines, err error) *Problem {
	if p := conflict(file); p != nil {
		return p
	}
	message := err.Error()
	at := start
	if m := yamlLine.FindStringSubmatch(message); m != nil {
		message = message[len(m[0]):]
		if line, err := strconv.Atoi(m[1]); err == nil {
			if yamlGrammar.MatchString(message) {
				line++
			}
			line = min(line, 1+bytes.Count(bytes.TrimRight(file.text, "\n"), []byte("\n"))) // not after the end
			at = Range{line, 1, line, 1}
		}
	}
	if i := bytes.IndexFunc(file.text, isControl); i >= 0 && strings.HasPrefix(message, "control characters") {
		_, size := utf8.DecodeRune(file.text[i:])
		at = file.rangeOf(i, i+size)
	}
	line := file.line(at.Line - 1)
	tab := bytes.HasPrefix(bytes.TrimLeft(file.text[line.start:line.end], " "), []byte("\t"))
	switch own := inOurWords(message); {
	case strings.Contains(message, "max depth"):
		message = "the file is " + tooDeep
	case tab:
		message = "not valid YAML: indent with spaces, not tabs"
	case own != message:
		message = "not valid YAML: " + own
	default:
		message = "not valid YAML: " + yamlQuoted.ReplaceAllStringFunc(message, func(quoted string) string {
			if yamlSign.MatchString(quoted) {
				return quoted // its own: ',' or ']'
			}
			return ""
		})
	}
	return &Problem{at, message}
}

// isControl reports whether the YAML parser takes a character for a control
// character.
func isControl(c rune) bool {
	return unicode.IsControl(c) && !strings.ContainsRune("\t\n\r\u0085", c) || c == 0xfffe || c == 0xffff
}
