package login

import (
	"errors"
	"io"
	"io/fs"
	"net"
	"regexp"
	"strings"

	"saejob/internal/sae/envelope"
	"saejob/internal/sae/network"
)

const notUnderstood = "the answer has no credentials in the documented form"

// reason returns in our own words what an error of the credentials library says, and
// whether it is temporary. Its errors quote requests with their access key
// and signature, addresses with what they ask for, and whole answers.
func reason(err error) (text string, temporary bool) {
	var file *fs.PathError
	var netErr net.Error
	switch {
	case errors.As(err, &file):
		return unreadable(file.Path, err).Error(), false
	case errors.As(err, &netErr), errors.Is(err, io.ErrUnexpectedEOF):
		return network.Reason(err)
	}
	text = err.Error()
	if _, body, ok := strings.Cut(text, "{"); ok {
		if e, err := envelope.Read([]byte("{" + body)); err == nil {
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

// refusal returns which error an answer reports.
func refusal(e envelope.Members) (text string, temporary bool) {
	code := e.Code()
	if code == "" {
		return notUnderstood, false
	}
	text = "refused with " + code
	switch {
	case envelope.Forbids(code):
		text += "; the caller needs sts:AssumeRole, and the role must trust the caller"
	case envelope.HasPrefix(code, "EntityNotExist"):
		text += "; there is no such role or provider"
	case envelope.HasPrefix(code, "SignatureDoesNotMatch"):
		text += "; the access key secret does not belong to the access key id"
	}
	if id := envelope.ValidID(e.Text("RequestId")); id != "" {
		text += " (request " + id + ")"
	}
	return text, strings.Contains(code, "Throttling") || envelope.HasPrefix(code, "ServiceUnavailable", "InternalError")
}
