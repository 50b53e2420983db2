package sae

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"sync/atomic"
	"testing"
	"time"

	"saejob/internal/trial"
)

// Canaries: what no error may hold.
const (
	keyID     = trial.KeyID
	keySecret = trial.KeySecret
	keyToken  = trial.KeyToken
	dataByte  = "CanaryInData"
	appID     = "7171a6ca-d1cd-4928-8642-7d5cfe690000"
	template  = `{"AppId":"` + appID + `","Envs":"` + dataByte + `"}`
)

var answers, raw = trial.Answers, trial.Raw

func TestMain(m *testing.M) { os.Exit(trial.Alone{M: m}.Run()) }

// success is a whole answer of DescribeJob.
func success(data string) string {
	return `{"RequestId":"R-1","Data":` + data + `,"Code":"200","Success":true}`
}

// client returns one that calls the handler, with temporary credentials.
func client(t *testing.T, h http.HandlerFunc) *Client {
	t.Helper()
	s := httptest.NewServer(limited(t, h))
	t.Cleanup(s.Close)
	return clientOf(t, Options{Endpoint: s.URL})
}

// mostCalls is more than any test makes.
const mostCalls = 2000

// limited returns a handler that fails the test and ends a client's calls, when they
// would go on for ever.
func limited(t *testing.T, h http.HandlerFunc) http.HandlerFunc {
	var calls atomic.Int32
	return func(w http.ResponseWriter, r *http.Request) {
		if calls.Add(1) > mostCalls {
			t.Errorf("more than %d calls", mostCalls)
			answers(http.StatusForbidden, "{}")(w, r)
			return
		}
		h(w, r)
	}
}

// fast is a pace that nobody notices: its minute is over at once.
func fast() *Pace { return NewPace(1<<30, 61*time.Microsecond) }

// attempt returns what the last attempt of a call came to.
func attempt(err error) error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	return err
}

func clientOf(t *testing.T, o Options) *Client {
	t.Helper()
	if o.Credentials == nil {
		o.Credentials = func(context.Context) (Credentials, error) {
			return NewCredentials(keyID, keySecret, keyToken), nil
		}
	}
	if o.Pace == nil {
		o.Pace = fast()
	}
	if o.Timeout == 0 {
		o.Timeout = time.Minute
	}
	c, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// leaks fails the test when one of the canaries shows in a value.
func leaks(t *testing.T, values ...any) {
	t.Helper()
	for _, v := range values {
		if c, ok := v.(*Client); ok {
			// With a wrong verb fmt follows pointers, in a client to what its goroutines
			// write.
			v = fmt.Sprintf("%v\n%+v\n%#v", c, c, c)
		}
		trial.MustHide(t, v, dataByte)
	}
}
