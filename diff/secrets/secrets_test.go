package secrets

import (
	"testing"

	"saejob/internal/job"
	"saejob/internal/plan"
)

func marked(text, digest string) *job.Node {
	return &job.Node{Kind: job.String, Text: text, Secrets: []job.Secret{{Start: 0, End: len(text), Placeholder: job.Redacted, Digest: digest}}}
}

func TestCompare(t *testing.T) {
	const one, other = "12ab:0123456789abcdef", "12ab:fedcba9876543210"
	redacted := &job.Node{Kind: job.String, Text: job.Redacted}
	keyed := &job.Node{Kind: job.String, Text: job.Placeholder(one)}
	for _, c := range []struct {
		name     string
		from, to *job.Node
		want     Counts
		equal    Counts
	}{
		{"marked twice", marked("a", one), marked("a", one), Counts{Same: 1}, Counts{Same: 1}},
		{"marked and redacted", marked("a", one), keyed, Counts{Same: 1}, Counts{Same: 1}},
		{"another", marked("a", one), marked("b", other), Counts{Changed: 1}, Counts{Unknown: 1}},
		{"of another key", marked("a", one), marked("a", "34cd:0123456789abcdef"), Counts{Unknown: 1}, Counts{Unknown: 1}},
		{"without a digest", marked("a", one), redacted, Counts{Unknown: 1}, Counts{Unknown: 1}},
		{"on one side alone", marked("a", one), nil, Counts{Changed: 1}, Counts{Unknown: 1}},
		{"none", &job.Node{Kind: job.String, Text: "a"}, nil, Counts{}, Counts{}},
	} {
		from, to := Of(c.from, nil), Of(c.to, nil)
		if got := Compare(from, to); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
		if got := CompareEqual(from, to); got != c.equal {
			t.Errorf("%s: of equal values %+v, want %+v", c.name, got, c.equal)
		}
	}
}

// TestPlain: in a value that is never secret, a placeholder is a text as any other.
func TestPlain(t *testing.T) {
	n := &job.Node{Kind: job.String, Text: job.Redacted}
	if found := Of(n, &plan.Field{Secret: plan.SecretNever}); len(found) > 0 {
		t.Errorf("found %v", found)
	}
	if !In(n) {
		t.Error("a placeholder is no secret")
	}
}

func TestSpelled(t *testing.T) {
	const digest = "12ab:0123456789abcdef"
	n := &job.Node{Kind: job.Object, Entries: []*job.Entry{{Key: "k", Value: marked("hidden", digest)}}}
	if got, want := string(Bare(n).JSON()), `{"k":"<redacted>"}`; got != want {
		t.Errorf("bare: %s, want %s", got, want)
	}
	if got, want := string(Digested(n).JSON()), `{"k":"<redacted `+digest+`>"}`; got != want {
		t.Errorf("digested: %s, want %s", got, want)
	}
}

// TestBetween: a text that looks like a placeholder stands for a secret where the other side
// has one, or the place is one of a secret; else it is a text.
func TestBetween(t *testing.T) {
	plain := &job.Node{Kind: job.String, Text: "see the wiki"}
	looks := &job.Node{Kind: job.String, Text: "x " + job.Redacted}
	stands := &job.Node{Kind: job.String, Text: job.Redacted, SecretPlace: true}
	secret := marked("s3cret", "12ab:0123456789abcdef")
	for _, c := range []struct {
		name   string
		a, b   *job.Node
		na, nb int
	}{
		{"a text and what looks like a placeholder", plain, looks, 0, 0},
		{"a text and a placeholder", plain, stands, 0, 1},
		{"a secret and what looks like a placeholder", secret, looks, 1, 1},
		{"what looks like placeholders", looks, looks, 1, 1},
		{"nothing and what looks like a placeholder", nil, looks, 0, 1},
	} {
		if a, b := Between(c.a, c.b, nil); len(a) != c.na || len(b) != c.nb {
			t.Errorf("%s: %d and %d secrets, want %d and %d", c.name, len(a), len(b), c.na, c.nb)
		}
		if b, a := Between(c.b, c.a, nil); len(a) != c.na || len(b) != c.nb {
			t.Errorf("%s, the other way round: %d and %d secrets, want %d and %d", c.name, len(a), len(b), c.na, c.nb)
		}
	}
}
