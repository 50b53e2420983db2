package secret_test

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"saejob/internal/secret"
)

// bytes32 is a key that says what it is.
const bytes32 = "thirty-two bytes, and not secret"

func key(t testing.TB, text string) secret.Key {
	t.Helper()
	k, err := secret.ParseKey(text)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestParseKey(t *testing.T) {
	long := append(bytes.Repeat([]byte{0xfb, 0xff, 0x00}, 12), "of more bytes"...)
	for _, text := range []string{
		hex.EncodeToString([]byte(bytes32)),
		strings.ToUpper(hex.EncodeToString([]byte(bytes32))),
		hex.EncodeToString([]byte(bytes32)) + "\n",
		base64.StdEncoding.EncodeToString([]byte(bytes32)),
		base64.RawStdEncoding.EncodeToString([]byte(bytes32)),
		base64.StdEncoding.EncodeToString(long),
		base64.URLEncoding.EncodeToString(long),
		base64.RawURLEncoding.EncodeToString(long),
		strings.ReplaceAll(base64.RawURLEncoding.EncodeToString(long), "-", "_"), // either of its two characters tells it
		strings.ReplaceAll(base64.RawURLEncoding.EncodeToString(long), "_", "-"),
	} {
		if _, err := secret.ParseKey(text); err != nil {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestParseKeyRefuses(t *testing.T) {
	const hint = ": make one with openssl rand -hex 32"
	const guessed, make = "SAEJOB_REDACT_KEY can be guessed: ", "; make one with openssl rand -hex 32"
	for text, want := range map[string]string{
		"":                       "SAEJOB_REDACT_KEY has 0 bytes; it needs 32 or more" + hint,
		strings.Repeat("ab", 31): "SAEJOB_REDACT_KEY has 31 bytes; it needs 32 or more" + hint,
		// All hex digits is hex, though it is base64 of 48 bytes as well.
		strings.Repeat("a", 63):                                                  "SAEJOB_REDACT_KEY has an odd number of hex digits" + hint,
		"c2hvcnQgaW5kZWVk":                                                       "SAEJOB_REDACT_KEY has 12 bytes; it needs 32 or more" + hint,
		"kanari kanari kanari kanari!":                                           "SAEJOB_REDACT_KEY is neither hex nor base64" + hint,
		strings.Repeat("0", 64):                                                  guessed + "it repeats one part" + make,
		strings.Repeat("ab", 32):                                                 guessed + "it repeats one part" + make,
		strings.Repeat("deadbeef", 8):                                            guessed + "it repeats one part" + make,
		strings.Repeat("0123456789abcdef", 4):                                    guessed + "it repeats one part" + make,
		strings.Repeat("0123456789abcdef", 4) + "0123":                           guessed + "it repeats one part" + make,
		"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f":       guessed + "it counts" + make,
		"fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0efeeedecebeae9e8e7e6e5e4e3e2e1e0":       guessed + "it counts" + make,
		"00020406080a0c0e10121416181a1c1e20222426282a2c2e30323436383a3c3e":       guessed + "it counts" + make,
		"0000000001000000020000000300000004000000050000000600000000000707":       guessed + "it counts" + make,
		strings.Repeat("0", 62) + "01":                                           guessed + "it counts" + make,
		"0102040801080402040102080108020401040208040108020401080402010804":       guessed + "few of its bytes are different" + make,
		base64.StdEncoding.EncodeToString([]byte(strings.Repeat("password", 4))): guessed + "it repeats one part" + make,
	} {
		_, err := secret.ParseKey(text)
		if err == nil || err.Error() != want {
			t.Errorf("ParseKey(%q) = %v, want %s", text, err, want)
		}
	}
}

// TestRandomKeysPass: what openssl rand makes is never refused.
func TestRandomKeysPass(t *testing.T) {
	for range 20000 {
		if _, err := secret.ParseKey(secret.NewKeyText()); err != nil {
			t.Fatal(err)
		}
	}
}

func TestKeyHidesItself(t *testing.T) {
	text := hex.EncodeToString([]byte(bytes32))
	k := key(t, text)
	holder := struct {
		Key secret.Key
		own secret.Key
		at  *secret.Key
	}{k, k, &k}
	var out bytes.Buffer
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d", "%T"} {
		fmt.Fprintf(&out, verb+"\n", k)
		fmt.Fprintf(&out, verb+"\n", &k)
		fmt.Fprintf(&out, verb+"\n", holder)
		fmt.Fprintf(&out, verb+"\n", []any{k, map[string]any{"key": k}})
	}
	slog.New(slog.NewTextHandler(&out, nil)).Info("text", "key", k, "holder", holder)
	slog.New(slog.NewJSONHandler(&out, nil)).Info("json", "key", k, "holder", holder)
	if err := json.NewEncoder(&out).Encode(map[string]any{"key": k, "holder": holder}); err != nil {
		t.Fatal(err)
	}
	decimal := strings.Trim(fmt.Sprint([]byte(bytes32)[:4]), "[]")
	for _, leak := range []string{text[:8], strings.ToUpper(text[:8]), bytes32[:6], decimal, "0x74, 0x68"} {
		if strings.Contains(out.String(), leak) {
			t.Errorf("%q is in\n%s", leak, out.String())
		}
	}
}

// The formula of a placeholder is a promise: other tools may compute it.
func TestPlaceholder(t *testing.T) {
	mac := func(value string) string {
		m := hmac.New(sha256.New, []byte(bytes32))
		m.Write([]byte(value))
		return hex.EncodeToString(m.Sum(nil))
	}
	for members, value := range map[string]string{
		`"OssAkSecret":"kanari"`:               "kanari",
		`"Command":"x --password=kanari --y"`:  "kanari",
		`"Password":12.50`:                     "12.50",
		`"Password":{"b":[1,"x",null],"a":{}}`: `{"a":{},"b":[1,"x",null]}`,
	} {
		tree := template(t, answer(members))
		secret.Redact(tree, key(t, hex.EncodeToString([]byte(bytes32))))
		want := "<redacted " + mac("saejob key id")[:4] + ":" + mac(value)[:16] + ">"
		if got := pretty(tree); !strings.Contains(got, want) {
			t.Errorf("%s is not in %s", want, got)
		}
	}
}
