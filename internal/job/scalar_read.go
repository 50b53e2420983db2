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
	{"no number", regexp.MustCompile(`(?i)^\.nan$`)},
	{"a date", regexp.MustCompile(`^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(([Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\.[0-9]*)?([ \t]*(Z|[-+][0-9]{1,2}(:?[0-9]{2})?))?)?$`)},
	{"true or false", regexp.MustCompile(`(?i)^(y|n|yes|no|on|off|true|false)$`)},
	{"nothing", regexp.MustCompile(`(?i)^(~|null)$`)},
	{"a merge key", regexp.MustCompile(`^<<$`)},
	{"a default value", regexp.MustCompile(`^=$`)},
}

// plainKind says what a scalar without quotes is: what it is in JSON, else text.
// Where YAML 1.1 or 1.2 takes it for something else, misread says so.
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
		return String, "other readers take this for " + as + "; quote it"
	}
	return String, ""
}

// misreadAs says what a scalar without quotes that is text to us is to others;
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
