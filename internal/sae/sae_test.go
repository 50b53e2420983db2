package sae

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// Canaries: what no error may hold.
const (
	keyID     = "LTAI5tCanaryKeyId"
	keySecret = "CanarySecretCanarySecret"
	keyToken  = "CAIS/Canary+Token=="
	dataByte  = "CanaryInData"
	appID     = "7171a6ca-d1cd-4928-8642-7d5cfe690000"
	template  = `{"AppId":"` + appID + `","Envs":"` + dataByte + `"}`
)

// success is a whole answer of DescribeJob.
func success(data string) string {
	return `{"RequestId":"R-1","Data":` + data + `,"Code":"200","Success":true}`
}

// client returns one that calls the handler, with temporary credentials.
func client(t *testing.T, h http.HandlerFunc) *Client {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return clientOf(t, Options{Endpoint: s.URL})
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

// answers returns a handler that gives always the same.
func answers(status int, body string, header ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("X-Acs-Request-Id", "H-1")
		for i := 0; i < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		w.WriteHeader(status)
		_, _ = w.Write([]byte(body))
	}
}

// raw returns a handler that writes text on the connection and closes it.
func raw(text string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		conn, _, err := http.NewResponseController(w).Hijack()
		if err != nil {
			panic(err)
		}
		_, _ = conn.Write([]byte(text))
		_ = conn.Close()
	}
}

// leaks fails the test when one of the canaries shows in a value, however it
// is printed.
func leaks(t *testing.T, values ...any) {
	t.Helper()
	for _, v := range values {
		text := fmt.Sprintf("%v\n%+v\n%#v", v, v, v)
		// With a wrong verb fmt follows pointers, in a client to what its
		// goroutines write.
		if _, ok := v.(*Client); !ok {
			text += fmt.Sprintf("%s\n%q\n%x\n%d", v, v, v, v)
		}
		if j, err := json.Marshal(v); err == nil {
			text += string(j)
		}
		for _, canary := range []string{keyID, keySecret, keyToken, "CAIS%2FCanary", dataByte} {
			hex := fmt.Sprintf("%x", canary)
			if strings.Contains(text, canary) || strings.Contains(text, hex) {
				t.Errorf("%T shows %s: %s", v, canary, text)
			}
		}
	}
}
