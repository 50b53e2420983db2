package export

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"saejob/internal/emulator"
	"saejob/internal/sae"
	"saejob/internal/trial"
)

// unlisted serves templates, and no list: by AppId, DescribeJob is all that is asked.
func unlisted(t *testing.T, answers ...string) (*emulator.Server, *sae.Client) {
	t.Helper()
	server, c := cloud(t, answers...)
	if err := server.Inject(emulator.Fault{Kind: "status", Status: 403, Action: "ListJobs"}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if n := server.Calls().ListJobs; n > 0 {
			t.Errorf("%d calls of ListJobs", n)
		}
	})
	return server, c
}

// byID exports by AppId and returns what became of each template, ids of calls left out.
func byID(t *testing.T, c *sae.Client, dir string, r Request) string {
	t.Helper()
	r.Region = "cn-beijing"
	l, err := ByID(trial.Soon(t), c, r, 4)
	if err != nil {
		return "error: " + callIDs(err.Error()) + "\n"
	}
	return callIDs(write(t, dir, l))
}

// callIDs takes out of errors which call they are of.
func callIDs(text string) string {
	var b strings.Builder
	for {
		before, after, ok := strings.Cut(text, " (request ")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		_, text, _ = strings.Cut(after, ")")
	}
}

const notFound = "DescribeJob: HTTP 404 InvalidAppId.NotFound: The specified AppId does not exist."

func TestByID(t *testing.T) {
	shanghai := strings.Replace(answerOf("5", "far", "cn-shanghai:prod"), `"cn-beijing"`, `"cn-shanghai"`, 1)
	bare := `{"AppId":"6","AppName":"bare","Cpu":500}`
	_, c := unlisted(t, answerOf("1", "a", prod), answerOf("2", "b", prod), answerOf("3", "a", test), answerOf("4", "own", "cn-beijing"), shanghai, bare)
	const elsewhere = "DescribeJob: HTTP 200: the template is of the "
	for _, v := range []struct {
		Request
		want string
	}{
		// Where it goes is decided by the request; the namespace is the answer's.
		{Request{AppIDs: []string{"3"}}, "added cn-beijing/test/a.yaml\n"},
		{Request{AppIDs: []string{"3", "1", "3"}}, "added cn-beijing/prod/a.yaml\nadded cn-beijing/test/a.yaml\n"},
		{Request{AppIDs: []string{"4", "6"}}, "added cn-beijing/_default/bare.yaml\nadded cn-beijing/_default/own.yaml\n"},
		{Request{AppIDs: []string{"3"}, Namespaces: []string{"test"}}, "added a.yaml\n"},
		{Request{AppIDs: []string{"4", "6"}, Namespaces: []string{"cn-beijing:"}}, "added bare.yaml\nadded own.yaml\n"},
		{Request{AppIDs: []string{"1", "2"}, Name: "b"}, "added cn-beijing/prod/b.yaml\n"},
		{Request{AppIDs: []string{"1"}, Name: "x"}, "error: no template is called \"x\"\n"},
		// What is of elsewhere is refused.
		{Request{AppIDs: []string{"3", "1"}, Namespaces: []string{"prod"}},
			"refused : " + elsewhere + "namespace \"cn-beijing:test\", which was not asked for\nadded a.yaml\n"},
		{Request{AppIDs: []string{"6"}, Namespaces: []string{"prod", "test"}},
			"refused : " + elsewhere + "namespace \"cn-beijing\", which was not asked for\n"},
		{Request{AppIDs: []string{"5"}}, "refused : " + elsewhere + "region \"cn-shanghai\", not of \"cn-beijing\"\n"},
		// What is not found is named; where nothing is, the run ends.
		{Request{AppIDs: []string{"1", "9"}}, "not found : " + notFound + "\nadded cn-beijing/prod/a.yaml\n"},
		{Request{AppIDs: []string{"9"}}, "error: there is no template with the AppId \"9\": " + notFound + "\n"},
		{Request{AppIDs: []string{"9", "8"}}, "error: there is no template with the AppId \"9\" or \"8\": " + notFound + "\n"},
		{Request{AppIDs: []string{"1"}, Namespaces: []string{"cn-shanghai:prod"}}, "error: namespace \"cn-shanghai:prod\" is not in the region \"cn-beijing\"\n"},
	} {
		equal(t, fmt.Sprintf("%+v", v.Request), byID(t, c, t.TempDir(), v.Request), v.want)
	}
}

// An answer that cannot be had is unread, and never taken for a template that is gone.
func TestByIDUnread(t *testing.T) {
	server, _ := unlisted(t, answerOf("1", "a", prod))
	c := client(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Query().Get("AppId") {
		case "bad":
			fmt.Fprint(w, "busy\n")
		case "twice":
			fmt.Fprint(w, `{"Success":true,"Data":{"AppId":"twice","AppName":"x","Cpu":1,"Cpu":2}}`)
		default:
			server.ServeHTTP(w, r)
		}
	}))
	const bad = "unread : DescribeJob: HTTP 200: the answer is not JSON (text/plain, 5 bytes)\n"
	equal(t, "bad", byID(t, c, t.TempDir(), Request{AppIDs: []string{"bad"}}), bad)
	equal(t, "bad and not found", byID(t, c, t.TempDir(), Request{AppIDs: []string{"9", "bad"}}), bad+"not found : "+notFound+"\n")
	if got := byID(t, c, t.TempDir(), Request{AppIDs: []string{"twice"}}); !strings.HasPrefix(got, "unread : DescribeJob: HTTP 200: the answer cannot be read") {
		t.Error(got)
	}
}

