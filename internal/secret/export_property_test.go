package secret_test

import (
	"testing"

	"saejob/internal/job"
	"saejob/internal/secret"
)

// TestExportIsItself: what is exported is not known to differ from what it was made
// from, whichever key compares them.
func TestExportIsItself(t *testing.T) {
	each(t, func(t *testing.T, answer string, k secret.Key) {
		live := template(t, answer)
		redacted := live.Clone()
		secret.Redact(redacted, k)
		file, problems := job.Parse(job.Print(redacted))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		job.Normalize(file)
		for _, compare := range []secret.Key{k, key(t, otherKey)} {
			was, is := file.Clone(), live.Clone()
			secret.Mark(was, compare)
			secret.Mark(is, compare)
			secret.MaskNames(is)
			if job.Compare(was, is) == job.Different || job.Compare(is, was) == job.Different {
				t.Errorf("the export\n%s\ndiffers from what it was made from\n%s", pretty(file), pretty(is))
			}
		}
	})
}
