package job

import (
	"encoding/json"
	"regexp"
	"strings"
	"sync"
)

// misreadWords are the texts without quotes that YAML 1.1 or 1.2 reads as something
// else than text, in small letters, by what they are read as. Sources of these and of
// misreadNumbers: yaml.org/type (1.1), the core schema of YAML 1.2.2 §10.3.2.
var misreadWords = map[string]string{
	"y": "true or false", "yes": "true or false", "on": "true or false", "true": "true or false",
	"n": "true or false", "no": "true or false", "off": "true or false", "false": "true or false",
	"~": "nothing", "null": "nothing", "<<": "a merge key", "=": "a default value",
}

// misreadNumbers are those that begin as a number does.
var misreadNumbers = sync.OnceValue(func() []misreading {
	return []misreading{
		{"a number", regexp.MustCompile(`^[-+]?(0b[01_]+|0o?[0-7_]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*)$`)},
		{"a number", regexp.MustCompile(`^[-+]?(\.[0-9][0-9_]*|[0-9][0-9_]*(\.[0-9_]*)?)([eE][-+]?[0-9]+)?$`)},
		{"a number of base 60", regexp.MustCompile(`^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?$`)},
		{"infinity", regexp.MustCompile(`(?i)^[-+]?\.inf$`)},
		{"NaN", regexp.MustCompile(`(?i)^\.nan$`)},
		{"a date", regexp.MustCompile(`^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(([Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\.[0-9]*)?([ \t]*(Z|[-+][0-9]{1,2}(:?[0-9]{2})?))?)?$`)},
	}
})

// misreading is a form of texts, and what they are read as.
type misreading struct {
	as    string
	texts *regexp.Regexp
}

// quoteIt is what to do where a scalar without quotes is text to us only.
const quoteIt = "quote it"

// plainKind returns what a scalar without quotes is: what it is in JSON, else text.
// Where YAML 1.1 or 1.2 reads it as something else, misread is the message.
func plainKind(text string) (kind Kind, misread string) {
	switch {
	case text == "" || text == "null":
		return Null, ""
	case text == "true" || text == "false":
		return Bool, ""
	case strings.IndexByte("-0123456789", text[0]) >= 0 && json.Valid([]byte(text)):
		return Number, ""
	}
	if as := misreadAs(text); as != "" {
		return String, "other YAML readers read this as " + as + "; " + quoteIt
	}
	return String, ""
}

// misreadAs returns what a scalar without quotes that is text to us is to others;
// empty where it is text to all.
func misreadAs(text string) string {
	switch {
	case text == "":
		return ""
	case strings.IndexByte("+-.0123456789", text[0]) < 0:
		if len(text) > len("false") {
			return ""
		}
		return misreadWords[strings.ToLower(text)]
	}
	for _, m := range misreadNumbers() {
		if m.texts.MatchString(text) {
			return m.as
		}
	}
	return ""
}

// keyMisread returns what is wrong with a name without quotes; empty if nothing.
func keyMisread(text string) string {
	kind, misread := plainKind(text)
	switch {
	case misread != "":
		return misread
	case kind == Null && text == "":
		return "a field name is missing"
	case kind != String:
		return "other YAML readers read this name as " + strings.ToLower(kind.String()) + "; quote it"
	}
	return ""
}
