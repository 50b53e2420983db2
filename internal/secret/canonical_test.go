package secret_test

import (
	"testing"

	"saejob/internal/job"
	"saejob/internal/secret"
)

// TestDigestOfStructure: the digest of a structure that is secret does not depend on the
// order of its members, and depends on everything else.
func TestDigestOfStructure(t *testing.T) {
	k := secret.RandomKey()
	shown := func(value string) string {
		tmpl, problems := job.Parse([]byte("AppName: a\nDbPassword: " + value + "\n"))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		secret.Redact(tmpl, k)
		n := tmpl.Root.Member("DbPassword").Value
		if n.Kind != job.String || n.Text == job.Redacted && len(n.Secrets) == 0 {
			t.Fatalf("%s is redacted as %+v", value, n)
		}
		if len(n.Secrets) > 0 {
			return n.Text + n.Secrets[0].Digest
		}
		return n.Text
	}
	const one = `{a: x, b: {c: "1", d: ["2", "3"]}}`
	if shown(one) != shown(`{b: {d: ["2", "3"], c: "1"}, a: x}`) {
		t.Error("another order of members has another digest")
	}
	for _, other := range []string{`{a: x, b: {c: "1", d: ["3", "2"]}}`, `{a: x, b: {c: 1, d: ["2", "3"]}}`, `{a: x, b: {c: "1"}, d: ["2", "3"]}`, `{a: x}`, `["a", "x"]`} {
		if shown(one) == shown(other) {
			t.Errorf("%s has the digest of %s", other, one)
		}
	}
}
