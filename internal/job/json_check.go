package job

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"unicode/utf8"
)

// Why JSON text is refused; the text is "it".
var (
	errNotUTF8   = errors.New("it is not UTF-8")
	errSurrogate = errors.New("it has an unpaired surrogate")
	errDuplicate = errors.New("it has a duplicate member")
	errTooDeep   = errors.New("it is " + tooDeep)
	errLongName  = errors.New("it has a name that is " + longName)
)

// checkJSON reports where a text stops being one JSON value.
func checkJSON(text []byte) error {
	if json.Valid(text) {
		return nil
	}
	var v json.RawMessage
	err := json.Unmarshal(text, &v)
	var syntax *json.SyntaxError
	if !errors.As(err, &syntax) {
		return errors.New("it is not JSON")
	}
	if syntax.Error() == "unexpected end of JSON input" { // its Offset is also that of an error at the last byte
		return errors.New("it is not JSON: it ends too early")
	}
	at := utf8.RuneCount(text[:max(0, int(syntax.Offset)-1)]) + 1
	return fmt.Errorf("it is not JSON at character %d", at)
}

// checkString refuses halves of surrogate pairs in what stands between the quotes
// of a string: the decoder would silently put U+FFFD there.
func checkString(raw []byte) error {
	high := false
	for i := 0; i < len(raw); i++ {
		low := false
		if raw[i] == '\\' {
			i++
			if raw[i] == 'u' {
				code, _ := strconv.ParseUint(string(raw[i+1:i+5]), 16, 32)
				i += 4
				low = code >= 0xdc00 && code <= 0xdfff
				if low != high {
					return errSurrogate
				}
				high = code >= 0xd800 && code <= 0xdbff
				continue
			}
		}
		if high {
			return errSurrogate
		}
	}
	if high {
		return errSurrogate
	}
	return nil
}
