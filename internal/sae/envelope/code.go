package envelope

import (
	"regexp"
	"strings"
)

// What the server says is shown only in the form that the documents give it.
var (
	statusForm    = regexp.MustCompile(`^[0-9]{3}$`)
	codeForm      = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9._-]{0,79}$`)
	requestIDForm = regexp.MustCompile(`^[A-Za-z0-9*-]{1,64}$`)
)

// Succeeded reports whether the envelope says that the call succeeded. Success and
// Code come as text or not. ErrorCode says nothing: "空" (empty), "Null" and
// "success" stand there when all is well.
func (m Members) Succeeded() bool {
	code := m.Text("Code")
	return !strings.EqualFold(m.Text("Success"), "false") &&
		(code == "" || statusForm.MatchString(code) && code[0] == '2')
}

// Code returns the code of a failure: the API's own, which stands in Code or, after a
// status there, in ErrorCode; else that status. It is empty when there is none in the
// form of a code.
func (m Members) Code() string {
	status := m.Text("Code")
	for _, text := range []string{status, m.Text("ErrorCode")} {
		if codeForm.MatchString(text) && !strings.EqualFold(text, "null") && !strings.EqualFold(text, "success") {
			return text
		}
	}
	if statusForm.MatchString(status) {
		return status
	}
	return ""
}

// ValidRequestID reports whether a text has the form of a request's id.
func ValidRequestID(id string) bool { return requestIDForm.MatchString(id) }

// Forbids reports whether a code says that a permission is missing. The second last
// is spelled as the API spells it.
func Forbids(code string) bool {
	return HasPrefix(code, "Forbidden", "NoPermission", "AccessDenied", "Resouce.no.permission", "Resource.no.permission")
}

// HasPrefix reports whether a code begins with one of these.
func HasPrefix(code string, prefixes ...string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(code, p) {
			return true
		}
	}
	return false
}
