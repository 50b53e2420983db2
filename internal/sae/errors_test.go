package sae

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"saejob/internal/sae/envelope"
	"saejob/internal/trial"
)

func TestClockSkew(t *testing.T) {
	for _, v := range []struct {
		off  time.Duration
		want string
	}{
		{2 * time.Hour, "behind the server's"},
		{-20 * time.Minute, "ahead of the server's"},
	} {
		c := client(t, func(w http.ResponseWriter, r *http.Request) {
			date := time.Now().Add(v.off).UTC().Format(http.TimeFormat)
			answers(400, `{"Code":"InvalidTimeStamp.Expired","Message":"Specified time stamp or date value is expired."}`, "Date", date)(w, r)
		})
		_, err := c.Describe(trial.Soon(t), appID)
		var e *Error
		if !errors.As(err, &e) || (e.Skew-v.off).Abs() > time.Minute || !strings.Contains(err.Error(), v.want) {
			t.Errorf("got %v", err)
		}
	}
	e := &Error{Action: "ListJobs", HTTPStatus: 400, Code: "InvalidTimeStamp.Expired", Skew: 125 * time.Second, IDs: envelope.IDs{Request: "R"}}
	if want := "ListJobs: HTTP 400 InvalidTimeStamp.Expired (this computer's clock is 2m5s behind the server's; request R)"; e.Error() != want {
		t.Errorf("got %s, want %s", e, want)
	}
}

// What the user has to mend is told from what may be good the next time.
func TestMisconfigured(t *testing.T) {
	for _, v := range []struct {
		err  error
		want bool
	}{
		{nil, false},
		{errors.New("x"), false},
		{fmt.Errorf("ListJobs: %w", ErrCredentials), true},
		{&Error{HTTPStatus: 404, Code: "InvalidAccessKeyId.NotFound"}, true},
		{&Error{HTTPStatus: 403, Code: "Forbidden.RAM", Missing: "sae:ListJobs"}, true},
		{&Error{HTTPStatus: 404, Code: "InvalidNamespaceId.NotFound"}, true},
		{&Error{HTTPStatus: 200, Code: "InvalidNamespaceId.NotFound"}, true},
		{&Error{HTTPStatus: 400, Code: "InvalidTimeStamp.Expired"}, true},
		{&Error{HTTPStatus: 400, Code: "MissingSecurityToken"}, true},
		{&Error{HTTPStatus: 400, Code: "InvalidServerlessRegion.Unsupported"}, true},
		{fmt.Errorf("list: %w", &Error{Message: "no such host"}), true},
		{&Error{Message: "connection refused", broken: true}, false},
		{&Error{Message: "context canceled", cause: context.Canceled}, false},
		{&Error{HTTPStatus: 502}, false},
		{&Error{HTTPStatus: 400, Code: "Throttling.User"}, false},
		{&Error{HTTPStatus: 200, Message: "the answer is not JSON"}, false},
		{&Error{HTTPStatus: 403, Message: "the answer is not JSON"}, false},
		{&Error{HTTPStatus: 200, Code: "InvalidParameter.WithMessage"}, false},
		{&Error{HTTPStatus: 404, Code: "InvalidAppId.NotFound"}, false},
	} {
		if Misconfigured(v.err) != v.want {
			t.Errorf("%v: got %t", v.err, !v.want)
		}
	}
}

func TestTemporaryOfOthers(t *testing.T) {
	wrapped := fmt.Errorf("describe template nightly: %w", &Error{HTTPStatus: 503})
	for err, want := range map[error]bool{nil: false, context.Canceled: false, errors.New("x"): false, wrapped: true} {
		if Temporary(err) != want {
			t.Errorf("%v: got %t", err, !want)
		}
	}
}

// What the server says takes one line, and not a long one.
func TestMessages(t *testing.T) {
	for in, want := range map[string]string{
		"plain":                           "plain",
		" a\r\n\tb\x00 \u202ec":           "a b c",
		strings.Repeat("界", maxMessage):   strings.Repeat("界", maxMessage),
		strings.Repeat("界", maxMessage+1): strings.Repeat("界", maxMessage-1) + "…",
	} {
		message, err := json.Marshal(in)
		if err != nil {
			t.Fatal(err)
		}
		_, err = client(t, answers(400, `{"Code":"Invalid","Message":`+string(message)+`}`)).Describe(trial.Soon(t), appID)
		var e *Error
		if !errors.As(err, &e) || e.Message != want {
			t.Errorf("%q: got %v, want %q", in, err, want)
		}
	}
}
