package trial

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// An access key and its token, made to be found wherever they show.
const (
	KeyID     = "LTAI5tCanaryKeyId"
	KeySecret = "CanarySecretCanarySecret"
	KeyToken  = "CAIS/Canary+Token=="
)

// MustHide fails a test when the access key, its token or another of the canaries shows
// in a value, however that is printed.
func MustHide(t *testing.T, value any, canaries ...string) {
	t.Helper()
	text := fmt.Sprintf("%v\n%+v\n%#v\n%s\n%q\n%x\n%d", value, value, value, value, value, value, value)
	if j, err := json.Marshal(value); err == nil {
		text += string(j)
	}
	for _, canary := range append(canaries, KeyID, KeySecret, KeyToken) {
		for _, form := range []string{canary, url.QueryEscape(canary), fmt.Sprintf("%x", canary)} {
			if strings.Contains(text, form) {
				t.Errorf("%T shows %s: %s", value, canary, text)
			}
		}
	}
}

// Answers returns a handler that gives always the same answer; header is names and
// values in turn.
func Answers(status int, body string, header ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("X-Acs-Request-Id", "H-1")
		for i := 0; i < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		w.WriteHeader(status)
		_, _ = w.Write([]byte(body))
	}
}

// Raw returns a handler that writes text on the connection and closes it.
func Raw(text string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		conn, _, err := http.NewResponseController(w).Hijack()
		if err != nil {
			panic(err)
		}
		_, _ = conn.Write([]byte(text))
		_ = conn.Close()
	}
}
