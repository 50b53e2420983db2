package source_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"saejob/export"
	"saejob/internal/emulator"
	"saejob/internal/job"
	"saejob/internal/sae"
	"saejob/internal/secret"
	"saejob/internal/source"
	"saejob/internal/trial"
)

func TestParseLive(t *testing.T) {
	for text, want := range map[string]source.Target{
		"live:prod":              {Environment: "prod"},
		"live:測試.1":              {Environment: "測試.1"},
		"live:cn-beijing":        {Region: "cn-beijing"},
		"live:us-east-1":         {Region: "us-east-1"},
		"live:cn-beijing:test":   {Region: "cn-beijing", Namespace: "cn-beijing:test"},
		"live:cn-beijing:":       {Region: "cn-beijing", Namespace: "cn-beijing"},
		"live:rus-west-1:test":   {Region: "rus-west-1", Namespace: "rus-west-1:test"},
		"live:":                  {},
		"live::test":             {},
		"live:cn-beijing.evil.x": {},
		"live:cn-Beijing:test":   {},
		"live:evil.com/?:test":   {},
		"live:cn-beijing:a:b":    {},
		"live:cn-beijing:test/a": {},
	} {
		got, err := source.ParseLive(text)
		if got != want || (err != nil) != (want == source.Target{}) {
			t.Errorf("%s is %+v, %v", text, got, err)
		}
	}
}

const prod = "cn-beijing:prod"

func answer(id, name, namespace string) string {
	return fmt.Sprintf(`{"AppId":%q,"AppName":%q,"NamespaceId":%q,"RegionId":"cn-beijing","Cpu":500,"Envs":"[{\"name\":\"DB_PASSWORD\",\"value\":\"s3cret\"}]"}`, id, name, namespace)
}

// world is an SAE with templates.
func world(t *testing.T, answers ...string) *emulator.Server {
	t.Helper()
	files := fstest.MapFS{}
	for i, data := range answers {
		files[fmt.Sprintf("%d.json", i)] = &fstest.MapFile{Data: []byte(data)}
	}
	server, err := emulator.New(emulator.Options{Data: files})
	if err != nil {
		t.Fatal(err)
	}
	return server
}

