package workspace

import (
	"os"

	"saejob/internal/secret"
)

// Key returns the user's key for secrets, else one of this run's own, with the names
// of the configuration.
func (w *Workspace) Key() (secret.Key, error) {
	key := secret.RandomKey()
	if hex := os.Getenv(secret.KeyVariable); hex != "" {
		var err error
		if key, err = secret.ParseKey(hex); err != nil {
			return key, err
		}
	}
	return key.WithNames(w.config.Secrets.Allow, w.config.Secrets.Add), nil
}
