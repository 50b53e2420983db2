package sae

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// What callers ask an error for, with [errors.Is].
var (
	// ErrNotFound: there is no template of that AppId.
	ErrNotFound = errors.New("template not found")
	// ErrNoNamespace: there is no namespace of that id.
	ErrNoNamespace = errors.New("namespace not found")
	// ErrNoHost: no host has the name that the region or the endpoint leads to.
	ErrNoHost = errors.New("host not found")
	// ErrForbidden: the access key is good, but lacks the permission.
	ErrForbidden = errors.New("permission missing")
	// ErrThrottled: too many calls in the last minute, by whomever of the
	// account's user; the same call is good later.
	ErrThrottled = errors.New("throttled")
)

// Error says why a call came to nothing. All text in it that came from the
// server is bounded, holds nothing invisible and no part of the credentials;
// of an answer that was not understood it holds the kind and length alone.
type Error struct {
	// Action is the API's name of the call, such as DescribeJob.
	Action string
	// HTTPStatus is 0 when there was no answer.
	HTTPStatus int
	// Code is the API's, such as InvalidAppId.NotFound; often empty.
	Code string
	// Message is the API's, else ours.
	Message string
	// RequestID is what the provider's support asks for.
	RequestID string
	// Missing is the RAM action that the access key lacks, such as
	// sae:DescribeJob, when it is that.
	Missing string
	// Skew is how far the server's clock is ahead of this one (behind when
	// negative), when the date of the request was refused.
	Skew time.Duration

	// broken says that the answer did not come, or not whole; noHost that nobody
	// could be asked for it.
	broken, noHost bool
	// wait is how long the server asked to wait; 0 when it did not.
	wait time.Duration
	// cause is the context's error when the caller gave up, else nil: errors
	// of net/http quote what the server sent.
	cause error
}

// Error returns one line, such as
// "DescribeJob: HTTP 403 Forbidden.RAM: User not authorized (needs sae:DescribeJob; request 01CF26C7)".
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
	if e.RequestID != "" {
		notes = append(notes, "request "+e.RequestID)
	}
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

// Is tells what [ErrNotFound] and the like and [ErrCredentials] ask. It goes by the code, which comes with HTTP 200 as well
// as with others, and by the status only where that says enough: 404 is what a
// wrong host answers, too, and throttling comes as 400.
func (e *Error) Is(target error) bool {
	switch target {
	case ErrNotFound:
		return e.Code == "InvalidAppId.NotFound" || e.Code == "InvalidApplication.NotFound"
	case ErrNoNamespace:
		return startsWith(e.Code, "InvalidNamespaceId")
	case ErrNoHost:
		return e.noHost
	case ErrForbidden:
		return e.Missing != ""
	case ErrThrottled:
		return strings.Contains(e.Code, "Throttling") || e.HTTPStatus == http.StatusTooManyRequests
	case ErrCredentials:
		return startsWith(e.Code, "InvalidAccessKeyId", "SignatureDoesNotMatch", "IncompleteSignature", "InvalidSecurityToken", "MissingSecurityToken")
	}
	return false
}

// Temporary reports whether the same call may succeed when it is made again:
// throttled, an error of the server's own, no answer or half of one, or a
// nonce that a proxy sent twice. Every call is a GET, so making it again is
// always safe.
func Temporary(err error) bool {
	var e *Error
	if !errors.As(err, &e) || e.cause != nil {
		return false
	}
	return e.broken || e.HTTPStatus >= 500 || e.Is(ErrThrottled) ||
		startsWith(e.Code, "SignatureNonceUsed", "ServiceUnavailable", "InternalError")
}

// Misconfigured reports whether something has to be mended before any call can
// succeed: credentials, a permission, the name of the namespace or of the region,
// this computer's clock, or what stands on the way to SAE.
func Misconfigured(err error) bool {
	var e *Error
	if !errors.As(err, &e) {
		return errors.Is(err, ErrCredentials)
	}
	unreachable := e.HTTPStatus == 0 && !e.broken && e.cause == nil
	return unreachable || e.Is(ErrCredentials) || e.Is(ErrForbidden) || e.Is(ErrNoNamespace) ||
		startsWith(e.Code, "InvalidTimeStamp", "IllegalTimestamp", "InvalidServerlessRegion")
}

// forbids reports whether a code says that a permission is missing.
// The second last is spelled as the API spells it.
func forbids(code string) bool {
	return startsWith(code, "Forbidden", "NoPermission", "AccessDenied", "Resouce.no.permission", "Resource.no.permission")
}

func startsWith(code string, prefixes ...string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(code, p) {
			return true
		}
	}
	return false
}

// maxMessage is how many bytes of a message are kept.
const maxMessage = 300

// clean returns text on one line, without anything invisible, and bounded:
// it may be meant for a terminal, and hold what acts there.
func clean(text string) string {
	fields := strings.FieldsFunc(text, func(r rune) bool {
		return r == ' ' || r == utf8.RuneError || !unicode.IsPrint(r)
	})
	text = strings.Join(fields, " ")
	if len(text) <= maxMessage {
		return text
	}
	cut := maxMessage
	for !utf8.RuneStart(text[cut]) {
		cut--
	}
	return text[:cut] + "…"
}
