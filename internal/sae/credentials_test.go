package sae

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"testing"

	"saejob/internal/trial"
)

func TestCallWithoutCredentials(t *testing.T) {
	c := clientOf(t, Options{Endpoint: "http://127.0.0.1:1", Credentials: func(context.Context) (Credentials, error) {
		return Credentials{}, fmt.Errorf("%w: none", ErrCredentials)
	}})
	_, err := c.List(trial.Soon(t), ListQuery{})
	if !errors.Is(err, ErrCredentials) || Temporary(err) || err.Error() != "ListJobs: no usable credentials: none" {
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
