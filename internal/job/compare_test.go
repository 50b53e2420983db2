package job_test

import (
	"encoding/json"
	"strings"
	"testing"

	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/internal/secret"
	"saejob/internal/trial"
	"saejob/schema"
)

// TestOrderIsNoChange: the same values in another order and spacing, of members,
// sets and embedded JSON, are the same template and are printed alike.
func TestOrderIsNoChange(t *testing.T) {
	g := newGenerator(6)
	for i := range trial.Cases(50_000, 5_000) {
		data := g.answer()
		var members map[string]json.RawMessage
		if err := json.Unmarshal(data, &members); err != nil {
			t.Fatal(err)
		}
		shuffled := g.shuffle(members)
		a, err := job.FromAnswer(data)
		if err != nil {
			t.Fatal(err)
		}
		b, err := job.FromAnswer(shuffled)
		if err != nil {
			t.Fatal(err)
		}
		if job.Compare(a, b) != job.Same || string(job.Print(a)) != string(job.Print(b)) {
			t.Fatalf("case %d:\n%s\nis not\n%s", i, data, shuffled)
		}
	}
}

// shuffle writes members in another order, sets in another order, and JSON text
// with blanks.
func (g generator) shuffle(members map[string]json.RawMessage) []byte {
	var names []string
	for name := range members {
		names = append(names, name)
	}
	g.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	var parts []string
	for _, name := range names {
		value := members[name]
		if f := job.FieldOf(schema.Template.Fields, name); f != nil {
			value = g.reorder(f, value)
		}
		parts = append(parts, string(encode(name))+" : "+string(value))
	}
	return []byte("{" + strings.Join(parts, ", ") + "}\n")
}

func (g generator) reorder(f *plan.Field, value json.RawMessage) json.RawMessage {
	var list []json.RawMessage
	var text string
	switch {
	case f.Set && json.Unmarshal(value, &list) == nil && list != nil:
		g.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		return encode(list)
	case f.JSON && json.Unmarshal(value, &text) == nil && job.WhyText(f, text) == nil:
		return encode(" \n" + text + "\t")
	}
	return value
}

func TestCompare(t *testing.T) {
	redacted := func(rest string) string { return "<redacted" + rest + ">" }
	one, two := redacted(" 0001:0123456789abcdef"), redacted(" 0001:fedcba9876543210")
	other := redacted(" 0002:0123456789abcdef")
	tests := []struct {
		a, b string
		want job.Likeness
	}{
		{`"x"`, `"x"`, job.Same},
		{`"x"`, `"y"`, job.Different},
		{`1`, `1.0`, job.Different},
		{`1`, `"1"`, job.Different},
		{quoted(one), quoted(one), job.Same},
		{quoted(one), quoted(two), job.Different},
		{quoted(one), quoted(other), job.Unknown},
		{quoted(one), quoted(redacted("")), job.Unknown},
		{quoted(redacted("")), `"no secret"`, job.Different},
		{quoted(redacted("")), `{"a": 1}`, job.Different},
		{quoted("u:" + one + "@h"), `"u:pw@h"`, job.Different},
		{quoted("u:" + one + "@h"), `"u:pw@g"`, job.Different},
		{quoted("u:" + one + "@h"), quoted("u:" + two + "@h"), job.Different},
		{`[1, 2]`, `[2, 1]`, job.Different},
		{`{"a": 1, "b": 2}`, `{"b": 2, "a": 1}`, job.Same},
		{`{"a": null}`, `{}`, job.Different},
	}
	for _, test := range tests {
		a, b := answerWith(t, test.a), answerWith(t, test.b)
		if got, back := job.Compare(a, b), job.Compare(b, a); got != test.want || back != test.want {
			t.Errorf("%s and %s: %v, and %v the other way round; want %v", test.a, test.b, got, back, test.want)
		}
	}
}

