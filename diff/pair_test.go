package diff

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"saejob/diff/secrets"
	"saejob/internal/job"
	"saejob/internal/secret"
	"saejob/internal/severity"
)

// many makes a snapshot of templates spelled PLACE|APPID|NAMESPACE|NAME, or
// PLACE!REASON for one that cannot be read, PLACE!APPID!REASON if its AppId was
// listed, or PLACE? for what is no template. A name other than a and b is a file.
func many(t *testing.T, name string, templates ...string) job.Snapshot {
	t.Helper()
	s := job.Snapshot{Name: name, Single: name != "a" && name != "b"}
	for _, text := range templates {
		if parts := strings.Split(text, "!"); len(parts) > 1 {
			ref := job.Ref{Place: parts[0], Open: func() (job.Document, error) {
				return job.Document{}, errors.New(parts[len(parts)-1])
			}}
			if len(parts) > 2 {
				ref.Known.AppID = parts[1]
			}
			s.Refs = append(s.Refs, ref)
			continue
		}
		if place, other := strings.CutSuffix(text, "?"); other {
			s.Refs = append(s.Refs, job.Ref{Place: place, Open: func() (job.Document, error) {
				return job.Document{}, job.ErrNotTemplate
			}})
			continue
		}
		parts := strings.Split(text, "|")
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
		{"by AppId", []string{"a/x|1|n|a"}, []string{"b/y|1|m|b"}, "a/x=b/y"},
		{"an AppId twice", []string{"a/x|1|n|a", "a/y|1|n|b"}, []string{"b/z|1|n|c"}, "-a/x -a/y +b/z"},
		{"AppId before name", []string{"a/x|1|n|a", "a/y|2|n|b"}, []string{"b/x|2|n|a", "b/y|1|n|b"}, "a/x=b/y a/y=b/x"},
		{"made again", []string{"a/x|1|n|a"}, []string{"b/y|2|n|a", "b/z|3|n|b"}, "a/x=b/y +b/z"},
		{"two namespaces with equal names", []string{"a/x|1|r:n|a", "a/y|2|r:m|a"}, []string{"b/x|3|r:m|a", "b/y|4|r:n|a"}, "a/x=b/y a/y=b/x"},
		{"two regions", []string{"a/x|1|r:n|a", "a/y|2|r:m|a"}, []string{"b/x|3|s:m|a", "b/y|4|s:n|a"}, "a/x=b/y a/y=b/x"},
		{"two regions' own namespaces", []string{"a/x|1|r|a", "a/y|2|r:m|a"}, []string{"b/x|3|s:m|a", "b/y|4|s|a"}, "a/x=b/y a/y=b/x"},
		{"a region's own namespace and none", []string{"a/x|1|r|a", "a/y|2|r:m|a"}, []string{"b/z|4||a"}, "-a/x -a/y +b/z"},
		{"AppId before namespace", []string{"a/x|1|r:n|a", "a/y|2|r:m|a"}, []string{"b/x|2|s:n|a", "b/y|3|s:m|a"}, "-a/x a/y=b/x +b/y"},
		{"by name", []string{"a/x||r:n|a"}, []string{"b/y||r:m|a", "b/z||r:m|b"}, "a/x=b/y +b/z"},
		{"a name twice", []string{"a/x||r:n|a", "a/y||r:k|a"}, []string{"b/z||r:m|a"}, "-a/x -a/y +b/z"},
		{"by path", []string{"a/s/x|||a", "a/t/y|||b"}, []string{"b/s/x|||c", "b/t/z|||d"}, "a/s/x=b/s/x -a/t/y +b/t/z"},
		{"came and went", []string{"a/x|1|n|a", "a/y|2|n|b"}, []string{"b/u|3|n|c", "b/v|4|n|d"}, "-a/x -a/y +b/u +b/v"},
		{"something else", []string{"a/x|1|n|a", "a/y?"}, []string{"b/x|1|n|a", "b/z?"}, "a/x=b/x"},
		{"by path, whatever the format", []string{"a/s/x.yaml|||a", "a/t/y|||b"}, []string{"b/s/x.JSON|||c", "b/t/z|||d"}, "a/s/x.yaml=b/s/x.JSON -a/t/y +b/t/z"},
		{"unread, at its path", []string{"a/x!no", "a/y|1|n|b"}, []string{"b/x|2|n|a", "b/y|1|n|b"}, "a/x?b/x a/y=b/y"},
		{"unread, nowhere else", []string{"a/x!no", "a/y|1|n|b"}, []string{"b/y|1|n|b"}, "a/x? a/y=b/y"},
		{"unread on both sides", []string{"a/x!no", "a/y|1|n|b"}, []string{"b/x!no", "b/y|1|n|b"}, "a/x?b/x a/y=b/y"},
		{"unread, and maybe elsewhere", []string{"a/x!no", "a/y|1|n|b"}, []string{"b/y|1|n|b", "b/z|2|n|c"}, "a/x? a/y=b/y ?b/z"},
		{"unread, but listed", []string{"a/x!1!no", "a/y|2|n|b"}, []string{"b/y|1|n|b", "b/z|3|n|c"}, "a/x?b/y -a/y +b/z"},
		{"nothing", nil, []string{"b/x|1|n|a"}, "+b/x"},
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
	order := func(s string) string { return strings.TrimLeft(s, "+-?") }
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
		{"two files", "a/x", []string{"a/x|1|n|a"}, "y", []string{"b/y|2|m|b"}, "a/x=b/y", false, 1, 1},
		{"standard input", "-", []string{"<stdin>|1|n|a"}, "main:b/y", []string{"b/y|2|m|b"}, "<stdin>=b/y", false, 1, 1},
		{"two directories", "a", []string{"a/x|1|n|a"}, "b", []string{"b/y|2|m|b"}, "-a/x +b/y", false, 1, 1},
		{"a directory with one file", "a", []string{"a/x|1|n|a"}, "y", []string{"b/y|2|m|b"}, "+b/y", false, 1, 1},
		{"file and directory", "x", []string{"a/x|1|n|a"}, "b", []string{"b/y|1|m|b", "b/z|3|m|c", "b/u!no"}, "a/x=b/y", false, 1, 3},
		{"directory and file", "b", []string{"b/y|1|m|b", "b/z|3|m|c", "b/u!no"}, "./x", []string{"a/x|1|n|a"}, "b/y=a/x", false, 3, 1},
		{"file that is not there", "x", []string{"a/x|1|n|a"}, "b", []string{"b/z|3|m|c"}, "-a/x", false, 1, 1},
		{"file that may be there", "x", []string{"a/x|1|n|a"}, "b", []string{"b/z|3|m|c", "b/u!no"}, "a/x? ?b/u", true, 1, 2},
		{"file that is not read", "x", []string{"a/x!no"}, "b", []string{"b/y|3|m|c", "b/z|3|m|c"}, "a/x?", true, 1, 2},
	} {
		r := Compare(many(t, c.fromName, c.from...), many(t, c.toName, c.to...), options())
		got := pairsOf(r)
		if got != c.want || r.Complete == c.incomplete || r.FromCount != c.fromCount || r.ToCount != c.toSize {
			t.Errorf("%s: got %s, complete %v, %d and %d templates; want %s", c.name, got, r.Complete, r.FromCount, r.ToCount, c.want)
		}
	}
}