// over returns a reader of what is live, several at a time.
func over(t *testing.T, h http.Handler, several int) *source.Reader {
	t.Helper()
	listener := httptest.NewServer(h)
	t.Cleanup(listener.Close)
	client, err := sae.New(sae.Options{Region: "cn-beijing", Endpoint: listener.URL, Credentials: func(context.Context) (sae.Credentials, error) {
		return sae.NewCredentials("emulator", "emulator", ""), nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	r := reader(t, "")
	r.Cloud = source.Cloud{
		List: func(ctx context.Context, to source.Target) (*export.Listing, error) {
			request := export.Request{Region: "cn-beijing"}
			if to.Namespace != "" {
				request.Namespaces = []string{to.Namespace}
			}
			return export.Live(ctx, client, request)
		},
		Options: export.Options{Key: secret.RandomKey(), Concurrency: several},
	}
	return r
}

// TestLive: live templates, under the places that name them.
func TestLive(t *testing.T) {
	server := world(t, answer("1", "b", prod), answer("2", "a", prod), answer("3", "a", "cn-beijing:test"), answer("4", "own", "cn-beijing"))
	r := over(t, server, 4)
	for text, want := range map[string]string{
		"live:cn-beijing":  "live:cn-beijing:/own template\nlive:cn-beijing:prod/a template\nlive:cn-beijing:prod/b template\nlive:cn-beijing:test/a template",
		"live:" + prod:     "live:cn-beijing:prod/a template\nlive:cn-beijing:prod/b template",
		"live:cn-beijing:": "live:cn-beijing:/own template",
	} {
		if got := places(t, r, text); got != want {
			t.Errorf("%s:\n got %s\nwant %s", text, got, want)
		}
	}
	if err := server.Put([]byte(answer("5", "b", prod))); err != nil {
		t.Fatal(err)
	}
	if got := places(t, r, "live:"+prod); got != "live:cn-beijing:prod/a template\nlive:cn-beijing:prod/b~1 template\nlive:cn-beijing:prod/b~5 template" {
		t.Errorf("a name twice: %s", got)
	}
	before := server.Calls()
	s, err := r.Open(trial.Soon(t), "live:"+prod)
	if err != nil || s.Dir != "live:cn-beijing:prod" || s.Refs[0].Known != (job.Identity{AppID: "2", Name: "a", RegionID: "cn-beijing", NamespaceID: prod}) {
		t.Fatalf("%+v %v", s, err)
	}
	if calls := server.Calls(); calls.DescribeJob != before.DescribeJob || calls.ListJobs != before.ListJobs+1 {
		t.Errorf("a list took %+v after %+v", calls, before)
	}
	first, err := s.Refs[0].Open()
	if err != nil {
		t.Fatal(err)
	}
	changed := first.Template.Root.Member("AppName").Value
	changed.Text = "changed"
	second, err := s.Refs[0].Open()
	if calls := server.Calls(); err != nil || calls.DescribeJob != before.DescribeJob+1 || second.Template.Identity().Name != "a" {
		t.Errorf("opened twice: %+v after %+v, %v, %v", calls, before, second.Template.Identity(), err)
	}
}

// TestLiveDocument: a live template is what its file would be, redacted for good;
// what was there before can only be compared.
func TestLiveDocument(t *testing.T) {
	r := over(t, world(t, answer("1", "a", prod)), 1)
	s, err := r.Open(trial.Soon(t), "live:"+prod)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := s.Refs[0].Open()
	if err != nil {
		t.Fatal(err)
	}
	file, problems := job.Parse(doc.Text)
	if len(problems) > 0 || strings.Contains(string(doc.Text), "s3cret") || !strings.Contains(string(doc.Text), "value: <redacted>\n") {
		t.Fatalf("%v\n%s", problems, doc.Text)
	}
	value := func(t *job.Template) *job.Node {
		return t.Root.Member("Envs").Value.Entries[0].Value.Member("value").Value
	}
	live, written := value(doc.Template), value(file)
	if live.Range != written.Range || live.Text != written.Text || live.Range.Line != 7 {
		t.Errorf("%+v, in its file %+v\n%s", live, written, doc.Text)
	}
	if len(live.Secrets) != 1 || live.Secrets[0].Digest == "" || len(written.Secrets) != 0 {
		t.Errorf("%+v", live.Secrets)
	}
	if strings.Contains(fmt.Sprintf("%+v", doc), "s3cret") || strings.Contains(string(job.Answer(doc.Template)), "s3cret") {
		t.Error("the secret is still there")
	}
}

// TestLiveUnread: what cannot be read is unread, and what is gone is gone, unless
// something came meanwhile.
func TestLiveUnread(t *testing.T) {
	server := world(t, answer("1", "a", prod), answer("2", "b", prod), answer("3", "c", prod))
	if err := server.Inject(emulator.Fault{Kind: "dup-keys", AppID: "1"}); err != nil {
		t.Fatal(err)
	}
	r := over(t, server, 1)
	s, err := r.Open(trial.Soon(t), "live:"+prod)
	if err != nil {
		t.Fatal(err)
	}
	server.Remove("2")
	if got := outcome(s.Refs[0]) + " " + outcome(s.Refs[2]); got != "unread template" {
		t.Error(got)
	}
	if _, err := s.Refs[1].Open(); !errors.Is(err, job.ErrGone) {
		t.Error(err)
	}

	if s, err = r.Open(trial.Soon(t), "live:"+prod); err != nil {
		t.Fatal(err)
	}
	server.Remove("3")
	if err := server.Put([]byte(answer("4", "c", prod))); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Refs[1].Open(); errors.Is(err, job.ErrGone) || err == nil || !strings.HasSuffix(err.Error(), "deleted after it was listed, and 1 template appeared in the list meanwhile; try again") {
		t.Error(err)
	}
	if err := r.Err(); err != nil {
		t.Error(err)
	}

	if err := server.Inject(emulator.Fault{Kind: "total"}); err != nil {
		t.Fatal(err)
	}
	if got := places(t, r, "live:"+prod); !strings.HasPrefix(got, "live:cn-beijing:prod unread\n") {
		t.Errorf("an incomplete list: %s", got)
	}
	if got := places(t, r, "live:cn-beijing"); !strings.HasPrefix(got, "live:cn-beijing unread\n") {
		t.Errorf("an incomplete list of a region: %s", got)
	}
}

// TestLiveForbidden: without the permission, one call shows as much as all.
func TestLiveForbidden(t *testing.T) {
	server := world(t, answer("1", "a", prod), answer("2", "b", prod), answer("3", "c", prod), answer("4", "d", prod), answer("5", "e", prod))
	calls := 0
	r := over(t, http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		if strings.Contains(req.URL.Path, "listJobs") {
			server.ServeHTTP(w, req)
			return
		}
		calls++
		w.WriteHeader(http.StatusForbidden)
		fmt.Fprint(w, `{"RequestId":"1","Code":"Forbidden.RAM","Message":"no","AccessDeniedDetail":{"AuthAction":"sae:DescribeJob"}}`)
	}), 1)
	got := places(t, r, "live:"+prod)
	if err := r.Err(); !errors.Is(err, sae.ErrForbidden) || calls != 1 || strings.Count(got, "unread") != 5 {
		t.Errorf("%v after %d calls: %s", err, calls, got)
	}
}

// TestAhead: what is told to be opened is read several at a time, in order, and
// nothing else is.
func TestAhead(t *testing.T) {
	var answers []string
	for i := range 40 {
		answers = append(answers, answer(fmt.Sprint(i), fmt.Sprintf("%02d", i), prod))
	}
	server := world(t, answers...)
	for _, several := range []int{1, 4} {
		var mu sync.Mutex
		var asked, told []string
		waiting, most := 0, 0
		open := make(chan struct{})
		r := over(t, http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
			if strings.Contains(req.URL.Path, "listJobs") {
				server.ServeHTTP(w, req)
				return
			}
			mu.Lock()
			asked = append(asked, req.URL.Query().Get("AppId"))
			waiting++
			most = max(most, waiting)
			full := waiting == several && len(asked) == several
			mu.Unlock()
			if full {
				close(open)
			}
			select {
			case <-open: // as many are here as may be
			case <-time.After(trial.Patience):
				t.Error("fewer are read at a time")
			}
			server.ServeHTTP(w, req)
			mu.Lock()
			waiting--
			mu.Unlock()
		}), several)
		r.Cloud.Watch = func(done, all int) { told = append(told, fmt.Sprint(done)) }
		s, err := r.Open(trial.Soon(t), "live:"+prod)
		if err != nil {
			t.Fatal(err)
		}
		var want, steps []string
		for i := 0; i < 40; i += 2 {
			job.ReadAhead(&s.Refs[i])
			want, steps = append(want, fmt.Sprint(i)), append(steps, fmt.Sprint(i/2+1))
		}
		for i := 38; i >= 0; i -= 2 {
			if got := outcome(s.Refs[i]); got != "template" {
				t.Error(i, got)
			}
		}
		r.Close()
		if most != several || several == 1 && !reflect.DeepEqual(asked, want) || len(asked) != len(want) || !reflect.DeepEqual(told, steps) {
			t.Errorf("%d at a time: %d at once, asked for %v, told %v", several, most, asked, told)
		}
	}
}

// TestLiveEnds: the end of the context or of the reader ends what is being read.
func TestLiveEnds(t *testing.T) {
	server := world(t, answer("1", "a", prod), answer("2", "b", prod))
	if err := server.Inject(emulator.Fault{Kind: "hang", Action: "DescribeJob"}); err != nil {
		t.Fatal(err)
	}
	for _, end := range []string{"context", "reader"} {
		ctx, cancel := context.WithCancel(trial.Soon(t))
		r := over(t, server, 1)
		s, err := r.Open(ctx, "live:"+prod)
		if err != nil {
			t.Fatal(err)
		}
		job.ReadAhead(&s.Refs[0], &s.Refs[1])
		if end == "context" {
			cancel()
		} else {
			r.Close()
		}
		for _, ref := range s.Refs {
			if _, err := ref.Open(); !errors.Is(err, context.Canceled) {
				t.Errorf("%s: %v", end, err)
			}
		}
		cancel()
	}
}
