package export

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"saejob/internal/emulator"
	"saejob/internal/job"
	"saejob/internal/sae"
	"saejob/internal/secret"
	"saejob/internal/trial"
)

func TestLive(t *testing.T) {
	server, c := cloud(t, answerOf("1", "a", prod), answerOf("2", "b", prod), answerOf("3", "a", test), answerOf("4", "own", "cn-beijing"))
	for _, r := range []struct {
		Request
		want string
	}{
		{Request{}, "added cn-beijing/_default/own.yaml\nadded cn-beijing/prod/a.yaml\nadded cn-beijing/prod/b.yaml\nadded cn-beijing/test/a.yaml\n"},
		{Request{Namespaces: []string{"prod"}}, "added a.yaml\nadded b.yaml\n"},
		{Request{Namespaces: []string{"prod", "cn-beijing:prod"}}, "added a.yaml\nadded b.yaml\n"},
		{Request{Namespaces: []string{"test", "prod"}, Name: "a"}, "added cn-beijing/prod/a.yaml\nadded cn-beijing/test/a.yaml\n"},
		{Request{Namespaces: []string{"cn-beijing:"}}, "added own.yaml\n"},
	} {
		equal(t, fmt.Sprintf("%+v", r.Request), write(t, t.TempDir(), live1(t, c, r.Request)), r.want)
	}

	before := server.Calls()
	write(t, t.TempDir(), live1(t, c, Request{}))
	after := server.Calls()
	if after.ListJobs-before.ListJobs != 1 || after.DescribeJob-before.DescribeJob != 4 || after.Refused != 0 {
		t.Errorf("calls %+v, then %+v", before, after)
	}
	if _, err := Live(trial.Soon(t), c, Request{Region: "cn-beijing", Namespaces: []string{"cn-shanghai:prod"}}); err == nil {
		t.Error("a namespace of another region")
	}
}

// A list that another one's changes have shifted is not complete.
// What two namespaces list, as while a template moves, is one answer.
func TestLiveListedTwice(t *testing.T) {
	c := client(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { listOf(w, 2, "a", "b") }))
	l := live1(t, c, Request{Namespaces: []string{"prod", "test"}})
	if len(l.Answers) != 2 {
		t.Errorf("%d answers", len(l.Answers))
	}
}

func TestLiveIncompleteList(t *testing.T) {
	c := client(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.Contains(r.URL.Path, "listJobs") {
			fmt.Fprint(w, `{"Code":"200","Success":true,"Data":{"TotalSize":3,"Applications":[{"AppId":"1","AppName":"a","NamespaceId":"cn-beijing:prod","RegionId":"cn-beijing"}]}}`)
			return
		}
		fmt.Fprint(w, whole(answerOf("1", "a", prod)))
	}))
	const want = "unread : the list changed while reading it: got 1 of 3 templates; try again\nadded a.yaml\n"
	equal(t, "outcomes", write(t, t.TempDir(), live1(t, c, Request{Namespaces: []string{"prod"}})), want)
}

// A list that cannot be read is missing, and named; what the others have is
// exported. Nothing is called gone for it, and no name or id unknown.
func TestLiveUnlisted(t *testing.T) {
	server, _ := cloud(t, answerOf("1", "a", prod), answerOf("2", "b", test))
	const why = "ListJobs: HTTP 200: the answer is not JSON (text/plain, 5 bytes)\n"
	for _, v := range []struct {
		Request
		want string
	}{
		{Request{Namespaces: []string{"prod", "test"}}, "unlisted : " + why + "added cn-beijing/prod/a.yaml\n"},
		{Request{Namespaces: []string{"test"}}, "unlisted : " + why},
		{Request{Namespaces: []string{"test"}, Name: "b"}, "unlisted : " + why},
	} {
		c := client(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Query().Get("NamespaceId") == test {
				fmt.Fprint(w, "busy\n")
				return
			}
			server.ServeHTTP(w, r)
		}))
		dir := t.TempDir()
		equal(t, fmt.Sprintf("%+v", v.Request), write(t, dir, live1(t, c, v.Request)), v.want)
		if l := live1(t, c, v.Request); l.covers(job.Identity{RegionID: "cn-beijing", NamespaceID: test}) {
			t.Error("a namespace that was not listed is to be pruned")
		}
	}
}

// What has to be mended first ends the run, whichever list it comes from.
func TestLiveRefused(t *testing.T) {
	server, _ := cloud(t, answerOf("1", "a", prod))
	for _, code := range []string{"InvalidNamespaceId.NotFound", "Forbidden.RAM", "InvalidAccessKeyId.NotFound", "InvalidTimeStamp.Expired"} {
		c := client(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Query().Get("NamespaceId") == test {
				fmt.Fprintf(w, `{"Success":false,"Code":%q}`, code)
				return
			}
			server.ServeHTTP(w, r)
		}))
		if _, err := Live(trial.Soon(t), c, Request{Region: "cn-beijing", Namespaces: []string{"prod", "test"}}); !sae.Misconfigured(err) {
			t.Errorf("%s: %v", code, err)
		}
	}
}

// Without the permission to describe, one call shows as much as all.
func TestLiveForbidden(t *testing.T) {
	calls := 0
	server, _ := cloud(t, answerOf("1", "a", prod), answerOf("2", "b", prod), answerOf("3", "c", prod), answerOf("4", "d", prod))
	c := client(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.Contains(r.URL.Path, "listJobs") {
			server.ServeHTTP(w, r)
			return
		}
		calls++
		w.WriteHeader(http.StatusForbidden)
		fmt.Fprint(w, `{"RequestId":"1","Code":"Forbidden.RAM","Message":"no","AccessDeniedDetail":{"AuthAction":"sae:DescribeJob"}}`)
	}))
	_, err := Write(trial.Soon(t), live1(t, c, Request{}), t.TempDir(), Options{Key: secret.RandomKey(), Concurrency: 1})
	if !errors.Is(err, sae.ErrForbidden) || calls > 3 {
		t.Errorf("%v after %d calls", err, calls)
	}
}

// Exported again, the samples of the emulator are as they were.
func TestLiveSamples(t *testing.T) {
	server, err := emulator.New(emulator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c, dir := client(t, server), t.TempDir()
	write(t, dir, live1(t, c, Request{}))
	before := look(t, dir)
	if got := write(t, dir, live1(t, c, Request{})); strings.Count(got, "unchanged") != strings.Count(got, "\n") || got == "" {
		t.Error(got)
	}
	untouched(t, dir, before)
}
