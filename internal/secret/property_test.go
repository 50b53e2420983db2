package secret_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/internal/secret"
)

var update = flag.Bool("update", false, "rewrite the expected output")

const (
	oneKey   = "6f6e65206b6579206f662074686572652061726520736576657261206b657973"
	otherKey = "616e6f74686572206b6579206f662074686f7365206b6579732c20696e646565"
)

// each runs a property for every tree of the tests, with a key and without.
func each(t *testing.T, property func(t *testing.T, answer string, k secret.Key)) {
	for name, members := range secretTrees {
		t.Run(name, func(t *testing.T) {
			property(t, answer(members), key(t, oneKey))
			property(t, answer(members), secret.RandomKey())
		})
	}
}

func TestRedactTwiceIsOnce(t *testing.T) {
	each(t, func(t *testing.T, answer string, k secret.Key) {
		tree := template(t, answer)
		secret.Redact(tree, k)
		once := tree.Clone()
		secret.Redact(tree, secret.RandomKey())
		if dump(tree.Root) != dump(once.Root) {
			t.Errorf("once %s\ntwice %s", pretty(once), pretty(tree))
		}
		// Read from a file, placeholders have no marks.
		clear(once.Root)
		secret.Redact(once, key(t, otherKey))
		if pretty(once) != pretty(tree) {
			t.Errorf("once %s\nread again %s", pretty(tree), pretty(once))
		}
	})
}

// dump returns all there is to a value, marks too.
func dump(n *job.Node) string {
	text := fmt.Sprintf("%v %q %v", n.Kind, n.Text, append([]job.Secret{}, n.Secrets...))
	for _, e := range n.Entries {
		text += "\n" + e.Key + ": " + dump(e.Value)
	}
	return text + "."
}

func clear(n *job.Node) {
	n.Secrets = nil
	for _, e := range n.Entries {
		clear(e.Value)
	}
}

func TestMarkOnlyMarks(t *testing.T) {
	each(t, func(t *testing.T, answer string, k secret.Key) {
		tree := template(t, answer)
		before := tree.Clone()
		secret.Mark(tree, k)
		once := tree.Clone()
		secret.Mark(tree, k)
		if dump(tree.Root) != dump(once.Root) {
			t.Errorf("marked twice: %s", pretty(tree))
		}
		clear(tree.Root)
		clear(before.Root)
		if dump(tree.Root) != dump(before.Root) {
			t.Errorf("changed to %s", pretty(tree))
		}
	})
}

func TestMarkShowsWhatRedactWrites(t *testing.T) {
	each(t, func(t *testing.T, answer string, k secret.Key) {
		marked := template(t, answer)
		redacted := marked.Clone()
		secret.Mark(marked, k)
		secret.Redact(redacted, k)
		compareShown(t, "", marked.Root, redacted.Root)
	})
}

// compareShown compares text by text; a structure that is secret has become one.
func compareShown(t *testing.T, at string, marked, redacted *job.Node) {
	if len(marked.Entries) > 0 && len(redacted.Entries) == 0 {
		for _, e := range marked.Entries {
			if e.Value.Kind == job.String && e.Value.Text != "" && !job.IsPlaceholder(e.Value.Shown()) {
				t.Errorf("%s: %s shows %s", at, e.Key, e.Value.Shown())
			}
		}
		return
	}
	if marked.Kind < job.List && marked.Shown() != redacted.Text {
		t.Errorf("%s: shows %q, writes %q", at, marked.Shown(), redacted.Text)
	}
	if redacted.Shown() != redacted.Text {
		t.Errorf("%s: %q shows %q", at, redacted.Text, redacted.Shown())
	}
	for i, e := range redacted.Entries {
		compareShown(t, at+"/"+e.Key, marked.Entries[i].Value, e.Value)
	}
}

func TestSecretsCompare(t *testing.T) {
	redact := func(value, k string) *job.Template {
		tree := template(t, answer(`"Command":"run --password=`+value+`"`))
		own := secret.RandomKey()
		if k != "" {
			own = key(t, k)
		}
		secret.Redact(tree, own)
		return tree
	}
	for _, c := range []struct {
		from, to *job.Template
		want     job.Likeness
	}{
		{redact("kanari", oneKey), redact("kanari", oneKey), job.Same},
		{redact("kanari", oneKey), redact("nachtigall", oneKey), job.Different},
		{redact("kanari", oneKey), redact("kanari", otherKey), job.Unknown},
		{redact("kanari", oneKey), redact("kanari", ""), job.Unknown},
	} {
		if got := job.Compare(c.from, c.to); got != c.want {
			t.Errorf("%s and %s: %v, want %v", pretty(c.from), pretty(c.to), got, c.want)
		}
	}
}

// A run without a key compares what it reads, and prints no digest.
func TestRandomKeyCompares(t *testing.T) {
	k := secret.RandomKey()
	redact := func(value string) (text, digest string) {
		tree := template(t, answer(`"Command":"run --password=`+value+` -v"`))
		secret.Redact(tree, k)
		secret.Mark(tree, k) // as is done with what is read
		n := tree.Root.Member("Command").Value
		if len(n.Secrets) != 1 || n.Shown() != n.Text {
			t.Fatalf("%q shows %q", n.Text, n.Shown())
		}
		return n.Text, n.Secrets[0].Digest
	}
	text1, a := redact("kanari")
	text2, b := redact("kanari")
	text3, c := redact("nachtigall")
	if a != b || a == c {
		t.Errorf("digests %s, %s and %s; want the same, the same and another", a, b, c)
	}
	if want := "run --password=<redacted> -v"; text1 != want || text2 != want || text3 != want {
		t.Errorf("%q, %q and %q; want %q", text1, text2, text3, want)
	}
}

// samples are answers as SAE gives them; what is secret in them is listed.
func TestSamples(t *testing.T) {
	files, err := filepath.Glob("../emulator/samples/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal("no samples", err)
	}
	var got strings.Builder
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		tree := template(t, string(data))
		secret.Redact(tree, secret.RandomKey())
		got.WriteString(filepath.Base(file) + "\n")
		tree.Walk(func(at *job.At, e *job.Entry, _ *plan.Field) bool {
			if len(e.Value.Secrets) > 0 {
				got.WriteString("  " + at.Path().String() + ": " + e.Value.Text + "\n")
			}
			return true
		})
	}
	const golden = "testdata/samples.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil || got.String() != string(want) {
		t.Errorf("%v\n%s\nwant\n%s", err, got.String(), want)
	}
}
