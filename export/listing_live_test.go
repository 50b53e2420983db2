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

// A template that is not found is gone when the list, read again, does not have
// it: no error, and its file stays. One more list tells that of all.
func TestGone(t *testing.T) {
	server, c := cloud(t, answerOf("1", "a", prod), answerOf("2", "b", prod), answerOf("3", "c", prod))
	dir := t.TempDir()
	write(t, dir, live1(t, c, Request{Namespaces: []string{"prod"}}))
	l := live1(t, c, Request{Namespaces: []string{"prod"}})
	server.Remove("2")
	server.Remove("3")
	before := server.Calls().ListJobs
	equal(t, "outcomes", write(t, dir, l), "unchanged a.yaml\ngone b.yaml\ngone c.yaml\n")
	equal(t, "files", names(t, dir), "a.yaml\nb.yaml\nc.yaml\n")
	if lists := server.Calls().ListJobs - before; lists != 1 {
		t.Errorf("listed %d times", lists)
	}
}

// One that was made again while it was exported is not missed in silence, unless
// it was not asked for.
func TestMadeAgainMeanwhile(t *testing.T) {
	for request, want := range map[string]string{
		"":  "added cn-beijing/prod/a.yaml\ngone cn-beijing/prod/b.yaml\nunread : appeared in the list after the export started; run export again\n",
		"b": "gone cn-beijing/prod/b.yaml\nunread : appeared in the list after the export started; run export again\n",
		"?": "added cn-beijing/prod/a.yaml\ngone cn-beijing/prod/b.yaml\nunread : appeared in the list after the export started; run export again\n",
		"a": "added cn-beijing/prod/a.yaml\n",
	} {
		server, c := cloud(t, answerOf("1", "a", prod), answerOf("2", "b", prod))
		l := live1(t, c, Request{Name: request})
		server.Remove("2")
		if err := server.Put([]byte(answerOf("3", "b", prod))); err != nil {
			t.Fatal(err)
		}
		equal(t, request, write(t, t.TempDir(), l), want)
	}
}

// lost serves templates whose description is not found, and counts the lists.
func lost(t *testing.T, list func(n int, w http.ResponseWriter)) (*sae.Client, *int) {
	n := 0
	return client(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.Contains(r.URL.Path, "listJobs") {
			n++
			list(n, w)
			return
		}
		w.WriteHeader(http.StatusNotFound)
		fmt.Fprint(w, `{"Code":"InvalidAppId.NotFound","Message":"No."}`)
	})), &n
}

// What is listed again and again and not found is unread; lists are not read
// without end for it.
func TestListedAndNotFound(t *testing.T) {
	c, lists := lost(t, func(_ int, w http.ResponseWriter) { listOf(w, 5, "a", "b", "c", "d", "e") })
	got := write(t, t.TempDir(), live1(t, c, Request{}))
	const why = ": listed, but DescribeJob does not find it: DescribeJob: HTTP 404 InvalidAppId.NotFound: No.\n"
	want := ""
	for _, id := range []string{"a", "b", "c", "d", "e"} {
		want += "unread cn-beijing/prod/" + id + ".yaml" + why
	}
	equal(t, "outcomes", got, want)
	if *lists != 1+maxFutile {
		t.Errorf("listed %d times", *lists)
	}
}

// A list that cannot be read, or not wholly, does not say that anything is gone.
func TestListedAgainInVain(t *testing.T) {
	for _, v := range []struct {
		list func(n int, w http.ResponseWriter)
		want string
	}{
		{func(n int, w http.ResponseWriter) { listOf(w, 1) }, "listed, but DescribeJob does not find it, and the list changed while reading it again: DescribeJob"},
		{func(n int, w http.ResponseWriter) {
			w.WriteHeader(http.StatusBadRequest)
			fmt.Fprint(w, `{"Code":"Bad"}`)
		}, "listed, but DescribeJob does not find it, and listing again failed: ListJobs: HTTP 400 Bad\n"},
	} {
		c, _ := lost(t, func(n int, w http.ResponseWriter) {
			if n == 1 {
				listOf(w, 1, "a")
				return
			}
			v.list(n, w)
		})
		if got := write(t, t.TempDir(), live1(t, c, Request{})); !strings.HasPrefix(got, "unread cn-beijing/prod/a.yaml: "+v.want) {
			t.Error(got)
		}
	}
}

// The summary counts what the API counts.
func TestTotals(t *testing.T) {
	server, err := emulator.New(emulator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c := client(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.Contains(r.URL.Path, "listJobs") {
			listOf(w, 8, "a", "b")
			return
		}
		server.ServeHTTP(w, r)
	}))
	l := live1(t, c, Request{})
	s, err := Write(trial.Soon(t), l, t.TempDir(), Options{Key: secret.RandomKey()})
	if err != nil || s[Unread] != 8 || s.Total() != 8 || s.Complete() {
		t.Errorf("%+v, %v", s, err)
	}
	if _, err := l.Answers[0].Template(trial.Soon(t), secret.RandomKey()); errors.Is(err, job.ErrGone) || !errors.Is(err, sae.ErrNotFound) {
		t.Error(err)
	}
}
