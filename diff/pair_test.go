package diff

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"saejob/internal/job"
	"saejob/internal/secret"
)

// many makes a snapshot of templates spelled PLACE:APPID:NAMESPACE:NAME, or
// PLACE!REASON for one that cannot be read, or PLACE? for what is no template. A
// name other than a and b is a file.
func many(t *testing.T, name string, templates ...string) job.Snapshot {
	t.Helper()
	s := job.Snapshot{Name: name, Single: name != "a" && name != "b"}
	for _, text := range templates {
		if place, reason, broken := strings.Cut(text, "!"); broken {
			s.Refs = append(s.Refs, job.Ref{Place: place, Open: func() (job.Document, error) {
				return job.Document{}, errors.New(reason)
			}})
			continue
		}
		if place, other := strings.CutSuffix(text, "?"); other {
			s.Refs = append(s.Refs, job.Ref{Place: place, Open: func() (job.Document, error) {
				return job.Document{}, job.ErrNotTemplate
			}})
			continue
		}
		parts := strings.Split(text, ":")
		d := document{"AppId": parts[1], "NamespaceId": parts[2], "AppName": parts[3]}
		s.Refs = append(s.Refs, snapshot(t, parts[0], d).Refs...)
	}
	return s
}

func TestPairing(t *testing.T) {
	for _, c := range []struct {
		name     string
		from, to []string
		want     string
	}{
		{"by AppId", []string{"a/x:1:n:a"}, []string{"b/y:1:m:b"}, "a/x=b/y"},
		{"an AppId twice", []string{"a/x:1:n:a", "a/y:1:n:b"}, []string{"b/z:1:n:c"}, "-a/x -a/y +b/z"},
		{"AppId before name", []string{"a/x:1:n:a", "a/y:2:n:b"}, []string{"b/x:2:n:a", "b/y:1:n:b"}, "a/x=b/y a/y=b/x"},
		{"made again", []string{"a/x:1:n:a"}, []string{"b/y:2:n:a", "b/z:3:n:b"}, "a/x=b/y +b/z"},
		{"two namespaces with equal names", []string{"a/x:1:n:a", "a/y:2:m:a"}, []string{"b/x:3:m:a", "b/y:4:n:a"}, "a/x=b/y a/y=b/x"},
		{"by name", []string{"a/x::n:a"}, []string{"b/y::m:a", "b/z::m:b"}, "a/x=b/y +b/z"},
		{"a name twice", []string{"a/x::n:a", "a/y::k:a"}, []string{"b/z::m:a"}, "-a/x -a/y +b/z"},
		{"by path", []string{"a/s/x:::a", "a/t/y:::b"}, []string{"b/s/x:::c", "b/t/z:::d"}, "a/s/x=b/s/x -a/t/y +b/t/z"},
		{"came and went", []string{"a/x:1:n:a", "a/y:2:n:b"}, []string{"b/u:3:n:c", "b/v:4:n:d"}, "-a/x -a/y +b/u +b/v"},
		{"something else", []string{"a/x:1:n:a", "a/y?"}, []string{"b/x:1:n:a", "b/z?"}, "a/x=b/x"},
		{"unread, at its path", []string{"a/x!no", "a/y:1:n:b"}, []string{"b/x:2:n:a", "b/y:1:n:b"}, "a/x?b/x a/y=b/y"},
		{"unread, nowhere else", []string{"a/x!no", "a/y:1:n:b"}, []string{"b/y:1:n:b"}, "a/x? a/y=b/y"},
		{"unread on both sides", []string{"a/x!no", "a/y:1:n:b"}, []string{"b/x!no", "b/y:1:n:b"}, "a/x?b/x a/y=b/y"},
		{"nothing", nil, []string{"b/x:1:n:a"}, "+b/x"},
	} {
		got := pairsOf(Compare(many(t, "a", c.from...), many(t, "b", c.to...), options()))
		if got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
		back := pairsOf(Compare(many(t, "b", c.to...), many(t, "a", c.from...), options()))
		if len(strings.Fields(back)) != len(strings.Fields(c.want)) {
			t.Errorf("%s, back: got %s", c.name, back)
		}
	}
}

// pairsOf spells pairs, sorted by their places: a=b, +b, -a, a?b if unread.
func pairsOf(r Result) string {
	var pairs []string
	for _, t := range r.Templates {
		pairs = append(pairs, t.From+map[Status]string{Added: "+", Removed: "", Unread: "?", Changed: "=", Unchanged: "="}[t.Status]+t.To)
		if t.Status == Removed {
			pairs[len(pairs)-1] = "-" + t.From
		}
	}
	order := func(s string) string { return strings.TrimLeft(s, "+-") }
	for i := range pairs {
		for j := range i {
			if order(pairs[i]) < order(pairs[j]) {
				pairs[i], pairs[j] = pairs[j], pairs[i]
			}
		}
	}
	return strings.Join(pairs, " ")
}