// TestCompareHidden: a placeholder at the place of a secret is whatever stands there;
// elsewhere it is a secret in the same surroundings, and nothing else.
func TestCompareHidden(t *testing.T) {
	const one = "<redacted 0001:0123456789abcdef>"
	place := func(text string) *job.Node { return &job.Node{Kind: job.String, Text: text, SecretPlace: true} }
	text := func(text string) *job.Node { return &job.Node{Kind: job.String, Text: text} }
	// holds is a text of which a part is marked.
	holds := func(before, hidden, after string) *job.Node {
		n := text(before + hidden + after)
		n.Secrets = []job.Secret{{Start: len(before), End: len(before) + len(hidden), Placeholder: one, Digest: "0002:0123456789abcdef"}}
		return n
	}
	number := &job.Node{Kind: job.Number, Text: "5"}
	list := &job.Node{Kind: job.List, Entries: []*job.Entry{{Value: text("a")}}}
	hidden := &job.Node{Kind: job.List, Entries: []*job.Entry{{Value: holds("", "a", "")}}}
	for _, c := range []struct {
		name string
		a, b *job.Node
		want job.Likeness
	}{
		{"at its place, a text", place(one), text("a"), job.Unknown},
		{"at its place, a number", place(one), number, job.Unknown},
		{"at its place, a list", place(one), list, job.Unknown},
		{"at its place, another digest", place(one), place("<redacted 0001:fedcba9876543210>"), job.Different},
		{"a text", text(one), text("a"), job.Different},
		{"a number", text(one), number, job.Different},
		{"a list", text(one), list, job.Different},
		{"a list with a secret", text(one), hidden, job.Unknown},
		{"a secret", text(one), holds("", "pw", ""), job.Unknown},
		{"a secret in the same surroundings", text("u:" + one + "@h"), holds("u:", "pw", "@h"), job.Unknown},
		{"a secret in others", text("u:" + one + "@h"), holds("u:", "pw", "@h/x"), job.Different},
		{"more than the secret", text("run " + one), holds("run x --password ", "pw", ""), job.Different},
		{"all, where a part is secret", text(one), holds("u:", "pw", "@h"), job.Different},
		{"two, where one is secret", text(one + one), holds("", "pw", ""), job.Different},
	} {
		if got, back := job.CompareValues(c.a, c.b, nil), job.CompareValues(c.b, c.a, nil); got != c.want || back != c.want {
			t.Errorf("%s: %v, and %v the other way round; want %v", c.name, got, back, c.want)
		}
	}
}

// TestCompareSets: placeholders sort otherwise than what they stand for, and each
// finds its own.
func TestCompareSets(t *testing.T) {
	tests := []struct {
		a, b string
		want job.Likeness
	}{
		{`["http://a/?token=1&x=2", "http://a/?token=2&x=1"]`, `["http://a/?token=<redacted>&x=1", "http://a/?token=<redacted>&x=2"]`, job.Unknown},
		{`["http://a/?token=1&x=2", "http://a/?token=2&x=1"]`, `["http://a/?token=<redacted>&x=1", "http://a/?token=<redacted>&x=1"]`, job.Different},
		{`["http://a", "http://b"]`, `["http://b", "http://a"]`, job.Same},
		{`["http://a", "http://a"]`, `["http://a"]`, job.Different},
		{`["http://a", "http://a", "http://b"]`, `["http://a", "http://b", "http://b"]`, job.Different},
		{`["http://a/?token=<redacted>", "http://a/?token=x"]`, `["http://a/?token=x", "http://a/?token=y"]`, job.Unknown},
	}
	urls := func(list string) *job.Template {
		tmpl, err := job.FromAnswer([]byte(`{"AppId": "id", "PublicWebHookUrls": ` + list + `}`))
		if err != nil {
			t.Fatal(err)
		}
		return tmpl
	}
	for _, test := range tests {
		a, b := urls(test.a), urls(test.b)
		secret.Mark(a, secret.RandomKey())
		secret.Mark(b, secret.RandomKey())
		if got, back := job.Compare(a, b), job.Compare(b, a); got != test.want || back != test.want {
			t.Errorf("%s and %s: %v, and %v the other way round; want %v", test.a, test.b, got, back, test.want)
		}
	}
}

// TestCompareMarked: what was redacted under a key of the run's own is told apart
// by its digest.
func TestCompareMarked(t *testing.T) {
	marked := func(digest string) *job.Template {
		tmpl := answerWith(t, quoted(job.Redacted))
		n := tmpl.Root.Member("Unknown").Value
		n.Secrets = []job.Secret{{Start: 0, End: len(n.Text), Placeholder: job.Redacted, Digest: digest}}
		return tmpl
	}
	if got := job.Compare(marked("0001:0123456789abcdef"), marked("0001:0123456789abcdef")); got != job.Same {
		t.Errorf("the same secret: %v", got)
	}
	if got := job.Compare(marked("0001:0123456789abcdef"), marked("0001:fedcba9876543210")); got != job.Different {
		t.Errorf("another secret: %v", got)
	}
	if got := job.Compare(marked("0001:0123456789abcdef"), answerWith(t, quoted(job.Redacted))); got != job.Same {
		t.Errorf("a placeholder without digest: %v", got)
	}
}

