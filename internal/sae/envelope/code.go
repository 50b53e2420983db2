package envelope

import (
	"regexp"
	"slices"
	"strings"
)

// What the server says is shown only in the form that the documents give it.
var (
	statusForm = regexp.MustCompile(`^[0-9]{3}$`)
	codeForm   = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9._-]{0,79}$`)
	idForm     = regexp.MustCompile(`^[A-Za-z0-9*-]{1,64}$`)
)

// noCodes stand in ErrorCode when all is well: the page's own example of success has
// "空" (empty), those of SDKs and older pages "Null" and "success".
var noCodes = []string{"", "空", "null", "success"}

// Succeeded reports whether the envelope says that the call succeeded: Success, Code
// and ErrorCode, which the page returns for a failure alone
// (api-sae-2019-05-06-describejob#ErrorCode). Each comes as text or not.
func (m Members) Succeeded() bool {
	code := m.Text("Code")
	return !strings.EqualFold(m.Text("Success"), "false") && (code == "" || isSuccess(code)) && m.errorCode() == ""
}

// Code returns the code of a failure: the API's own, which stands in Code or, after a
// status there, in ErrorCode; else that status. It is empty when there is none in the
// form of a code.
func (m Members) Code() string {
	said := []string{m.Text("Code"), m.errorCode()}
	for _, text := range said {
		if codeForm.MatchString(text) && !slices.Contains(noCodes, strings.ToLower(text)) {
			return text
		}
	}
	for _, text := range said {
		if statusForm.MatchString(text) && !isSuccess(text) {
			return text
		}
	}
	return ""
}

// errorCode returns what ErrorCode says of a failure, in whatever form.
func (m Members) errorCode() string {
	text := strings.TrimSpace(m.Text("ErrorCode"))
	if slices.Contains(noCodes, strings.ToLower(text)) || isSuccess(text) {
		return ""
	}
	return text
}

// isSuccess reports whether a text is a status that says that all is well.
func isSuccess(code string) bool { return statusForm.MatchString(code) && code[0] == '2' }

// IDs name a call for the provider's support. An id that is unknown is empty.
type IDs struct{ Request, Trace string }

// IDs returns the ids in the envelope, as far as they have the form of one. Mask takes
// out of them what nobody may see.
func (m Members) IDs(mask func(string) string) IDs {
	return IDs{ValidID(mask(m.Text("RequestId"))), ValidID(mask(m.Text("TraceId")))}
}

// Notes returns the ids as an error shows them: "request 01CF26C7", "trace ac1a0b22".
func (ids IDs) Notes() []string {
	var notes []string
	if ids.Request != "" {
		notes = append(notes, "request "+ids.Request)
	}
	if ids.Trace != "" {
		notes = append(notes, "trace "+ids.Trace)
	}
	return notes
}

// ValidID returns a text that has the form of an id, else nothing.
func ValidID(id string) string {
	if idForm.MatchString(id) {
		return id
	}
	return ""
}

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