func TestOneFile(t *testing.T) {
	for _, c := range []struct {
		name              string
		fromName          string
		from              []string
		toName            string
		to                []string
		want              string
		incomplete        bool
		fromCount, toSize int
	}{
		{"two files", "a/x", []string{"a/x:1:n:a"}, "y", []string{"b/y:2:m:b"}, "a/x=b/y", false, 1, 1},
		{"standard input", "-", []string{"<stdin>:1:n:a"}, "main:b/y", []string{"b/y:2:m:b"}, "<stdin>=b/y", false, 1, 1},
		{"two directories", "a", []string{"a/x:1:n:a"}, "b", []string{"b/y:2:m:b"}, "-a/x +b/y", false, 1, 1},
		{"a directory with one file", "a", []string{"a/x:1:n:a"}, "y", []string{"b/y:2:m:b"}, "+b/y", false, 1, 1},
		{"file and directory", "x", []string{"a/x:1:n:a"}, "b", []string{"b/y:1:m:b", "b/z:3:m:c", "b/u!no"}, "a/x=b/y", false, 1, 3},
		{"directory and file", "b", []string{"b/y:1:m:b", "b/z:3:m:c", "b/u!no"}, "./x", []string{"a/x:1:n:a"}, "b/y=a/x", false, 3, 1},
		{"file that is not there", "x", []string{"a/x:1:n:a"}, "b", []string{"b/z:3:m:c"}, "-a/x", false, 1, 1},
		{"file that may be there", "x", []string{"a/x:1:n:a"}, "b", []string{"b/z:3:m:c", "b/u!no"}, "b/u? -a/x", true, 1, 2},
		{"file that is not read", "x", []string{"a/x!no"}, "b", []string{"b/y:3:m:c", "b/z:3:m:c"}, "a/x?", true, 1, 2},
	} {
		r := Compare(many(t, c.fromName, c.from...), many(t, c.toName, c.to...), options())
		got := strings.ReplaceAll(pairsOf(r), "?b/u", "b/u?")
		if got != c.want || r.Complete == c.incomplete || r.FromCount != c.fromCount || r.ToCount != c.toSize {
			t.Errorf("%s: got %s, complete %v, %d and %d templates; want %s", c.name, got, r.Complete, r.FromCount, r.ToCount, c.want)
		}
	}
}

// What could be read the first time and cannot the second is unread.
func TestUnreadTheSecondTime(t *testing.T) {
	d := document{"AppName": "a", "AppId": "1"}
	from, to := snapshot(t, "a", d), snapshot(t, "b", d)
	opened := 0
	open := to.Refs[0].Open
	to.Refs[0].Open = func() (job.Document, error) {
		if opened++; opened > 1 {
			return job.Document{}, errors.New("it is gone")
		}
		return open()
	}
	r := Compare(from, to, Options{Key: secret.RandomKey()})
	if r.Complete || r.Summary.Unread != 1 || r.Templates[0].Status != Unread || r.Templates[0].Reason != "b: it is gone" {
		t.Errorf("got %+v", r)
	}
}

func TestUnreadIsNamed(t *testing.T) {
	from := job.Snapshot{Name: "a", Refs: []job.Ref{{Place: "a/x.yaml", Open: func() (job.Document, error) {
		template, problems := job.Parse([]byte("AppName: nightly\nAppId: id-1\nCpu: 0x10\n"))
		return job.Document{Template: template, Problems: problems}, nil
	}}}}
	to := many(t, "b", "b/y:id-1:n:nightly", "b/z:id-2:n:other")
	r := Compare(from, to, options())
	if got := pairsOf(r); got != "a/x.yaml?b/y +b/z" {
		t.Errorf("got %s", got)
	}
	if t0 := r.Templates[0]; t0.Name != "nightly" || !strings.HasPrefix(t0.Reason, "a/x.yaml: line 3, column 6: ") {
		t.Errorf("got %+v", t0)
	}
}

func TestReaches(t *testing.T) {
	change := func(severity string) Result {
		return Result{Templates: []Template{{Status: Changed, Changes: []Change{{Severity: severity}}}}}
	}
	for _, c := range []struct {
		result Result
		want   string
	}{
		{Result{Templates: []Template{{Status: Unchanged}, {Status: Unread}}}, "false false false false"},
		{change("info"), "true false false false"},
		{change("warning"), "true true false false"},
		{change("error"), "true true true false"},
		{Result{Templates: []Template{{Status: Added}}}, "true true true false"},
		{Result{Templates: []Template{{Status: Removed}}}, "true true true false"},
	} {
		r := c.result
		got := fmt.Sprint(r.Reaches("info"), r.Reaches("warning"), r.Reaches("error"), r.Reaches("never"))
		if got != c.want {
			t.Errorf("%+v: got %s, want %s", r, got, c.want)
		}
	}
}

func TestSummaryLine(t *testing.T) {
	for _, c := range []struct {
		templates int
		summary   Summary
		want      string
	}{
		{0, Summary{}, "0 templates, no changes"},
		{1, Summary{Unchanged: 1}, "1 template, no changes"},
		{37, Summary{Changed: 1, Unchanged: 36}, "37 templates: 1 changed, 36 unchanged"},
		{2, Summary{Unchanged: 1, Unread: 1}, "2 templates: 1 unchanged, 1 unread"},
		{4, Summary{Added: 1, Removed: 2, Unchanged: 1, Hidden: 1, Secrets: Secrets{2, 0, 3}},
			"4 templates: 1 added, 2 removed, 1 unchanged; 1 difference between environments hidden (--show-hidden); secrets: 2 the same, 3 unknown"},
	} {
		r := Result{Templates: make([]Template, c.templates), Summary: c.summary}
		if got := r.SummaryLine(); got != c.want {
			t.Errorf("got %s\nwant %s", got, c.want)
		}
	}
}
