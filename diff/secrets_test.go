package diff

import (
	"strings"
	"testing"

	"saejob/diff/secrets"
	"saejob/internal/secret"
	"saejob/internal/trial"
)

func TestSecretsAreCounted(t *testing.T) {
	key, err := secret.ParseKey(trial.RedactKey)
	if err != nil {
		t.Fatal(err)
	}
	other, err := secret.ParseKey(trial.OtherRedactKey)
	if err != nil {
		t.Fatal(err)
	}
	keyed := exported(t, "s3cret", key)
	foreign := exported(t, "s3cret", other)
	for _, c := range []struct {
		from, to any
		want     secrets.Counts
		changed  int
	}{
		{"s3cret", "s3cret", secrets.Counts{Same: 1}, 0},
		{"s3cret", "other", secrets.Counts{Changed: 1}, 1},
		{"s3cret", "<redacted>", secrets.Counts{Unknown: 1}, 0},
		{"<redacted>", "<redacted>", secrets.Counts{Unknown: 1}, 0},
		{keyed, "s3cret", secrets.Counts{Same: 1}, 0},
		{keyed, "other", secrets.Counts{Changed: 1}, 1},
		{keyed, keyed, secrets.Counts{Same: 1}, 0},
		{keyed, "<redacted>", secrets.Counts{Unknown: 1}, 0},
		{keyed, foreign, secrets.Counts{Unknown: 1}, 0},
		{keyed, exported(t, "other", key), secrets.Counts{Changed: 1}, 1},
		{foreign, exported(t, "other", other), secrets.Counts{Changed: 1}, 1},
		{"s3cret", nil, secrets.Counts{Changed: 1}, 1},
		{nil, "<redacted>", secrets.Counts{Changed: 1}, 1},
		{nil, nil, secrets.Counts{}, 0},
		{12345, "<redacted>", secrets.Counts{Unknown: 1}, 0},
	} {
		from := document{"AppName": "a", "OssAkSecret": c.from}
		to := document{"AppName": "a", "OssAkSecret": c.to}
		r := Compare(snapshot(t, "a", from), snapshot(t, "b", to), Options{Key: key})
		if r.Summary.Secrets != c.want || len(r.Templates[0].Changes) != c.changed {
			t.Errorf("%v, %v: got %+v with %d changes, want %+v with %d", c.from, c.to,
				r.Summary.Secrets, len(r.Templates[0].Changes), c.want, c.changed)
		}
	}
}

// TestSecretsOfEqualValues: where two values may be equal, nothing of them is counted as
// changed, though one side has more secrets than the other.
func TestSecretsOfEqualValues(t *testing.T) {
	from := document{"AppName": "a", "DbPasswords": []any{"s3cret-one", "s3cret-two"}}
	to := document{"AppName": "a", "DbPasswords": "<redacted>"}
	for _, sides := range [][2]document{{from, to}, {to, from}} {
		r := Compare(snapshot(t, "a", sides[0]), snapshot(t, "b", sides[1]), options())
		if r.Summary.Secrets != (secrets.Counts{Unknown: 2}) || r.Summary.Unchanged != 1 {
			t.Errorf("%v: %+v", sides, r.Summary)
		}
	}
}

// exported returns the placeholder that an export under the key leaves.
func exported(t *testing.T, value string, key secret.Key) string {
	t.Helper()
	s := snapshot(t, "a", document{"AppName": "a", "OssAkSecret": value})
	doc, err := s.Refs[0].Open()
	if err != nil {
		t.Fatal(err)
	}
	secret.Redact(doc.Template, key)
	return doc.Template.Root.Member("OssAkSecret").Value.Text
}

