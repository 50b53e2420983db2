package sae

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/url"
	"slices"
	"strings"
)

// ErrCredentials: there are no credentials, or SAE does not accept the ones there are.
var ErrCredentials = errors.New("no usable credentials")

// Source returns the credentials for one attempt. It is asked again for each, so
// that temporary ones can be renewed, and may be asked by several goroutines
// at once. No error of it holds a byte of a key or token.
type Source func(context.Context) (Credentials, error)

// Credentials are an access key and, when it is a temporary one, its token.
// Nothing prints them: their own methods print a placeholder, and a function holds
// them, where fmt cannot look: it would not call the methods of an unexported field,
// and with a wrong verb it follows pointers.
type Credentials struct{ keys func() keys }

type keys struct{ id, secret, token string }

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

// mask replaces each key or token in text by the placeholder, also as a query would
// have it: some answers quote the request that they refuse.
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
