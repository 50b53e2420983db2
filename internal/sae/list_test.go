package sae

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"

	"saejob/internal/trial"
)

// pages answers a list: the first request with the first, and so on; the last
// one is repeated. Each is "TOTAL: ID ID …". It notes the queries.
type pages struct {
	mu      sync.Mutex
	pages   []string
	queries []url.Values
}

func (p *pages) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	defer p.mu.Unlock()
	text := p.pages[min(len(p.queries), len(p.pages)-1)]
	p.queries = append(p.queries, r.URL.Query())
	total, ids, _ := strings.Cut(text, ":")
	var apps []string
	for _, id := range strings.Fields(ids) {
		apps = append(apps, fmt.Sprintf(`{"AppId":%q,"AppName":"n-%s","NamespaceId":"cn-beijing:prod","RegionId":"cn-beijing","Mem":1024}`, id, id))
	}
	body := fmt.Sprintf(`{"RequestId":"L-1","Data":{"CurrentPage":1,"TotalSize":%s,"PageSize":200,"Applications":[%s]},"Code":"200","Success":true}`, total, strings.Join(apps, ","))
	answers(200, body)(w, r)
}

func TestPages(t *testing.T) {
	for _, v := range []struct {
		name     string
		pages    []string
		want     string
		total    int
		complete bool
		calls    int
	}{
		{"none", []string{"0:"}, "", 0, true, 1},
		{"one page", []string{"2: a b"}, "a b", 2, true, 1},
		{"two pages", []string{"3: a b", "3: c"}, "a b c", 3, true, 2},
		{"a short page is not the last", []string{"4: a b", "4: c", "4: d"}, "a b c d", 4, true, 3},
		// The second page of the first list is the first of the second, and so on.
		{"a duplicate", []string{"4: a b", "4: b c", "4: d", "4: x a", "4: b c"}, "x a b c", 4, true, 5},
		{"duplicates on a page", []string{"1: a a", "1: a"}, "a", 1, true, 2},
		{"duplicates for ever", []string{"2: a a", "2: b", "2: a a", "2: b", "2: a a", "2: b"}, "a b", 2, false, 6},
		{"an empty page too early", []string{"3: a b", "3:", "2: a b"}, "a b", 2, true, 3},
		{"empty pages too early, for ever", []string{"3: a b", "3:", "3: a b", "3:", "3: a b", "3:"}, "a b", 3, false, 6},
		{"pages that do not turn", []string{"9: a b"}, "a b", 9, false, 6},
		{"one is created meanwhile", []string{"3: a b", "4: b c", "4:", "4: z a", "4: b c"}, "z a b c", 4, true, 5},
		{"one is created, and seen", []string{"3: a b", "4: c d", "4: a b", "4: c d"}, "a b c d", 4, true, 4},
		{"one is deleted meanwhile, another missed", []string{"4: a b", "3: d", "3: b c", "3: d"}, "b c d", 3, true, 4},
		{"one is deleted or created each time", []string{"4: a b", "3: d", "3: b c", "4: d e", "4: b c", "3: e"}, "b c e", 3, false, 6},
		{"total too small", []string{"1: a b"}, "a b", 1, false, 3},
	} {
		t.Run(v.name, func(t *testing.T) {
			p := &pages{pages: v.pages}
			l, err := client(t, p.ServeHTTP).List(trial.Soon(t), ListQuery{})
			if err != nil {
				t.Fatal(err)
			}
			var ids []string
			for _, job := range l.Jobs {
				ids = append(ids, job.AppID)
			}
			if got := strings.Join(ids, " "); got != v.want || l.Total != v.total || l.Complete != v.complete || len(p.queries) != v.calls {
				t.Errorf("got %q of %d, complete: %t, %d calls", got, l.Total, l.Complete, len(p.queries))
			}
		})
	}
}

// As many templates as an account with many has, a page after the other.
func TestListOfMany(t *testing.T) {
	const total = 7*pageSize + 1
	var all []string
	for from := 0; from < total; from += pageSize {
		page := fmt.Sprintf("%d:", total)
		for i := from; i < min(from+pageSize, total); i++ {
			page += fmt.Sprintf(" id-%d", i)
		}
		all = append(all, page)
	}
	p := &pages{pages: all}
	l, err := client(t, p.ServeHTTP).List(trial.Soon(t), ListQuery{})
	if err != nil || !l.Complete || len(l.Jobs) != total || len(p.queries) != 8 {
		t.Errorf("got %d of %d in %d calls, complete: %t, %v", len(l.Jobs), total, len(p.queries), l.Complete, err)
	}
}

