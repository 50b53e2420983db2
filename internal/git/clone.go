package git

import (
	"context"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
)

// Clone is what git's configuration says of the clone that the current directory is in.
type Clone struct {
	// Key is the clone's own key for secrets; empty: it has none.
	Key string
	// sha256: objects are named by SHA-256, not by SHA-1.
	sha256 bool
}

// cloneKey is the variable of git's local configuration that holds the key.
const cloneKey = "saejob.key"

// CloneOf returns the clone of the current directory; an empty one where there is none.
func CloneOf(ctx context.Context) Clone {
	var c Clone
	out, err := in{}.ask(ctx, "config", "--local", "--get-regexp", `^(saejob\.key|extensions\.objectformat)$`)
	if err != nil {
		return c
	}
	for line := range strings.Lines(out) {
		switch name, value, _ := strings.Cut(strings.TrimSpace(line), " "); name {
		case cloneKey:
			c.Key = value
		default:
			c.sha256 = value == "sha256"
		}
	}
	return c
}

// BlobID returns the name that git gives a file's content.
func (c Clone) BlobID(content []byte) string {
	return blobID(content, c.sha256)
}

func blobID(content []byte, isSHA256 bool) string {
	h := sha1.New()
	if isSHA256 {
		h = sha256.New()
	}
	fmt.Fprintf(h, "blob %d\x00", len(content))
	h.Write(content)
	return hex.EncodeToString(h.Sum(nil))
}

// MakeCloneKey gives the clone of the current directory a key, if it has none. Anyone on
// the machine can see the arguments of git, so the key is none of them: the editor that
// git is told to open its configuration with writes there what it reads.
func MakeCloneKey(ctx context.Context, key string) error {
	if CloneOf(ctx).Key != "" {
		return nil
	}
	section, name, _ := strings.Cut(cloneKey, ".")
	cmd := in{}.command(ctx, "config", "--local", "--edit")
	cmd.Env = append(cmd.Env, "GIT_EDITOR=cat >>")
	cmd.Stdin = strings.NewReader(fmt.Sprintf("\n[%s]\n\t%s = %s\n", section, name, key))
	if _, err := output(ctx, cmd); err != nil {
		return err
	}
	if CloneOf(ctx).Key != key {
		return errors.New("git did not write the key into its configuration")
	}
	return nil
}
