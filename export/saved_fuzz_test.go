package export

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"saejob/internal/job"
	"saejob/internal/secret"
)

// FuzzSaved: of a file of answers each is exported, as a file that can be read again and
// says the same, or named as unread; a failure is no template.
func FuzzSaved(f *testing.F) {
	a, b := answerOf("1", "a", prod), full()
	for _, text := range []string{
		a, whole(a), whole(b), "[" + a + "," + whole(b) + "]", a + "\n" + whole(b), shuffled(), strings.Replace(whole(a), "空", "InvalidAppId.NotFound", 1),
		`{"RequestId":"x","Success":false,"Data":{"AppId":"1"}}`, `{"Data":{"AppId":"1"},"Data":{}}`, `{"RequestId":null,"AppId":"1"}`, "[{}", "\ufeff [", "\xff\xfe{}", `"x"`,
	} {
		f.Add([]byte(text))
	}
	key := secret.RandomKey()
	f.Fuzz(func(t *testing.T, text []byte) {
		l, err := Saved(context.Background(), "-", bytes.NewReader(text), Request{})
		if err != nil {
			return
		}
		for i := range l.Answers {
			tmpl, err := l.Answers[i].Template(context.Background(), key)
			if err != nil {
				continue
			}
			printed := job.Print(tmpl)
			read, problems := job.Parse(printed)
			if len(problems) > 0 {
				t.Fatalf("%q is printed as %q, which cannot be read: %v", text, printed, problems)
			}
			secret.Mark(tmpl, key)
			secret.Mark(read, key)
			if job.Compare(tmpl, read) == job.Different {
				t.Fatalf("%q is printed as %q, which says something else", text, printed)
			}
		}
		for _, o := range l.Unread {
			if o.Err == nil || o.Status != Unread {
				t.Errorf("%q: %+v", text, o)
			}
		}
	})
}
