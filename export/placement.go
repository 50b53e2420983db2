package export

import (
	"errors"
	"fmt"

	"saejob/internal/job"
	"saejob/internal/secret"
)

// placement is which file a template goes to.
type placement struct {
	answer *Answer
	// path is below DIR, with "/".
	path string
	// from is the file that is the template's until now: the one at path, or one
	// that moves there. It is nil for a template that has no file.
	from *file
	// rest is the old file of a move that was not finished: the template stands
	// at from, and the old file was to be removed.
	rest *file
	// refused is why the template has no file to go to; nil if it has one.
	refused error
}

// outcome returns what became of a template that was to go where p says. With an
// error, what was to become of it did not.
func (p placement) outcome(status Status, err error) Outcome {
	if err != nil && (status != Unread || p.refused != nil) {
		status = Refused
	}
	result := Outcome{Identity: secret.MaskIdentity(p.answer.Identity), Origin: p.answer.Origin, Status: status, Path: p.path, Err: err}
	result.Keyed = p.from != nil && p.from.keyed
	if p.rest != nil {
		result.OldPath = p.rest.path
	} else if p.from != nil && p.from.path != p.path {
		result.OldPath = p.from.path
	}
	return result
}

// unread returns what became of a template that could not be read.
func (p placement) unread(err error) Outcome {
	if errors.Is(err, job.ErrGone) {
		return p.outcome(Gone, nil)
	}
	return p.outcome(Unread, err)
}

func errOccupied(name string) error {
	return fmt.Errorf("%s is occupied by another file; move that file", name)
}

func errTwice(a, b string) error {
	return fmt.Errorf("%s and %s both have this AppId; remove one of them", a, b)
}
