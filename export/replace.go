package export

import (
	"os"
	"path/filepath"
)

// Replace writes a file that is there anew, whole or not at all, as an export
// would: a link or another irregular file is an error, and the mode stays.
func Replace(name string, text []byte) error {
	root, err := os.OpenRoot(filepath.Dir(name))
	if err != nil {
		return err
	}
	defer root.Close()
	base := filepath.Base(name)
	info, err := root.Lstat(base)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return errIrregular(base, info.Mode())
	}
	w := &writer{root: root}
	defer w.sync()
	return w.put(base, text, info, info)
}
