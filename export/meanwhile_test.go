package export

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"saejob/internal/hint"
	"saejob/internal/job"
	"saejob/internal/sae"
	"saejob/internal/secret"
	"saejob/internal/trial"
)

// What an editor saves while templates are described is not written over.
func TestEditedMeanwhile(t *testing.T) {
	for name, c := range map[string]struct {
		what string
		edit func(t *testing.T, dir string)
	}{
		"comment": {"changed nightly.yaml\n", func(t *testing.T, dir string) { edit(t, "Cpu", "# new\nCpu", dir, "nightly.yaml") }},
		"other":   {"refused nightly.yaml: nightly.yaml was changed meanwhile; run saejob again\n", func(t *testing.T, dir string) { put(t, "AppName: x\n", dir, "nightly.yaml") }},
		"broken":  {"refused nightly.yaml: nightly.yaml:1:1: ", func(t *testing.T, dir string) { put(t, "a: [\n", dir, "nightly.yaml") }},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, dir, listed(t, true, full()))
			l := listed(t, true, full("Slice", "true"))
			data := l.Answers[0].data
			var before string
			l.Answers[0].data = func(ctx context.Context) (sae.Description, error) {
				c.edit(t, dir)
				before = read(t, dir, "nightly.yaml")
				return data(ctx)
			}
			if got := write(t, dir, l); !strings.HasPrefix(got, c.what) {
				t.Error(got)
			}
			if after := read(t, dir, "nightly.yaml"); name == "comment" && !strings.Contains(after, "# new\nCpu") || name != "comment" && after != before {
				t.Error(after)
			}
		})
	}
	t.Run("file appears", func(t *testing.T) {
		dir := t.TempDir()
		l := listed(t, true, full())
		data := l.Answers[0].data
		l.Answers[0].data = func(ctx context.Context) (sae.Description, error) {
			put(t, "mine\n", dir, "nightly.yaml")
			return data(ctx)
		}
		equal(t, "outcome", write(t, dir, l), "refused nightly.yaml: nightly.yaml is occupied by another file; move that file\n")
		equal(t, "file", read(t, dir, "nightly.yaml"), "mine\n")
	})
	t.Run("file appears where one moves to", func(t *testing.T) {
		dir := t.TempDir()
		write(t, dir, listed(t, true, answerOf("1", "old", prod)))
		l := listed(t, true, answerOf("1", "new", prod))
		data := l.Answers[0].data
		l.Answers[0].data = func(ctx context.Context) (sae.Description, error) {
			put(t, "mine\n", dir, "new.yaml")
			return data(ctx)
		}
		equal(t, "outcome", write(t, dir, l), "refused new.yaml (from old.yaml): new.yaml is occupied by another file; move that file\n")
		equal(t, "file", read(t, dir, "new.yaml"), "mine\n")
		equal(t, "files", names(t, dir), "new.yaml\nold.yaml\n")
	})
	t.Run("between look and rename", func(t *testing.T) {
		dir := t.TempDir()
		put(t, "a\n", dir, "a.yaml")
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer root.Close()
		w := newWriter(root, false)
		_, info, err := readFile(root, "a.yaml")
		if err != nil {
			t.Fatal(err)
		}
		put(t, "edited\n", dir, "a.yaml")
		for _, seen := range []fs.FileInfo{info, nil} {
			if err := w.put("a.yaml", []byte("new\n"), info, seen); err == nil {
				t.Error("written over")
			}
		}
		if err := w.remove(&current{path: "a.yaml", info: info}, "b.yaml"); err == nil {
			t.Error("removed")
		}
		equal(t, "files", names(t, dir), "a.yaml\n")
		equal(t, "file", read(t, dir, "a.yaml"), "edited\n")
	})
}

