package job_test

import (
	"reflect"
	"testing"
	"unicode/utf8"

	"saejob/internal/job"
)

// FuzzPath: what is read as a path is written so that it is read alike, however it was
// written; and every name and key can be written.
func FuzzPath(f *testing.F) {
	for _, text := range []string{"", "Envs[LOG_LEVEL].value", "SlsConfigs[0]", `a["12"#3]`, `"a b"."".x`, `a["\ud83d\ude00"]`, "a[b#2][*]", "a[01]", `""`, "a[é]", `a["\u0000"]`} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if utf8.ValidString(text) {
			writtenAlike(t, job.Path(nil).Member(text).Keyed(text, 1+len(text)%3).Item(len(text)))
		}
		if p, err := job.ParsePath(text); err == nil {
			writtenAlike(t, p)
		}
	})
}

func writtenAlike(t *testing.T, p job.Path) {
	t.Helper()
	if read, err := job.ParsePath(p.String()); err != nil || !reflect.DeepEqual(read, p) {
		t.Errorf("%#v is written %s and read %#v: %v", p, p, read, err)
	}
}
