package secret

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"strings"

	"saejob/internal/job"
)

// KeyVariable is the environment variable that holds the user's key.
const KeyVariable = "SAEJOB_REDACT_KEY"

// keyBytes is the least length of a key.
const keyBytes = 32

// Key makes digests of secrets: the same secret has the same digest under the
// same key, and without the key a digest cannot be guessed from a secret. A Key
// comes from [ParseKey] or [RandomKey] and never shows itself, however it is
// printed; the zero Key is of no use.
type Key struct {
	// sum is a function and no slice: what prints a Key by reflection, as a
	// member of some other value, finds no byte of it.
	sum func(value string) []byte
	id  string
	// own is the run's own key: its digests are not printed.
	own bool
	// names are the user's own.
	names userNames
}

// WithNames returns the key with names of the user: values of the names in add are
// secrets, and values of those in allow are not, whatever the names say otherwise.
// A * stands for any part of a name; case does not matter. What is unmistakable
// stays a secret, and so does a field that the schema calls one.
func (k Key) WithNames(allow, add []string) Key {
	k.names = userNames{lowered(allow), lowered(add)}
	return k
}

// ParseKey reads the value of [KeyVariable]: hex where it is all hex digits,
// else base64, standard or for URLs, padded or not. It refuses what is plainly not
// random, see [whyGuessed]; that what is left is random, nobody can tell from a key.
// Errors hold nothing of it.
func ParseKey(text string) (Key, error) {
	text = strings.TrimSpace(text)
	secret, err := decodeKey(text)
	if err != nil {
		return Key{}, fmt.Errorf("%s %w: make one with openssl rand -hex %d", KeyVariable, err, keyBytes)
	}
	if len(secret) < keyBytes {
		return Key{}, fmt.Errorf("%s has %d bytes; it needs %d or more: make one with openssl rand -hex %d",
			KeyVariable, len(secret), keyBytes, keyBytes)
	}
	if why := whyGuessed(secret); why != "" {
		return Key{}, fmt.Errorf("%s can be guessed: %s; make one with openssl rand -hex %d", KeyVariable, why, keyBytes)
	}
	return newKey(secret, false), nil
}

func decodeKey(text string) ([]byte, error) {
	if strings.Trim(text, "0123456789abcdefABCDEF") == "" {
		secret, err := hex.DecodeString(text)
		if err != nil {
			return nil, errors.New("has an odd number of hex digits")
		}
		return secret, nil
	}
	encoding := base64.RawStdEncoding
	if strings.ContainsAny(text, "-_") {
		encoding = base64.RawURLEncoding
	}
	secret, err := encoding.DecodeString(strings.TrimRight(text, "="))
	if err != nil {
		return nil, errors.New("is neither hex nor base64")
	}
	return secret, nil
}

// NewKeyText returns a new random key as [ParseKey] reads it.
func NewKeyText() string {
	secret := make([]byte, keyBytes)
	rand.Read(secret)
	return hex.EncodeToString(secret)
}

// RandomKey makes a key of the run's own. What it digests can be compared within
// the run; its placeholders have no digest.
func RandomKey() Key {
	secret := make([]byte, keyBytes)
	rand.Read(secret)
	return newKey(secret, true)
}

func newKey(secret []byte, own bool) Key {
	k := Key{own: own, sum: func(value string) []byte {
		mac := hmac.New(sha256.New, secret)
		mac.Write([]byte(value))
		return mac.Sum(nil)
	}}
	k.id = hex.EncodeToString(k.sum("saejob key id"))[:4]
	return k
}

// IsOwn reports whether the key is the run's own: its digests are not printed.
func (k Key) IsOwn() bool { return k.own }

// digest returns KEYID:HEX for a secret.
func (k Key) digest(value string) string {
	return k.id + ":" + hex.EncodeToString(k.sum(value))[:16]
}

// placeholder returns what stands for a secret that has a digest.
func (k Key) placeholder(digest string) string {
	if k.own {
		return job.Redacted
	}
	return job.Placeholder(digest)
}

// hidden is how a Key prints itself.
const hidden = "<key>"

// String hides the key.
func (k Key) String() string { return hidden }

// Format hides the key from every verb of package fmt.
func (k Key) Format(s fmt.State, _ rune) { s.Write([]byte(hidden)) }

// LogValue hides the key from package slog.
func (k Key) LogValue() slog.Value { return slog.StringValue(hidden) }

// MarshalText hides the key from encoders.
func (k Key) MarshalText() ([]byte, error) { return []byte(hidden), nil }

// MarshalJSON hides the key from package encoding/json.
func (k Key) MarshalJSON() ([]byte, error) { return []byte(`"` + hidden + `"`), nil }
