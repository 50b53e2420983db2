package lint

import (
	"saejob/internal/job"
	"saejob/internal/secret"
	"saejob/internal/suppression"
	"saejob/rules"
)

// A template is made ready in this order, and each stage can only be reached from
// the one before:
//
//	job.Document ─ decode ─► decoded ─ mark ─► marked: shown, kept and judged
//
// JSON in texts is decoded first, so that secrets in it are found as those beside
// it are. What is read of a marked template, its lines, facts and suppressions,
// shows no secret.

// decoded is a template in which the JSON of texts is structure.
type decoded struct{ template *job.Template }

// marked is a decoded template whose secrets are marked.
type marked struct{ template *job.Template }

func decode(t *job.Template) decoded {
	job.Decode(t)
	return decoded{t}
}

func (d decoded) mark(k secret.Key) marked {
	secret.Mark(d.template, k)
	return marked(d)
}

// lines returns the lines of the template's file as they may be shown.
func (m marked) lines(text []byte) *maskedLines {
	l := newMaskedLines(text)
	l.hide(m.template)
	return l
}

// facts returns what is kept of the template for rules about several.
func (m marked) facts(place, environment string) *rules.Facts {
	return rules.FactsOf(m.template, place, environment)
}

// suppressions returns what comments in the template's file accept.
func (m marked) suppressions(place string, text []byte) []*suppression.Suppression {
	return suppression.InFile(m.template, place, text)
}
