package text

import (
	"errors"
	"io/fs"
	"os"
)

// Cause returns what went wrong with a file, without the paths that are in the
// error: who says it names the file.
func Cause(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}