// Of a directory, the path below it counts, though all templates are deeper.
func TestRelativePath(t *testing.T) {
	from, to := many(t, "a", "a/s/x|||a", "a/t/y|||b"), many(t, "b", "b/s/x|||c", "b/s/y|||d")
	if got := pairsOf(Compare(from, to, options())); got != "-a/s/x -a/t/y +b/s/x +b/s/y" {
		t.Errorf("without the directories: got %s", got)
	}
	from.Dir, to.Dir = "a", "b"
	if got := pairsOf(Compare(from, to, options())); got != "a/s/x=b/s/x -a/t/y +b/s/y" {
		t.Errorf("with the directories: got %s", got)
	}
	from, to = many(t, "a", "v1:x|||a", "v1:t/y|||b"), many(t, "b", "x|||c", "t/y|||d")
	from.Dir, to.Dir = "v1:", "."
	if got := pairsOf(Compare(from, to, options())); got != "v1:t/y=t/y v1:x=x" {
		t.Errorf("with the root of a revision: got %s", got)
	}
}

// TestOnly: what was not asked for is not compared, and what may have been is.
func TestOnly(t *testing.T) {
	from := many(t, "a", "a/x|1|r:n|a", "a/y|2|r:n|b", "a/z|3|r:n|c", "a/u!no", "a/v!4!no", "a/w!5!no")
	to := many(t, "b", "b/x|1|r:n|a", "b/y|2|r:n|new", "b/q|9|r:n|d", "b/v|4|r:n|e", "b/w|5|r:n|b")
	for _, c := range []struct{ names, want string }{
		{"a", "a/u? a/x=b/x"},
		{"b", "a/u? a/w?b/w a/y=b/y"},
		{"new", "a/u? a/y=b/y"},
		{"d", "a/u? ?b/q"},
		{"none", "a/u?"},
	} {
		o := options()
		o.Only = func(id job.Identity) bool { return id.Name == c.names }
		if got := pairsOf(Compare(from, to, o)); got != c.want {
			t.Errorf("%s: got %s, want %s", c.names, got, c.want)
		}
	}
}

