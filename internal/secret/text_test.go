package secret

import (
	"regexp"
	"strings"
	"testing"

	"saejob/internal/job"
)

// Tables mark what is secret «so». ¦ joins the pieces of a token that no scanner shall
// take for a real one.
var marked = regexp.MustCompile(`(?s)«(.*?)»`)

func unmarked(text string) string {
	return strings.NewReplacer("«", "", "»", "", "¦", "").Replace(text)
}

func redacted(text string) string { return marked.ReplaceAllString(text, job.Redacted) }

// replace returns a text with placeholders for what search finds.
func replace(text string) string {
	n := &job.Node{Kind: job.String, Text: text}
	for _, s := range search(text) {
		n.Secrets = append(n.Secrets, job.Secret{Start: s.start, End: s.end, Placeholder: job.Redacted})
	}
	return n.Shown()
}

func TestSecretsInText(t *testing.T) {
	for _, text := range secretTexts {
		want := redacted(text)
		got := replace(unmarked(text))
		if got != want {
			t.Errorf("\n in   %q\n got  %q\n want %q", unmarked(text), got, want)
		}
		if again := replace(got); again != got {
			t.Errorf("\n in    %q\n once  %q\n twice %q", unmarked(text), got, again)
		}
	}
}

func TestInnocentTexts(t *testing.T) {
	for _, text := range innocentTexts {
		if got := replace(text); got != text {
			t.Errorf("\n in   %q\n got  %q", text, got)
		}
	}
}
