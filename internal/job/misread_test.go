package job_test

import (
	"strings"
	"testing"

	"saejob/internal/job"
)

// TestMisread: a word that some YAML reads as something else than text is never written
// without quotes, and read without them by nobody.
func TestMisread(t *testing.T) {
	for _, word := range strings.Fields("y Y yes Yes n N no NO on On off OFF true True FALSE Null NULL ~ << = .inf -.INF +.inf .nan .NaN 0755 0o17 0x1F 0b1 1_000 +1 1. .5 12:30:45 190:20:30 2001-01-01 2001-12-14t21:59:43.10-05:00") {
		if written := job.Scalar(word); written != `"`+word+`"` && word != "-" {
			t.Errorf("%s is written %s", word, written)
		}
		tmpl, problems := job.Parse([]byte("AppName: " + word + "\n"))
		if len(problems) == 0 && word != "true" {
			t.Errorf("%s is read as %+v", word, tmpl.Root.Member("AppName"))
		}
	}
	for _, word := range strings.Fields("offline only nono yesterday equals=a nullable truely e1 .infinity 0x1G 12:x") {
		if _, problems := job.Parse([]byte("AppName: " + word + "\n")); len(problems) > 0 {
			t.Errorf("%s: %v", word, problems)
		}
	}
}

// TestDigestsAreKeptOfSecretsAlone: a digest in the file stays where a run without a key
// says the same, but not at a field that is never a secret: what stands there is a text.
func TestDigestsAreKeptOfSecretsAlone(t *testing.T) {
	const keyed, keyless = "<redacted 1a2b:0123456789abcdef>", "<redacted>"
	read := func(text string) *job.Template {
		tmpl, problems := job.Parse([]byte(text))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		return tmpl
	}
	from := read("OssAkSecret: " + keyed + "\nRefAppId: " + keyed + "\n")
	to := read("OssAkSecret: " + keyless + "\nRefAppId: " + keyless + "\n")
	job.Carry(from, to)
	if got := to.Root.Member("OssAkSecret").Value.Text; got != keyed {
		t.Errorf("a secret has %s", got)
	}
	if got := to.Root.Member("RefAppId").Value.Text; got != keyless {
		t.Errorf("an id has %s", got)
	}
}
