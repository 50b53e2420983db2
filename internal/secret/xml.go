package secret

import (
	"regexp"
	"strings"
)

// elements finds the text of XML elements whose name says secret, or the name
// beside them: <password>x</password>, <entry key="password">x</entry>,
// <name>password</name><value>x</value>.
func elements(text string) []span {
	var found []span
	var name string
	left := 0
	for i := 0; i < len(text); {
		n := strings.IndexByte(text[i:], '>')
		if n < 0 {
			break
		}
		tag, attribute := readTag(text[i : i+n])
		i += n + 1
		if tag == "" {
			continue
		}
		value := elementText(text, i)
		said := text[value.start:value.end]
		left--
		switch {
		case attribute != "":
			name, left = attribute, window
		case isNameName(tag):
			name, left = said, window
		}
		if isNamed(tag, said) || isNamed(attribute, said) || left > 0 && isValueName(tag) && isNamed(name, said) {
			found = append(found, value)
		}
	}
	return found
}

// attributeName is an attribute of an XML element that says what it holds.
var attributeName = regexp.MustCompile(`(?i)\s(?:name|key|id|property)\s*=\s*["']([^"']*)["']`)

// readTag returns the name of the opening tag that text ends in, without its >,
// and what its attribute called name says; "" where there is no such tag.
func readTag(text string) (tag, attribute string) {
	open := strings.LastIndexByte(text, '<')
	if open < 0 || open+1 == len(text) || strings.IndexByte("/!?", text[open+1]) >= 0 || strings.HasSuffix(text, "/") {
		return "", ""
	}
	tag = text[open+1:]
	if m := attributeName.FindStringSubmatch(tag); m != nil {
		attribute = m[1]
	}
	tag, _, _ = strings.Cut(tag, " ")
	return tag, attribute
}

// elementText returns the text of an element after its tag.
func elementText(text string, at int) span {
	const open, end = "<![CDATA[", "]]>"
	if strings.HasPrefix(text[at:], open) {
		at += len(open)
		if n := strings.Index(text[at:], end); n >= 0 {
			return span{at, at + n}
		}
		return span{at, len(text)}
	}
	if n := strings.IndexByte(text[at:], '<'); n >= 0 {
		return span{at, at + n}
	}
	return span{at, at}
}