// Without the permission nothing else is asked.
func TestByIDForbidden(t *testing.T) {
	server, c := unlisted(t)
	if err := server.Inject(emulator.Fault{Kind: "status", Status: 403}); err != nil {
		t.Fatal(err)
	}
	l, err := ByID(trial.Soon(t), c, Request{Region: "cn-beijing", AppIDs: []string{"1", "2", "3"}}, 1)
	if l != nil || !sae.Misconfigured(err) || server.Calls().DescribeJob != 1 {
		t.Errorf("%v after %+v", err, server.Calls())
	}
}

// The file of a template is the one that a whole export gives it: each case is a
// directory, what is live, and what becomes of template 2.
func TestByIDPlaces(t *testing.T) {
	file := func(id, name string) string {
		return "AppName: " + name + "\nAppId: \"" + id + "\"\nNamespaceId: cn-beijing:prod\nRegionId: cn-beijing\n"
	}
	two, one := answerOf("2", "a", prod), answerOf("1", "a", prod)
	suffixed := "a~" + digest("2") + ".yaml"
	for name, v := range map[string]struct {
		files map[string]string
		live  []string
		want  string
		asked int
	}{
		"its own file":             {map[string]string{"by-hand/x.yaml": file("2", "a")}, []string{two}, "changed by-hand/x.yaml\n", 1},
		"its own file, renamed":    {map[string]string{"old.yaml": file("2", "old")}, []string{two}, "moved a.yaml (from old.yaml)\n", 1},
		"two files":                {map[string]string{"a.yaml": file("2", "a"), "b.yaml": file("2", "a")}, []string{two}, "refused a.yaml: a.yaml and b.yaml both have this AppId; remove one of them\n", 1},
		"free":                     {nil, []string{two}, "added a.yaml\n", 1},
		"a file without AppId":     {map[string]string{"a.yaml": "AppName: a\nNamespaceId: cn-beijing:prod\n"}, []string{two}, "changed a.yaml\n", 1},
		"made again":               {map[string]string{"a.yaml": file("1", "a")}, []string{two}, "changed a.yaml\n", 2},
		"another of the same name": {map[string]string{"a.yaml": file("1", "a")}, []string{two, one}, "added " + suffixed + "\n", 2},
		"beside one by hand":       {map[string]string{"hand/a.yaml": file("1", "a")}, []string{two, one}, "added " + suffixed + "\n", 2},
		"beside one that is gone":  {map[string]string{"hand/a.yaml": file("1", "a")}, []string{two}, "added a.yaml\n", 2},
		"differs in case":          {map[string]string{"A.yaml": file("1", "A")}, []string{two}, "added " + suffixed + "\n", 1},
		"another name's file":      {map[string]string{"a.yaml": file("1", "b")}, []string{two, one}, "added " + suffixed + "\n", 1},
		"of another namespace":     {map[string]string{"hand/a.yaml": strings.ReplaceAll(file("1", "a"), ":prod", ":test")}, []string{two, one}, "added a.yaml\n", 1},
		"a file that is no YAML":   {map[string]string{"a.yaml": "AppId: [\n"}, []string{two}, "refused a.yaml: a.yaml:1:1", 1},
	} {
		t.Run(name, func(t *testing.T) {
			server, c := cloud(t, v.live...)
			dir := t.TempDir()
			for path, text := range v.files {
				put(t, text, dir, path)
			}
			before := look(t, dir)
			l, err := ByID(trial.Soon(t), c, Request{Region: "cn-beijing", Namespaces: []string{"prod"}, AppIDs: []string{"2"}}, 4)
			if err != nil {
				t.Fatal(err)
			}
			checked := check(t, dir, l)
			untouched(t, dir, before)
			got := write(t, dir, l)
			if !strings.HasPrefix(got, v.want) || got != checked {
				t.Errorf("%s, when checked %s, want %s", got, checked, v.want)
			}
			if asked := server.Calls(); asked != (emulator.Calls{DescribeJob: v.asked}) {
				t.Errorf("asked %+v, want DescribeJob %d times", asked, v.asked)
			}
			if strings.HasPrefix(v.want, "refused") {
				return
			}
			// A whole export finds it where it is.
			whole := write(t, dir, live1(t, c, Request{Namespaces: []string{"prod"}}))
			if !strings.Contains(whole, "unchanged "+strings.Fields(v.want)[1]) {
				t.Errorf("then listed: %s", whole)
			}
		})
	}
}

// Whether the template of the file at its place is gone is not guessed.
func TestByIDPlaceUnknown(t *testing.T) {
	server, c := unlisted(t, answerOf("2", "a", prod))
	if err := server.Inject(emulator.Fault{Kind: "not-json", AppID: "1"}); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	put(t, "AppName: a\nAppId: \"1\"\nNamespaceId: cn-beijing:prod\nRegionId: cn-beijing\n", dir, "a.yaml")
	before := look(t, dir)
	const want = "refused a.yaml: a.yaml has another AppId, and whether that template is gone is not known: DescribeJob: HTTP 200: the answer is not JSON (application/json, 8 bytes)\n"
	equal(t, "outcomes", byID(t, c, dir, Request{Namespaces: []string{"prod"}, AppIDs: []string{"2"}}), want)
	untouched(t, dir, before)
	// A file that stands elsewhere is not in the way, but counts as there.
	if err := os.Rename(filepath.Join(dir, "a.yaml"), filepath.Join(dir, "b.yaml")); err != nil {
		t.Fatal(err)
	}
	equal(t, "outcomes", byID(t, c, dir, Request{Namespaces: []string{"prod"}, AppIDs: []string{"2"}}), "added a~"+digest("2")+".yaml\n")
}