// A secret in a place that is hidden is not counted: it is not compared.
func TestHiddenSecrets(t *testing.T) {
	from := document{"AppName": "a", "NamespaceId": "cn-beijing:test", "OssAkSecret": "one",
		"PublicWebHookUrls": []any{"http://1.example/webhook?token=s3cret-one"}}
	to := document{"AppName": "a", "NamespaceId": "cn-beijing:prod", "OssAkSecret": "one",
		"PublicWebHookUrls": []any{"http://1.example/webhook?token=s3cret-two"}}
	r := Compare(snapshot(t, "a", from), snapshot(t, "b", to), Options{Key: secret.RandomKey()})
	if r.Summary.Secrets != (secrets.Counts{Same: 1}) || r.Summary.Left.Hidden() != 2 || r.Summary.Unchanged != 1 {
		t.Errorf("got %+v", r.Summary)
	}
}

func TestSecretMeaning(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"https://example.com/a?token=s3cret-one", "https://example.com/a?token=s3cret-two", "the secret changed"},
		{"https://example.com/a?token=s3cret-one", "https://example.com/b?token=s3cret-two", "a secret in it changed"},
		{"https://example.com/a?token=s3cret-one", "https://example.com/b?token=s3cret-one", ""},
		{"https://example.com/a?token=s3cret-one", "https://example.com/b?token=<redacted>", ""},
	} {
		from, to := document{"PackageUrl": c.from}, document{"PackageUrl": c.to}
		r := Compare(snapshot(t, "a", from), snapshot(t, "b", to), options())
		change := r.Templates[0].Changes[0]
		if change.Meaning != c.want {
			t.Errorf("%s, %s: got %q, want %q", c.from, c.to, change.Meaning, c.want)
		}
		for _, n := range []string{shown(change.From), shown(change.To)} {
			if strings.Contains(n, "s3cret") {
				t.Errorf("%s is shown", n)
			}
		}
	}
}

// What changes the value of a secret changes no fingerprint.
func TestFingerprint(t *testing.T) {
	fingerprint := func(name string, from, to document) string {
		r := Compare(snapshot(t, "a", from), snapshot(t, name, to), options())
		return r.Templates[0].Changes[0].Fingerprint
	}
	base := fingerprint("b", document{"Cpu": 1}, document{"Cpu": 2})
	for name, other := range map[string]string{
		"another value":    fingerprint("b", document{"Cpu": 1}, document{"Cpu": 3}),
		"another path":     fingerprint("b", document{"Memory": 1}, document{"Memory": 2}),
		"another file":     fingerprint("c", document{"Cpu": 1}, document{"Cpu": 2}),
		"another template": fingerprint("b", document{"Cpu": 1, "AppId": "x"}, document{"Cpu": 2, "AppId": "x"}),
	} {
		if other == base {
			t.Errorf("%s: the fingerprint is the same", name)
		}
	}
	if again := fingerprint("b", document{"Cpu": 1}, document{"Cpu": 2}); again != base || len(base) != 16 {
		t.Errorf("got %s, then %s", base, again)
	}
	a := fingerprint("c", document{"AppId": "x", "Cpu": 1}, document{"AppId": "x", "Cpu": 2})
	if b := fingerprint("d", document{"AppId": "x", "Cpu": 1}, document{"AppId": "x", "Cpu": 2}); a != b {
		t.Error("the file counts, though there is an AppId")
	}
	key, err := secret.ParseKey(trial.RedactKey)
	if err != nil {
		t.Fatal(err)
	}
	keyed := func(from, to document) string {
		r := Compare(snapshot(t, "a", from), snapshot(t, "b", to), Options{Key: key})
		return r.Templates[0].Changes[0].Fingerprint
	}
	with := func(secret string) document { return document{"AppName": "a", "OssAkSecret": secret} }
	without := document{"AppName": "a"}
	if keyed(without, with("one")) != keyed(without, with("two")) || keyed(with("one"), without) != keyed(with("two"), without) {
		t.Error("a secret that comes or goes is in the fingerprint")
	}
	a = fingerprint("b", document{"OssAkSecret": "one"}, document{"OssAkSecret": "two"})
	if b := fingerprint("b", document{"OssAkSecret": "one"}, document{"OssAkSecret": "three"}); a != b {
		t.Error("a secret is in the fingerprint")
	}
}