// TestAcross: what differs between environments by nature is hidden between two
// of them, and nowhere else.
func TestAcross(t *testing.T) {
	for _, c := range []struct {
		from, to     string
		environments bool
		want         int
	}{
		{"r:n", "r:n", false, 0},
		{"r:n", "r:m", false, 2},
		{"r:n", "", false, 0},
		{"", "", false, 0},
		{"", "", true, 1},
		{"r:n", "r:n", true, 1},
	} {
		o := Options{Key: secret.RandomKey(), Environments: c.environments}
		from := document{"AppName": "a", "NamespaceId": c.from, "VpcId": "vpc-1"}
		to := document{"AppName": "a", "NamespaceId": c.to, "VpcId": "vpc-2"}
		r := Compare(snapshot(t, "a", from), snapshot(t, "b", to), o)
		if r.Summary.Left.Hidden() != c.want {
			t.Errorf("%+v: %d hidden", c, r.Summary.Left.Hidden())
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
	to := many(t, "b", "b/y|id-1|n|nightly", "b/z|id-2|n|other")
	r := Compare(from, to, options())
	if got := pairsOf(r); got != "a/x.yaml?b/y +b/z" {
		t.Errorf("got %s", got)
	}
	if t0 := r.Templates[0]; t0.Name != "nightly" || !strings.HasPrefix(t0.Reason, "a/x.yaml: line 3, column 6: ") {
		t.Errorf("got %+v", t0)
	}
}

func TestReaches(t *testing.T) {
	change := func(s severity.Severity) Result {
		return Result{Templates: []Template{{Status: Changed, Changes: []Change{{Severity: s}}}}}
	}
	for _, c := range []struct {
		result Result
		want   string
	}{
		{Result{Templates: []Template{{Status: Unchanged}, {Status: Unread}}}, "false false false false"},
		{change(severity.Info), "true false false false"},
		{change(severity.Warning), "true true false false"},
		{change(severity.Error), "true true true false"},
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
		{4, Summary{Added: 1, Removed: 2, Unchanged: 1, Left: Left{ByNature: 1}, Secrets: secrets.Counts{Same: 2, Unknown: 3}},
			"4 templates: 1 added, 2 removed, 1 unchanged; 1 difference between environments hidden (--show-hidden); secrets: 2 the same, 3 unknown"},
	} {
		r := Result{Templates: make([]Template, c.templates), Summary: c.summary}
		if got := r.SummaryLine(); got != c.want {
			t.Errorf("got %s\nwant %s", got, c.want)
		}
	}
}
