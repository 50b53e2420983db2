package command

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"saejob/internal/job"
	"saejob/internal/secret"
)

// What git is given differs whenever files do: templates, comments or secrets, and in
// files that are not in normal form every byte. Blank lines alone may not show.
func TestTextconvHidesNoDifference(t *testing.T) {
	if testing.Short() {
		t.Skip("it does one thing at a time")
	}
	r := rand.New(rand.NewPCG(1, 2))
	dir := t.TempDir()
	t.Chdir(dir)
	for _, key := range []string{"", secret.NewKeyText()} {
		t.Setenv(secret.KeyVariable, key)
		for range 250 {
			a := textconvFile(r)
			b := changedFile(r, a)
			if r.IntN(4) == 0 {
				a = changedFile(r, a)
			}
			if a == b || isNormal(a) && isNormal(b) && withoutBlankLines(a) == withoutBlankLines(b) {
				continue
			}
			if shown := textconv(t, a); shown == textconv(t, b) {
				t.Fatalf("with key %t, both are shown as\n%s\none is\n%s\nthe other\n%s", key != "", shown, a, b)
			}
		}
	}
}

func TestTextconvTellsApart(t *testing.T) {
	t.Chdir(t.TempDir())
	t.Setenv(secret.KeyVariable, secret.NewKeyText())
	key, _ := secret.ParseKey(os.Getenv(secret.KeyVariable))
	const head = "AppName: a\n"
	redacted, _ := job.Parse([]byte(head + "OssAkSecret: kanari\n"))
	secret.Redact(redacted, key)
	for name, pair := range map[string][2]string{
		"a secret and its placeholder":      {head + "OssAkSecret: kanari\n", string(job.Print(redacted))},
		"the last line break":               {head + "PhpConfig: |\n  a\n  b\n", head + "PhpConfig: |-\n  a\n  b\n"},
		"a blank line in a text":            {head + "PhpConfig: |\n  a\n  b\n", head + "PhpConfig: |\n  a\n\n  b\n"},
		"a comment that moved":              {"# c\n" + head, "AppName: a # c\n"},
		"a comment below and above":         {head + "Envs:\n  - name: A\n    value: b\n  # c\nCpu: 500\n", head + "Envs:\n  # c\n  - name: A\n    value: b\nCpu: 500\n"},
		"blanks that end a comment":         {"# c\n" + head, "# c  \n" + head},
		"blanks that end a trail":           {"AppName: a # c\n", "AppName: a # c \n"},
		"a secret in a comment":             {"# password=kanari1\n" + head, "# password=kanari2\n" + head},
		"a value behind an unreadable one":  {"AppDescription: 2020-01-01\nCpu: 1000\n", "AppDescription: 2020-01-01\nCpu: 4000\n"},
		"an unreadable value":               {"AppDescription: 2020-01-01\n", "AppDescription: 2020-01-02\n"},
		"a secret in a file that is broken": {"AppName: [\nOssAkSecret: a\n", "AppName: [\nOssAkSecret: b\n"},
		"a conflict":                        {"<<<<<<< a\nCpu: 1\n=======\nCpu: 2\n>>>>>>> b\n", "<<<<<<< a\nCpu: 1\n=======\nCpu: 3\n>>>>>>> b\n"},
		"bytes that are not UTF-8":          {head + "\xff", head + "\xfe"},
		"an escape and what it looks like":  {head + "PhpConfig: \"a\\u200b\\nb\"\n", head + "PhpConfig: |-\n  a\\u{200b}\n  b\n"},
	} {
		if shown := textconv(t, pair[0]); shown == textconv(t, pair[1]) {
			t.Errorf("%s: both are shown as\n%s", name, shown)
		}
	}
	shown := textconv(t, "AppName: [\nCpu: 1000\nOssAkSecret: kanari\n")
	if !strings.Contains(shown, "Cpu: 1000\n") || strings.Contains(shown, "kanari") {
		t.Error(shown)
	}
	shown = textconv(t, "<<<<<<< kanari\nCpu: 1000\n||||||| kanari\n=======\nCpu: 2000\n>>>>>>> kanari\n")
	if !strings.Contains(shown, "\n<<<<<<<\nCpu: 1000\n|||||||\n=======\nCpu: 2000\n>>>>>>>\n") || strings.Contains(shown, "kanari") {
		t.Error(shown)
	}
}

func textconv(t *testing.T, content string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "a.yaml")
	write(t, file, content)
	out, status := try(t, "git", "textconv", file)
	if status != 0 || out == "" {
		t.Fatalf("exits with %d: %s", status, out)
	}
	return out
}

// textconvFile returns a template's file in normal form.
func textconvFile(r *rand.Rand) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# owner %d\nAppName: a%d # trail\nCommand: \"mysql --password=kanari%d\"\nOssAkSecret: kanari%d\nPhpConfig: |\n  a = %d\n  b\nEnvs:\n  - name: MODE # c\n    value: fast\n  # d\n  - name: DB_PASSWORD\n    value: kanari%d\nCpu: 500\n# token=kanari%d\nMemory: 1024\n",
		r.IntN(9), r.IntN(9), r.IntN(9), r.IntN(9), r.IntN(9), r.IntN(9), r.IntN(9))
	t, _ := job.Parse([]byte(b.String()))
	job.Normalize(t)
	return string(job.Print(t))
}

// changedFile returns a file that is a little different: another value, secret or
// comment, another style, or broken.
func changedFile(r *rand.Rand, file string) string {
	lines := strings.SplitAfter(file, "\n")
	i := r.IntN(len(lines) - 1)
	switch line := lines[i]; r.IntN(9) {
	case 0:
		lines[i] = ""
	case 1:
		lines[i] = line + line
	case 2:
		lines[i] = strings.TrimSuffix(line, "\n") + []string{"x", "1", "'", "\"", "[", "{", ":", "#", " ", "\u200b", "\xff"}[r.IntN(11)] + "\n"
	case 3:
		lines[i] = strings.Replace(line, ":", " :", 1)
	case 4:
		lines[i] = "<<<<<<< ours\n" + line + "=======\n" + line + ">>>>>>> theirs\n"
	case 5:
		at := r.IntN(len(line))
		lines[i] = line[:at] + string(rune('a'+r.IntN(26))) + line[at:]
	case 6:
		lines[i], lines[0] = lines[0], line
	case 7:
		lines[i] = "\n" + line
	case 8:
		lines[i] = strings.TrimSuffix(line, "\n") + " # note " + fmt.Sprint(r.IntN(9)) + "\n"
	}
	return strings.Join(lines, "")
}

func isNormal(file string) bool {
	t, problems := job.Parse([]byte(file))
	if t == nil || len(problems) > 0 {
		return false
	}
	job.Normalize(t)
	return bytes.Equal(job.Print(t), []byte(file))
}

func withoutBlankLines(file string) string {
	var kept []string
	for line := range strings.Lines(file) {
		if strings.TrimSpace(line) != "" {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "")
}
