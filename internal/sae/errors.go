package sae

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"saejob/internal/sae/envelope"
)

// What callers ask an error with [errors.Is].
var (
	// ErrNotFound: there is no template of that AppId.
	ErrNotFound = errors.New("template not found")
	// ErrNoNamespace: there is no namespace of that id.
	ErrNoNamespace = errors.New("namespace not found")
	// ErrNoHost: the host of the region or endpoint does not exist.
	ErrNoHost = errors.New("host not found")
	// ErrForbidden: the access key is valid, but lacks the permission.
	ErrForbidden = errors.New("permission missing")
	// ErrThrottled: too many calls in the last minute, by all tools of the account's user
	// together; the same call may succeed later.
	ErrThrottled = errors.New("throttled")
)

// Error is why a call failed. All text in it that came from the server is bounded and
// holds nothing invisible and no part of the credentials; of an answer that was not
// understood it has only the kind and length.
type Error struct {
	// Action is the API's name of the call, such as DescribeJob.
	Action string
	// HTTPStatus is 0 when there was no answer.
	HTTPStatus int
	// Code is the API's, such as InvalidAppId.NotFound; often empty.
	Code string
	// Message is the API's, else ours.
	Message string
	// IDs are what the provider's support asks for.
	IDs envelope.IDs
	// Missing is the RAM action that the access key lacks, such as sae:DescribeJob, if
	// that is why.
	Missing string
	// Skew is how far the server's clock is ahead of this one (behind when
	// negative), when the date of the request was refused.
	Skew time.Duration

	// broken: the answer did not arrive, or not whole; noHost: there was no host to ask.
	broken, noHost bool
	// wait is how long the server asked to wait; 0: it did not.
	wait time.Duration
	// cause is the context's error when the caller gave up, else nil: errors of net/http
	// quote what the server sent.
	cause error
}

// Error returns one line, such as
// "DescribeJob: HTTP 403 Forbidden.RAM: User not authorized (needs sae:DescribeJob; request 01CF26C7; trace ac1a0b22)".
func (e *Error) Error() string {
	parts := []string{e.Action}
	if e.HTTPStatus != 0 {
		parts = append(parts, strings.TrimSpace(fmt.Sprintf("HTTP %d %s", e.HTTPStatus, e.Code)))
	}
	if e.Message != "" {
		parts = append(parts, e.Message)
	}
	var notes []string
	if e.Skew != 0 {
		notes = append(notes, e.skew())
	}
	if e.Missing != "" {
		notes = append(notes, "needs "+e.Missing)
	}
	notes = append(notes, e.IDs.Notes()...)
	text := strings.Join(parts, ": ")
	if len(notes) > 0 {
		text += " (" + strings.Join(notes, "; ") + ")"
	}
	return text
}

func (e *Error) skew() string {
	if e.Skew > 0 {
		return fmt.Sprintf("this computer's clock is %s behind the server's", e.Skew)
	}
	return fmt.Sprintf("this computer's clock is %s ahead of the server's", -e.Skew)
}

// Unwrap returns the error of the caller's context, if that ended the call.
func (e *Error) Unwrap() error { return e.cause }

// Is reports whether the error is [ErrNotFound], [ErrCredentials] or the like. It goes by
// the code, which comes with HTTP 200 as well as with others, and by the status only
// where that says enough: a wrong host answers 404, too, and throttling comes as 400.
func (e *Error) Is(target error) bool {
	switch target {
	case ErrNotFound:
		return e.Code == "InvalidAppId.NotFound" || e.Code == "InvalidApplication.NotFound"
	case ErrNoNamespace:
		return envelope.HasPrefix(e.Code, "InvalidNamespaceId")
	case ErrNoHost:
		return e.noHost
	case ErrForbidden:
		return e.Missing != ""
	case ErrThrottled:
		return strings.Contains(e.Code, "Throttling") || e.HTTPStatus == http.StatusTooManyRequests
	case ErrCredentials:
		return envelope.HasPrefix(e.Code, "InvalidAccessKeyId", "SignatureDoesNotMatch", "IncompleteSignature", "InvalidSecurityToken", "MissingSecurityToken")
	}
	return false
}

// Temporary reports whether the same call may succeed when it is repeated: throttled, an
// error of the server's own, no answer or half of one, or a nonce that a proxy sent
// twice. Every call is a GET, so repeating it is always safe.
func Temporary(err error) bool {
	var e *Error
	if !errors.As(err, &e) || e.cause != nil {
		return false
	}
	return e.broken || e.HTTPStatus >= 500 || e.Is(ErrThrottled) ||
		envelope.HasPrefix(e.Code, "SignatureNonceUsed", "ServiceUnavailable", "InternalError")
}

// Misconfigured reports whether something has to be fixed before any call can succeed:
// credentials, a permission, the name of the namespace or of the region, this computer's
// clock, or the network on the way to SAE.
func Misconfigured(err error) bool {
	var e *Error
	if !errors.As(err, &e) {
		return errors.Is(err, ErrCredentials)
	}
	unreachable := e.HTTPStatus == 0 && !e.broken && e.cause == nil
	return unreachable || e.Is(ErrCredentials) || e.Is(ErrForbidden) || e.Is(ErrNoNamespace) ||
		envelope.HasPrefix(e.Code, "InvalidTimeStamp", "IllegalTimestamp", "InvalidServerlessRegion")
}

// maxMessage is how many characters of a message are kept.
const maxMessage = 300
