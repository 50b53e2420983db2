package plan

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
)

// Digest returns the SHA-256, in hex, of the *.cue files of fsys, by name and
// text. CRLF counts as LF: git may write either when it checks a file out.
func Digest(fsys fs.FS) (string, error) {
	names, err := fs.Glob(fsys, "*.cue") // sorted
	if err != nil {
		return "", err
	}
	hash := sha256.New()
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return "", err
		}
		text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
		fmt.Fprintf(hash, "%s\n%d\n", name, len(text))
		hash.Write(text)
	}
	return hex.EncodeToString(hash.Sum(nil)), nil
}

// Fresh returns an error where p was read from other CUE files than those of
// fsys, which stand in the directory dir of the source tree.
func (p *Plan) Fresh(fsys fs.FS, dir string) error {
	digest, err := Digest(fsys)
	if err == nil && digest != p.Digest {
		err = fmt.Errorf("%[1]s/plan.go was generated from other CUE files than this saejob was built with; "+
			"run make build, or go generate ./%[1]s and then go build", dir)
	}
	return err
}
