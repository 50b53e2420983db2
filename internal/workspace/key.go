package workspace

import (
	"context"
	"os"
	"reflect"

	"saejob/internal/git"
	"saejob/internal/secret"
	"saejob/internal/source"
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

// SecretsDiffer reports whether the names that the configuration says are secrets, or
// are none, differ from those in HEAD. Outside of a repository nothing differs.
func (w *Workspace) SecretsDiffer(ctx context.Context) bool {
	reader := &source.Reader{}
	defer reader.Close()
	if w.config.File == "" {
		return false
	}
	committed, err := w.configIn(ctx, reader, "HEAD")
	return err == nil && !reflect.DeepEqual(committed.Secrets, w.config.Secrets)
}

// KeyOf returns the user's key for secrets, else the clone's own.
func (w *Workspace) KeyOf(clone git.Clone) (secret.Key, error) {
	key, err := secret.ParseKey(clone.Key)
	if err != nil || os.Getenv(secret.KeyVariable) != "" {
		return w.Key()
	}
	return key.WithNames(w.config.Secrets.Allow, w.config.Secrets.Add), nil
}
