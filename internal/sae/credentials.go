package sae

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/url"
	"os"
	"slices"
	"strings"
)

// ErrCredentials says that there are no credentials, or that SAE does not
// accept the ones there are.
var ErrCredentials = errors.New("no usable credentials")

// Source gives the credentials for one attempt. It is asked again for each, so
// that temporary ones can be renewed, and may be asked by several goroutines
// at once. No error of it holds a byte of a key or token.
type Source func(context.Context) (Credentials, error)

// Environment is the [Source] of the standard variables
// ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET and, for
// temporary credentials, ALIBABA_CLOUD_SECURITY_TOKEN.
// Its errors are [ErrCredentials] and name the variable to set.
func Environment(context.Context) (Credentials, error) {
	k, err := keysOfEnvironment()
	if err == nil {
		return NewCredentials(k.id, k.secret, k.token), nil
	}
	if _, ok := err.(absent); ok {
		err = fmt.Errorf("set %s and %s (and %s for temporary ones)", keyIDVar, keySecretVar, tokenVar)
	}
	return Credentials{}, fmt.Errorf("%w: %w", ErrCredentials, err)
}

const (
	keyIDVar     = "ALIBABA_CLOUD_ACCESS_KEY_ID"
	keySecretVar = "ALIBABA_CLOUD_ACCESS_KEY_SECRET"
	tokenVar     = "ALIBABA_CLOUD_SECURITY_TOKEN"
)

func keysOfEnvironment() (keys, error) {
	k := keys{id: os.Getenv(keyIDVar), secret: os.Getenv(keySecretVar), token: os.Getenv(tokenVar)}
	if what := k.unusable(keyIDVar, keySecretVar, tokenVar); what != "" {
		return keys{}, errors.New(what)
	}
	switch {
	case k.id == "" && k.secret == "":
		return keys{}, absent(keyIDVar + " and " + keySecretVar + " are not set")
	case k.id == "":
		return keys{}, fmt.Errorf("%s is set, %s is not", keySecretVar, keyIDVar)
	case k.secret == "":
		return keys{}, fmt.Errorf("%s is set, %s is not", keyIDVar, keySecretVar)
	}
	return k, nil
}

// Credentials are an access key and, when it is a temporary one, its token.
// Nothing prints them: their own methods print a placeholder, and what they
// hold is a function's, where fmt cannot look: in an unexported field it would
// not ask the methods, and with a wrong verb it follows pointers.
type Credentials struct{ keys func() keys }

type keys struct{ id, secret, token string }

// unusable says which of the three, by the names they have where they come
// from, no key can be. Pasted with its line break, a key is refused by net/http
// or by the gateway, in words that do not help.
func (k keys) unusable(id, secret, token string) string {
	bad := func(r rune) bool { return r <= ' ' || r >= 0x7f }
	for _, v := range []struct{ name, value string }{{id, k.id}, {secret, k.secret}, {token, k.token}} {
		if strings.ContainsFunc(v.value, bad) {
			return v.name + " holds a blank, a line break or another character that no key has"
		}
	}
	return ""
}

// NewCredentials returns the credentials of an access key; token is empty
// unless the key is a temporary one.
func NewCredentials(id, secret, token string) Credentials {
	return Credentials{func() keys { return keys{id: id, secret: secret, token: token} }}
}

// SameKey reports whether two credentials are of one access key.
func (c Credentials) SameKey(other Credentials) bool { return c.reveal().id == other.reveal().id }

const placeholder = "<redacted>"

// String returns a placeholder.
func (c Credentials) String() string { return placeholder }

// Format prints a placeholder, whatever the verb.
func (c Credentials) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, placeholder) }

// LogValue returns a placeholder.
func (c Credentials) LogValue() slog.Value { return slog.StringValue(placeholder) }

// MarshalJSON returns a placeholder.
func (c Credentials) MarshalJSON() ([]byte, error) { return json.Marshal(placeholder) }

// reveal returns what the credentials hold, to sign and to mask.
func (c Credentials) reveal() keys {
	if c.keys == nil {
		return keys{}
	}
	return c.keys()
}

// mask puts the placeholder where text repeats a key or token, as it is or as
// a query would carry it: some answers quote the request they refuse.
func (c Credentials) mask(text string) string {
	k := c.reveal()
	var secrets []string
	for _, s := range []string{k.id, k.secret, k.token} {
		if s != "" {
			secrets = append(secrets, s, url.QueryEscape(s))
		}
	}
	// The longest first: one may begin with another, and its rest would stay.
	slices.SortFunc(secrets, func(a, b string) int { return len(b) - len(a) })
	var pairs []string
	for _, s := range secrets {
		pairs = append(pairs, s, placeholder)
	}
	return strings.NewReplacer(pairs...).Replace(text)
}
