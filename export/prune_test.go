package export

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"saejob/internal/job"
	"saejob/internal/sae"
	"saejob/internal/secret"
	"saejob/internal/trial"
)

// listing returns n templates of a namespace, all listed.
func listing(namespace string, names ...string) *Listing {
	l := &Listing{listed: []job.Identity{{RegionID: "cn-beijing", NamespaceID: namespace}}, Flat: true}
	for _, name := range names {
		id := job.Identity{AppID: "id-" + name, Name: name, RegionID: "cn-beijing", NamespaceID: namespace}
		data := fmt.Sprintf(`{"AppId": %q, "AppName": %q, "RegionId": "cn-beijing", "NamespaceId": %q}`, id.AppID, id.Name, namespace)
		l.Answers = append(l.Answers, Answer{Identity: id, data: func(context.Context) (sae.Description, error) { return sae.Description{Data: []byte(data)}, nil }})
	}
	return l
}

func prune(t *testing.T, dir string, l, again *Listing, o Options) (string, error) {
	t.Helper()
	var said []string
	o.Key = secret.RandomKey()
	o.Prune = &Prune{Again: func(context.Context) (*Listing, error) { return again, nil }, Force: o.Prune != nil && o.Prune.Force}
	o.Done = func(out Outcome) {
		if out.Status != Unchanged {
			said = append(said, string(out.Status)+" "+out.Path)
		}
	}
	_, err := Write(trial.Soon(t), l, dir, o)
	return strings.Join(said, ", "), err
}

func files(t *testing.T, dir string) string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for i := range names {
		names[i] = filepath.Base(names[i])
	}
	return strings.Join(names, " ")
}

