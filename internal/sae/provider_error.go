package sae

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"regexp"
	"strings"
)

const notUnderstood = "the answer holds no credentials, or not in the form that the documents say"

// tell says in our own words what the credentials library says, and whether it
// may be gone the next time. Its errors quote requests with their access key
// and signature, addresses with what they ask for, and whole answers.
func tell(err error) (text string, again bool) {
	var file *fs.PathError
	var network net.Error
	switch {
	case errors.As(err, &file):
		return unreadable(file.Path, err).Error(), false
	case errors.As(err, &network), errors.Is(err, io.ErrUnexpectedEOF):
		return explain(err)
	}
	text = err.Error()
	if _, body, ok := strings.Cut(text, "{"); ok {
		if e, err := newEnvelope([]byte("{" + body)); err == nil {
			return refusal(e)
		}
	}
	if m := statusInText.FindStringSubmatch(text); m != nil {
		status := m[1] + m[2]
		return "the answer is HTTP " + status, status[0] == '5' || status == "429"
	}
	// What happened on the way to the metadata comes as text alone.
	for _, sign := range []struct{ in, text string }{
		{"connection refused", "connection refused"}, {"no route to host", "no route to host"},
		{"network is unreachable", "network is unreachable"},
		{"connection reset", "the connection ended before the answer did"}, {"EOF", "the connection ended before the answer did"},
		{"deadline exceeded", "timed out"}, {"timeout", "timed out"},
	} {
		if strings.Contains(text, sign.in) {
			return sign.text, true
		}
	}
	return notUnderstood, false
}

var statusInText = regexp.MustCompile(`httpStatus: ([0-9]{3}),|^get role name failed: GET \S+ ([0-9]{3})$`)

// refusal says which error an answer reports.
func refusal(e envelope) (text string, again bool) {
	code := e.code(Credentials{})
	if code == "" {
		return notUnderstood, false
	}
	text = "refused with " + code
	switch {
	case forbids(code):
		text += "; the one who asks needs sts:AssumeRole, and the role has to trust it"
	case startsWith(code, "EntityNotExist"):
		text += "; there is no such role or provider"
	case startsWith(code, "SignatureDoesNotMatch"):
		text += "; the access key secret is not that of the access key id"
	}
	if id := e.text("RequestId"); idForm.MatchString(id) {
		text += " (request " + id + ")"
	}
	return text, strings.Contains(code, "Throttling") || startsWith(code, "ServiceUnavailable", "InternalError")
}

// unreadable says why a file cannot be read, without what is in it.
func unreadable(name string, err error) error {
	why := "cannot be read"
	switch {
	case errors.Is(err, fs.ErrNotExist):
		why = "is not there"
	case errors.Is(err, fs.ErrPermission):
		why = "cannot be read: permission denied"
	}
	return fmt.Errorf("%s %s", clean(name), why)
}
