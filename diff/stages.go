package diff

import (
	"saejob/internal/job"
	"saejob/internal/secret"
	"saejob/internal/suppression"
)

// A template is made ready in this order, and each stage can only be reached from
// the one before:
//
//	job.Document ─ normalize ─► normal ─ mark ─► marked: compared, its comments read
//
// In normal form JSON in texts is decoded, so that secrets in it are found as
// those beside it are. What is read of a marked template shows no secret.

// normal is a template in normal form.
type normal struct{ template *job.Template }

// marked is a template in normal form whose secrets are marked, and masked in names.
type marked struct{ template *job.Template }

// normalize returns a copy of a template in normal form.
func normalize(t *job.Template) normal {
	n := normal{t.Clone()}
	job.Normalize(n.template)
	return n
}

// mark marks the secrets. The template is a marked one from here on.
func (n normal) mark(k secret.Key) marked {
	secret.Mark(n.template, k)
	secret.MaskNames(n.template)
	return marked(n)
}

// root returns what is compared.
func (m marked) root() *job.Node { return m.template.Root }

// suppressions returns what comments in the template's file accept.
func (m marked) suppressions(place string, text []byte) []*suppression.Suppression {
	return suppression.InFile(m.template, place, text)
}
