package sae

import (
	"bytes"
	"errors"
	"log/slog"
	"strings"
	"testing"
)

func TestEnvironment(t *testing.T) {
	for _, v := range []struct {
		name, id, secret, token, want string // want: what the error says; empty: none
	}{
		{"a key", keyID, keySecret, "", ""},
		{"a temporary key", keyID, keySecret, keyToken, ""},
		{"nothing", "", "", "", "set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET"},
		{"a token alone", "", "", keyToken, "set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET"},
		{"no secret", keyID, "", "", "ALIBABA_CLOUD_ACCESS_KEY_SECRET is not"},
		{"no id", "", keySecret, "", "ALIBABA_CLOUD_ACCESS_KEY_ID is not"},
		{"a line break", keyID, keySecret + "\n", "", "ALIBABA_CLOUD_ACCESS_KEY_SECRET holds"},
		{"not ASCII", keyID + "é", keySecret, "", "ALIBABA_CLOUD_ACCESS_KEY_ID holds"},
		{"a blank in the token", keyID, keySecret, keyToken + " x", "ALIBABA_CLOUD_SECURITY_TOKEN holds"},
	} {
		t.Run(v.name, func(t *testing.T) {
			t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", v.id)
			t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", v.secret)
			t.Setenv("ALIBABA_CLOUD_SECURITY_TOKEN", v.token)
			c, err := Environment(t.Context())
			leaks(t, c, err)
			switch {
			case v.want == "" && (err != nil || c.reveal() != keys{v.id, v.secret, v.token}):
				t.Errorf("got %v", err)
			case v.want != "" && (!errors.Is(err, ErrCredentials) || !strings.Contains(err.Error(), v.want)):
				t.Errorf("got %v, want %s", err, v.want)
			}
		})
	}
}

func TestCallWithoutCredentials(t *testing.T) {
	t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "")
	t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "")
	c, err := New(Options{Endpoint: "http://127.0.0.1:1"})
	if err != nil {
		t.Fatal(err)
	}
	_, err = c.List(t.Context(), ListQuery{})
	if !errors.Is(err, ErrCredentials) || Temporary(err) || !strings.HasPrefix(err.Error(), "ListJobs: no usable credentials: set ") {
		t.Errorf("got %v", err)
	}
}

func TestCredentialsAreNotPrinted(t *testing.T) {
	c := NewCredentials(keyID, keySecret, keyToken)
	type holder struct {
		Shown  Credentials
		hidden Credentials
		in     []*Credentials
		Any    any
	}
	h := holder{c, c, []*Credentials{&c}, c}
	leaks(t, c, &c, h, &h, []Credentials{c}, map[string]Credentials{"c": c}, Credentials{})
	var log bytes.Buffer
	for _, handler := range []slog.Handler{slog.NewTextHandler(&log, nil), slog.NewJSONHandler(&log, nil)} {
		slog.New(handler).Info("with", "credentials", c, "pointer", &c, "holder", h)
	}
	leaks(t, log.String())
	if got := c.String(); got != "<redacted>" {
		t.Errorf("got %s", got)
	}
}

func TestMaskTakesTheLongestFirst(t *testing.T) {
	c := NewCredentials("abc", "abcdef", "")
	if got := c.mask("abcdef abc"); got != "<redacted> <redacted>" {
		t.Errorf("got %s", got)
	}
	if got := (Credentials{}).mask("text"); got != "text" {
		t.Errorf("got %s", got)
	}
}
