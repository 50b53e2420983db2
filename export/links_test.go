package export

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestLinksAreNotFollowed(t *testing.T) {
	data := answerOf("1", "nightly", prod)
	t.Run("out of the directory", func(t *testing.T) {
		dir, out := t.TempDir(), t.TempDir()
		put(t, "mine\n", out, "bashrc")
		symlink(t, filepath.Join(out, "bashrc"), dir, "nightly.yaml")
		equal(t, "outcome", write(t, dir, listed(t, true, data)), "refused nightly.yaml: nightly.yaml is a link; nothing is written there\n")
		equal(t, "target", read(t, out, "bashrc"), "mine\n")
	})
	t.Run("inside", func(t *testing.T) {
		dir := t.TempDir()
		write(t, dir, listed(t, true, answerOf("2", "other", prod)))
		symlink(t, "other.yaml", dir, "nightly.yaml")
		before := look(t, dir)
		equal(t, "outcome", write(t, dir, listed(t, true, data)), "refused nightly.yaml: nightly.yaml is a link; nothing is written there\n")
		untouched(t, dir, before)
	})
	t.Run("dangling", func(t *testing.T) {
		dir := t.TempDir()
		symlink(t, "nowhere", dir, "nightly.yaml")
		equal(t, "outcome", write(t, dir, listed(t, true, data)), "refused nightly.yaml: nightly.yaml is a link; nothing is written there\n")
	})
	t.Run("parent, out", func(t *testing.T) {
		dir, out := t.TempDir(), t.TempDir()
		symlink(t, out, dir, "cn-beijing")
		equal(t, "outcome", write(t, dir, listed(t, false, data)), "refused cn-beijing/prod/nightly.yaml: cn-beijing is a link; nothing is written there\n")
		equal(t, "outside", names(t, out), "")
	})
	t.Run("parent, inside", func(t *testing.T) {
		dir := t.TempDir()
		put(t, "", dir, "real", "keep")
		symlink(t, "real", dir, "cn-beijing")
		equal(t, "outcome", write(t, dir, listed(t, false, data)), "refused cn-beijing/prod/nightly.yaml: cn-beijing is a link; nothing is written there\n")
		equal(t, "inside", names(t, filepath.Join(dir, "real")), "keep\n")
	})
	t.Run("the directory itself", func(t *testing.T) {
		dir, at := t.TempDir(), t.TempDir()
		symlink(t, dir, at, "jobs")
		equal(t, "outcome", write(t, filepath.Join(at, "jobs"), listed(t, true, data)), "added nightly.yaml\n")
		equal(t, "files", names(t, dir), "nightly.yaml\n")
	})
	t.Run("the temporary file", func(t *testing.T) {
		dir, out := t.TempDir(), t.TempDir()
		put(t, "mine\n", out, "bashrc")
		symlink(t, filepath.Join(out, "bashrc"), dir, ".saejob-nightly.yaml.tmp")
		got := write(t, dir, listed(t, true, data))
		if !strings.HasPrefix(got, "refused nightly.yaml: ") {
			t.Error(got)
		}
		equal(t, "target", read(t, out, "bashrc"), "mine\n")
	})
}

// What stands in the place of a temporary file is not written into either, if it is a
// template's.
func TestTemporaryLinkInside(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, listed(t, true, answerOf("2", "other", prod)))
	symlink(t, "other.yaml", dir, ".saejob-nightly.yaml.tmp")
	before := read(t, dir, "other.yaml")
	if got := write(t, dir, listed(t, true, answerOf("1", "nightly", prod))); !strings.HasPrefix(got, "refused nightly.yaml: ") {
		t.Error(got)
	}
	equal(t, "the other file", read(t, dir, "other.yaml"), before)
}

func TestOtherThingsInTheWay(t *testing.T) {
	dir := t.TempDir()
	put(t, "", dir, "nightly.yaml", "keep")
	put(t, "", dir, "cn-beijing", "prod")
	data := answerOf("1", "nightly", prod)
	equal(t, "a directory", write(t, dir, listed(t, true, data)), "refused nightly.yaml: nightly.yaml is a directory; nothing is written there\n")
	equal(t, "a file", write(t, dir, listed(t, false, data)), "refused cn-beijing/prod/nightly.yaml: cn-beijing/prod is a file; nothing is written there\n")
}
