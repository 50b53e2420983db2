package source_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"saejob/export"
	"saejob/internal/emulator"
	"saejob/internal/job"
	"saejob/internal/sae"
	"saejob/internal/secret"
	"saejob/internal/source"
	"saejob/internal/trial"
)

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
