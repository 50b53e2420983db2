// Package hint carries what to do about an error beside the error, not in its text:
// only who talks to the user prints it.
package hint

import "errors"

type hinted struct {
	error
	hint string
}

// Unwrap is part of what [errors.Is] and [errors.As] go by.
func (h hinted) Unwrap() error { return h.error }

// Add returns the error with a hint. No error stays none; an empty hint adds
// nothing.
func Add(err error, hint string) error {
	if err == nil || hint == "" {
		return err
	}
	return hinted{err, hint}
}

// Of returns the outermost hint of an error; empty: it has none.
func Of(err error) string {
	var h hinted
	if errors.As(err, &h) {
		return h.hint
	}
	return ""
}