// A file system that ignores case has one file under both names. A second name of
// the same file stands for it.
func TestMoveToTheSameFile(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, listed(t, true, answerOf("1", "old", prod)))
	l := listed(t, true, answerOf("1", "new", prod))
	data := l.Answers[0].data
	l.Answers[0].data = func(ctx context.Context) (sae.Description, error) {
		if err := os.Link(filepath.Join(dir, "old.yaml"), filepath.Join(dir, "new.yaml")); err != nil {
			t.Skip(err)
		}
		return data(ctx)
	}
	equal(t, "outcome", write(t, dir, l), "moved new.yaml (from old.yaml)\n")

	put(t, "only\n", dir, "a.yaml")
	if err := os.Link(filepath.Join(dir, "a.yaml"), filepath.Join(dir, "A.yaml")); err != nil {
		t.Skip(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	info, _ := root.Lstat("a.yaml")
	if err := newWriter(root, false).remove(&current{path: "a.yaml", info: info}, "A.yaml"); err != nil {
		t.Error(err)
	}
	equal(t, "files", names(t, dir), "A.yaml\na.yaml\nnew.yaml\n")
}

func TestOneRunAtATime(t *testing.T) {
	dir := t.TempDir()
	l := listed(t, true, full())
	data := l.Answers[0].data
	var second error
	l.Answers[0].data = func(ctx context.Context) (sae.Description, error) {
		_, second = Write(ctx, listed(t, true, full()), dir, Options{Key: secret.RandomKey()})
		equal(t, "a check meanwhile", check(t, dir, listed(t, true, full())), "added nightly.yaml\n")
		return data(ctx)
	}
	equal(t, "first", write(t, dir, l), "added nightly.yaml\n")
	meanwhile := t.TempDir()
	l.Answers[0].data = func(ctx context.Context) (sae.Description, error) {
		equal(t, "an export amid a check", write(t, meanwhile, listed(t, true, full())), "added nightly.yaml\n")
		return data(ctx)
	}
	said := func(o Outcome) {
		equal(t, "that check", fmt.Sprint(o.Status, ": ", o.Err), "refused: nightly.yaml was changed meanwhile; run saejob again")
	}
	if s, err := Write(trial.Soon(t), l, meanwhile, Options{Key: secret.RandomKey(), Check: true, Done: said}); err != nil || s[Refused] != 1 {
		t.Error(s, err)
	}
	l.Answers[0].data = data
	if !errors.Is(second, ErrLocked) || second.Error() != dir+": another saejob is exporting to this directory" || hint.Of(second) != "wait until it finishes" {
		t.Errorf("second: %v", second)
	}
	equal(t, "third", write(t, dir, listed(t, true, full())), "unchanged nightly.yaml\n")
	equal(t, "files", names(t, dir), "nightly.yaml\n")
}

func TestCanceled(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(trial.Soon(t))
	l := listed(t, true, answerOf("1", "a", prod), answerOf("2", "b", prod))
	l.Answers[1].data = func(ctx context.Context) (sae.Description, error) { <-ctx.Done(); return sae.Description{}, ctx.Err() }
	s, err := Write(ctx, l, dir, Options{Key: secret.RandomKey(), Done: func(Outcome) { cancel() }})
	if !errors.Is(err, context.Canceled) || s.Total() != 1 {
		t.Error(s, err)
	}
	equal(t, "files", names(t, dir), "a.yaml\n")
}

// A canceled run does not wait until everything below a directory is read, nor
// until all saved answers are.
func TestCanceledWhileReading(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, listed(t, true, full()))
	before := look(t, dir)
	canceled, cancel := context.WithCancel(trial.Soon(t))
	cancel()
	for what, err := range map[string]func() error{
		"a directory": func() error {
			_, err := Write(canceled, listed(t, true, full("Slice", "true")), dir, Options{Key: secret.RandomKey()})
			return err
		},
		"saved answers": func() error {
			_, err := Saved(canceled, "-", strings.NewReader(full()), Request{})
			return err
		},
		"what is to be pruned": func() error {
			w, _, done, err := open(trial.Soon(t), dir, false)
			if err != nil {
				return err
			}
			defer done()
			l := &Listing{listed: []job.Identity{{RegionID: "cn-beijing"}}}
			return w.prune(canceled, l, &Prune{}, func(Outcome) {})
		},
	} {
		if err := err(); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", what, err)
		}
	}
	untouched(t, dir, before)
}