// TestPlaceholderOfPlainField: where no secret may stand, a placeholder is text.
func TestPlaceholderOfPlainField(t *testing.T) {
	a, err := job.FromAnswer([]byte(`{"AppId": "<redacted>"}`))
	if err != nil {
		t.Fatal(err)
	}
	b, err := job.FromAnswer([]byte(`{"AppId": "id-1"}`))
	if err != nil {
		t.Fatal(err)
	}
	if job.Compare(a, b) != job.Different {
		t.Error("an AppId is equal to a placeholder")
	}
}

func quoted(text string) string { return string(encode(text)) }

func answerWith(t *testing.T, value string) *job.Template {
	t.Helper()
	tmpl, err := job.FromAnswer([]byte(`{"AppId": "id", "Unknown": ` + value + `}`))
	if err != nil {
		t.Fatal(err)
	}
	return tmpl
}

// TestFromAnswerRefuses: what cannot be kept without loss is refused, and nothing
// of it is said.
func TestFromAnswerRefuses(t *testing.T) {
	tests := []struct{ data, want string }{
		{`{"AppId": "a", "AppId": "b"}`, "the answer cannot be read: it has a duplicate member"},
		{`{"AppId": "\ud800"}`, "the answer cannot be read: it has an unpaired surrogate"},
		{`{"AppId": "\udc00\ud800"}`, "the answer cannot be read: it has an unpaired surrogate"},
		{`{"\ud800x": 1}`, "the answer cannot be read: it has an unpaired surrogate"},
		{"{\"AppId\": \"\xff\"}", "the answer cannot be read: it is not UTF-8"},
		{`{"Cpu": 1}`, "the answer has neither AppId nor AppName"},
		{`[1]`, "the answer is a list, not a structure"},
		{`{"AppId": "hunter2"`, "the answer cannot be read: it is not JSON: it ends too early"},
		{`{"AppId": hunter2}`, "the answer cannot be read: it is not JSON at character 11"},
		{`{"AppId": "a", "x": ` + strings.Repeat("[", 101) + strings.Repeat("]", 101) + `}`, "the answer cannot be read: it is nested more than 100 levels deep"},
		{`{"AppId": "` + strings.Repeat("a", job.MaxBytes) + `"}`, "the answer is larger than 8 MB"},
	}
	for _, test := range tests {
		if _, err := job.FromAnswer([]byte(test.data)); err == nil || err.Error() != test.want {
			t.Errorf("%.60s: %v; want %s", test.data, err, test.want)
		}
	}
}

// TestPairItems: keyed items by key, the rest by the longest common part.
func TestPairItems(t *testing.T) {
	envs := job.FieldOf(schema.Template.Fields, "Envs")
	args := job.FieldOf(schema.Template.Fields, "CommandArgs")
	tests := []struct {
		f    *plan.Field
		a, b []string
		want []job.ItemPair
	}{
		{args, []string{"a", "b", "c"}, []string{"b", "c", "d"}, []job.ItemPair{{0, -1}, {1, 0}, {2, 1}, {-1, 2}}},
		{args, []string{"a", "b"}, []string{"a", "c"}, []job.ItemPair{{0, 0}, {1, 1}}},
		{args, []string{"a"}, []string{"a", "a"}, []job.ItemPair{{0, 0}, {-1, 1}}},
		{envs, []string{"A", "B"}, []string{"B", "C"}, []job.ItemPair{{0, -1}, {1, 0}, {-1, 1}}},
		{envs, []string{"A", "A=1"}, []string{"A=1"}, []job.ItemPair{{0, 0}, {1, -1}}},
		{envs, []string{"A", "A"}, []string{"A", "A", "A"}, []job.ItemPair{{0, 0}, {1, 1}, {-1, 2}}},
	}
	for _, test := range tests {
		got := job.PairItems(itemsOf(test.f, test.a), itemsOf(test.f, test.b), test.f)
		if len(got) != len(test.want) {
			t.Errorf("%v and %v: %v, want %v", test.a, test.b, got, test.want)
			continue
		}
		for i := range got {
			if got[i] != test.want[i] {
				t.Errorf("%v and %v: %v, want %v", test.a, test.b, got, test.want)
			}
		}
	}
}

func itemsOf(f *plan.Field, names []string) *job.Node {
	n := list()
	for _, name := range names {
		item := text(name)
		if f.Key != "" {
			key, value, _ := strings.Cut(name, "=")
			item = object(f.Key, text(key), "value", text(value))
		}
		n.Entries = append(n.Entries, &job.Entry{Value: item})
	}
	return n
}
