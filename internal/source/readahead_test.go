package source_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"saejob/internal/emulator"
	"saejob/internal/job"
	"saejob/internal/trial"
)

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