func TestListThatNeverEnds(t *testing.T) {
	n := 0
	c := client(t, func(w http.ResponseWriter, r *http.Request) {
		n++
		(&pages{pages: []string{fmt.Sprintf("1000000: id-%d", n)}}).ServeHTTP(w, r)
	})
	l, err := c.List(trial.Soon(t), ListQuery{})
	if err != nil || l.Complete || len(l.Jobs) != maxPages || n != maxPages {
		t.Errorf("got %d of %d in %d calls, complete: %t, %v", len(l.Jobs), l.Total, n, l.Complete, err)
	}
}

func TestListQueries(t *testing.T) {
	p := &pages{pages: []string{"2: a", "2: b"}}
	l, err := client(t, p.ServeHTTP).List(trial.Soon(t), ListQuery{Namespace: "cn-beijing:prod"})
	if err != nil {
		t.Fatal(err)
	}
	if want := (Job{AppID: "b", AppName: "n-b", NamespaceID: "cn-beijing:prod", RegionID: "cn-beijing"}); l.Jobs[1] != want {
		t.Errorf("got %+v, want %+v", l.Jobs[1], want)
	}
	for n, q := range p.queries {
		if want := fmt.Sprintf("CurrentPage=%d&NamespaceId=cn-beijing%%3Aprod&PageSize=200&Workload=job", n+1); q.Encode() != want {
			t.Errorf("got %s, want %s", q.Encode(), want)
		}
	}
	p = &pages{pages: []string{"0:"}}
	if _, err := client(t, p.ServeHTTP).List(trial.Soon(t), ListQuery{}); err != nil || p.queries[0].Has("NamespaceId") {
		t.Errorf("got %v, %v", p.queries, err)
	}
}

func TestListAnswers(t *testing.T) {
	for _, v := range []struct {
		name, body, want string // want: the error, or the AppIds as JSON
	}{
		{"total at the top", `{"TotalSize":1,"Data":{"Applications":[{"AppId":"a"}]}}`, `["a"]`},
		{"applications null", `{"Data":{"TotalSize":0,"Applications":null}}`, `null`},
		{"unknown members, nulls", `{"Data":{"TotalSize":1,"Applications":[{"AppId":"a","AppName":null,"x":{"y":[]}}]}}`, `["a"]`},
		{"no data", `{"TotalSize":0}`, "ListJobs: HTTP 200: the answer has no Data (request H-1)"},
		{"data is {}", `{"TotalSize":0,"Data":{}}`, "ListJobs: HTTP 200: the answer has no Data (request H-1)"},
		{"no total", `{"Data":{"Applications":[]}}`, "ListJobs: HTTP 200: the answer has no TotalSize (request H-1)"},
		{"total is null", `{"Data":{"TotalSize":null,"Applications":[]}}`, "ListJobs: HTTP 200: the answer has no TotalSize (request H-1)"},
		{"total is text", `{"Data":{"TotalSize":"` + dataByte + `"}}`, "ListJobs: HTTP 200: the answer has no TotalSize (request H-1)"},
		{"total is less than nothing", `{"Data":{"TotalSize":-1}}`, "ListJobs: HTTP 200: the answer has no TotalSize (request H-1)"},
		{"total twice", `{"Data":{"TotalSize":0,"TotalSize":1}}`, "ListJobs: HTTP 200: the answer has no Data (request H-1)"},
		{"applications are none", `{"Data":{"TotalSize":1,"Applications":["` + dataByte + `"]}}`, "ListJobs: HTTP 200: the answer's Applications is not a list of applications (request H-1)"},
		{"no id", `{"Data":{"TotalSize":1,"Applications":[{"AppName":"` + dataByte + `"}]}}`, "ListJobs: HTTP 200: the answer has an application without AppId (request H-1)"},
		{"forbidden", `{"Code":"Forbidden","Success":false}`, "ListJobs: HTTP 200 Forbidden (needs sae:ListJobs; request H-1)"},
	} {
		t.Run(v.name, func(t *testing.T) {
			l, err := client(t, answers(200, v.body)).List(trial.Soon(t), ListQuery{})
			if err != nil {
				leaks(t, err)
				if err.Error() != v.want || l.Jobs != nil {
					t.Errorf("\ngot  %v, %v\nwant %s", err, l, v.want)
				}
				return
			}
			var ids []string
			for _, job := range l.Jobs {
				ids = append(ids, job.AppID)
			}
			if got, _ := json.Marshal(ids); string(got) != v.want {
				t.Errorf("got %s, want %s", got, v.want)
			}
		})
	}
}