// TestPrune: only files whose own namespace was listed completely, that can be
// read and have an AppId, and only what is listed no more the second time too.
func TestPrune(t *testing.T) {
	dir := t.TempDir()
	all := listing("cn-beijing:prod", "a", "b", "c")
	if said, err := prune(t, dir, all, all, Options{}); err != nil || said != "added a.yaml, added b.yaml, added c.yaml" {
		t.Fatal(said, err)
	}
	for name, text := range map[string]string{
		"other-namespace.yaml": "AppName: x\nAppId: x1\nRegionId: cn-beijing\nNamespaceId: cn-beijing:test\n",
		"other-region.yaml":    "AppName: x\nAppId: x2\nRegionId: cn-hangzhou\nNamespaceId: cn-beijing:prod\n",
		"no-id.yaml":           "AppName: x\nRegionId: cn-beijing\nNamespaceId: cn-beijing:prod\n",
		"broken.yaml":          "AppName: x\nAppId: x3\nRegionId: cn-beijing\nNamespaceId: cn-beijing:prod\nAppId: x3\n",
		"notes.txt":            "AppId: x4\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	left := listing("cn-beijing:prod", "a", "b")
	const rest = "a.yaml b.yaml broken.yaml c.yaml no-id.yaml notes.txt other-namespace.yaml other-region.yaml"
	if said, err := prune(t, dir, left, left, Options{Check: true}); err != nil || said != "stale c.yaml" || files(t, dir) != rest {
		t.Errorf("check: %s, %v; %s", said, err, files(t, dir))
	}
	if said, err := prune(t, dir, left, all, Options{}); !errors.Is(err, ErrBrake) || files(t, dir) != rest {
		t.Errorf("listed again: %s, %v; %s", said, err, files(t, dir))
	}
	incomplete := listing("cn-beijing:prod", "a", "b")
	incomplete.listed = nil
	if said, err := prune(t, dir, incomplete, left, Options{}); err != nil || said != "" || files(t, dir) != rest {
		t.Errorf("not listed completely: %s, %v; %s", said, err, files(t, dir))
	}
	unread := listing("cn-beijing:prod", "a", "b")
	unread.Answers[1].data = func(context.Context) (sae.Description, error) { return sae.Description{}, errors.New("no") }
	if said, err := prune(t, dir, unread, left, Options{}); err != nil || said != "unread b.yaml" || files(t, dir) != rest {
		t.Errorf("not described completely: %s, %v; %s", said, err, files(t, dir))
	}
	if said, err := prune(t, dir, left, left, Options{}); err != nil || said != "stale c.yaml, pruned c.yaml" ||
		files(t, dir) != strings.Replace(rest, "c.yaml ", "", 1) {
		t.Errorf("%s, %v; %s", said, err, files(t, dir))
	}
}

// TestPruneMeanwhile: what happens between the first list and the last removal.
func TestPruneMeanwhile(t *testing.T) {
	left := listing("cn-beijing:prod", "a")
	for name, c := range map[string]struct {
		again   func(dir string, cancel func()) *Listing
		tell    func(o Outcome, cancel func())
		want    string
		is      error
		remains string
	}{
		"edited": {
			again: func(dir string, _ func()) *Listing {
				put(t, "AppName: b\nAppId: other\nRegionId: cn-beijing\nNamespaceId: cn-beijing:prod\n", dir, "b.yaml")
				return left
			},
			want: "stale b.yaml, stale c.yaml, refused b.yaml, pruned c.yaml", remains: "a.yaml b.yaml",
		},
		"no longer listed completely": {
			again: func(string, func()) *Listing {
				l := listing("cn-beijing:prod", "a")
				l.listed = nil
				return l
			},
			want: "stale b.yaml, stale c.yaml", is: ErrBrake, remains: "a.yaml b.yaml c.yaml",
		},
		"interrupted": {
			again: func(string, func()) *Listing { return left },
			tell: func(o Outcome, cancel func()) {
				if o.Status == Pruned {
					cancel()
				}
			},
			want: "stale b.yaml, stale c.yaml, pruned b.yaml", is: context.Canceled, remains: "a.yaml c.yaml",
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			all := listing("cn-beijing:prod", "a", "b", "c")
			if _, err := prune(t, dir, all, all, Options{}); err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithCancel(trial.Soon(t))
			defer cancel()
			var said []string
			_, err := Write(ctx, left, dir, Options{
				Key:   secret.RandomKey(),
				Prune: &Prune{Again: func(context.Context) (*Listing, error) { return c.again(dir, cancel), nil }},
				Done: func(o Outcome) {
					if o.Status != Unchanged {
						said = append(said, string(o.Status)+" "+o.Path)
					}
					if c.tell != nil {
						c.tell(o, cancel)
					}
				},
			})
			if !errors.Is(err, c.is) || strings.Join(said, ", ") != c.want || files(t, dir) != c.remains {
				t.Errorf("%v; %q; %s", err, said, files(t, dir))
			}
		})
	}
}

// TestPruneBrake: of ten files and more, at most 30 % go unforced.
func TestPruneBrake(t *testing.T) {
	names := func(n int) []string {
		var list []string
		for i := range n {
			list = append(list, fmt.Sprintf("job-%02d", i))
		}
		return list
	}
	for _, test := range []struct {
		had, has int
		force    bool
		brakes   bool
	}{
		{10, 7, false, false}, {10, 6, false, true}, {10, 6, true, false}, {9, 0, false, false}, {20, 14, false, false}, {20, 13, false, true},
		{12, 0, false, true},
	} {
		dir := t.TempDir()
		had := listing("cn-beijing:prod", names(test.had)...)
		if _, err := prune(t, dir, had, had, Options{}); err != nil {
			t.Fatal(err)
		}
		has := listing("cn-beijing:prod", names(test.has)...)
		_, err := prune(t, dir, has, has, Options{Prune: &Prune{Force: test.force}})
		want := test.has
		if test.brakes {
			want = test.had
		}
		if errors.Is(err, ErrBrake) != test.brakes || len(strings.Fields(files(t, dir))) != want {
			t.Errorf("%+v: %v, %s", test, err, files(t, dir))
		}
	}
}
