package job

import (
	"regexp"
	"strings"
)

// jsonNumber is JSON's grammar of numbers.
var jsonNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$`)

// misreadings are the plain scalars that YAML 1.1 or 1.2 reads as something else
// than text, by what they are read as. Sources: yaml.org/type (1.1), the core
// schema of YAML 1.2.2 §10.3.2.
var misreadings = []struct {
	as    string
	texts *regexp.Regexp
}{
	{"a number", regexp.MustCompile(`^[-+]?(0b[01_]+|0o?[0-7_]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*)$`)},
	{"a number", regexp.MustCompile(`^[-+]?(\.[0-9][0-9_]*|[0-9][0-9_]*(\.[0-9_]*)?)([eE][-+]?[0-9]+)?$`)},
	{"a number of base 60", regexp.MustCompile(`^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?$`)},
	{"infinity", regexp.MustCompile(`(?i)^[-+]?\.inf$`)},
	{"NaN", regexp.MustCompile(`(?i)^\.nan$`)},
	{"a date", regexp.MustCompile(`^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(([Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\.[0-9]*)?([ \t]*(Z|[-+][0-9]{1,2}(:?[0-9]{2})?))?)?$`)},
	{"true or false", regexp.MustCompile(`(?i)^(y|n|yes|no|on|off|true|false)$`)},
	{"nothing", regexp.MustCompile(`(?i)^(~|null)$`)},
	{"a merge key", regexp.MustCompile(`^<<$`)},
	{"a default value", regexp.MustCompile(`^=$`)},
}

// plainKind returns what a scalar without quotes is: what it is in JSON, else text.
// Where YAML 1.1 or 1.2 reads it as something else, misread is the message.
func plainKind(text string) (kind Kind, misread string) {
	switch {
	case text == "" || text == "null":
		return Null, ""
	case text == "true" || text == "false":
		return Bool, ""
	case jsonNumber.MatchString(text):
		return Number, ""
	}
	if as := misreadAs(text); as != "" {
		return String, "other YAML readers read this as " + as + "; quote it"
	}
	return String, ""
}

// misreadAs returns what a scalar without quotes that is text to us is to others;
// empty where it is text to all.
func misreadAs(text string) string {
	if text == "" || strings.IndexByte("+-.~<=0123456789yYnNtTfFoO", text[0]) < 0 {
		return ""
	}
	for _, m := range misreadings {
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
