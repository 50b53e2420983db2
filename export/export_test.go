package export

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"testing"

	"saejob/internal/job"
	"saejob/internal/sae"
	"saejob/internal/secret"
	"saejob/internal/trial"
)

func TestUnreadTemplates(t *testing.T) {
	dir := t.TempDir()
	l := listed(t, true, full(), answerOf("2", "b", prod), answerOf("3", "c", prod), answerOf("4", "d", prod))
	l.Answers[0].data = func(context.Context) (sae.Description, error) { return sae.Description{}, errors.New("no answer") }
	l.Answers[1].data = func(context.Context) (sae.Description, error) {
		return sae.Description{Data: []byte(`{"AppId":"9","AppName":"b"}`)}, nil
	}
	l.Answers[2].data = func(context.Context) (sae.Description, error) {
		return sae.Description{Data: []byte(`{"AppId":"3","AppId":"3"}`)}, nil
	}
	l.Answers = append(l.Answers, listed(t, true, answerOf("5", "e", prod)).Answers...)
	l.Answers[4].data = func(context.Context) (sae.Description, error) {
		return sae.Description{Data: []byte(answerOf("5", "renamed", prod))}, nil
	}
	const other = ": DescribeJob: HTTP 200: the answer is for a different template than the one listed; try again\n"
	const want = "unread b.yaml" + other + "unread c.yaml: DescribeJob: HTTP 200: the answer cannot be read: it has a duplicate member\nadded d.yaml\nunread e.yaml" + other +
		"unread nightly.yaml: no answer\n"
	equal(t, "outcomes", write(t, dir, l), want)
	equal(t, "files", names(t, dir), "d.yaml\n")
}

func TestTemplatesFlow(t *testing.T) {
	const n, all = 3, 50
	l := &Listing{Flat: true}
	open := make(chan struct{}, 2*n+2) // as many as may be held at a time
	for i := range all {
		id := fmt.Sprintf("t%02d", i)
		l.Answers = append(l.Answers, Answer{Identity: job.Identity{AppID: id, Name: id}, data: func(context.Context) (sae.Description, error) {
			select {
			case open <- struct{}{}:
			default:
				t.Error("too many templates at a time")
			}
			return sae.Description{Data: []byte(`{"AppId":"` + id + `","AppName":"` + id + `"}`)}, nil
		}})
	}
	done := func(Outcome) {
		select {
		case <-open:
		default:
			t.Error("a template was done that was not read")
		}
	}
	s, err := Write(trial.Soon(t), l, t.TempDir(), Options{Key: secret.RandomKey(), Concurrency: n, Done: done})
	if err != nil || s[Added] != all {
		t.Error(s, err)
	}
}

func TestPrint(t *testing.T) {
	var out bytes.Buffer
	o := Options{Key: secret.RandomKey()}
	s, err := Print(trial.Soon(t), listed(t, true, answerOf("2", "b", prod)), &out, o)
	if err != nil || s[Printed] != 1 || !s.Complete() {
		t.Error(s, err)
	}
	dir := t.TempDir()
	write(t, dir, listed(t, true, answerOf("2", "b", prod), answerOf("1", "a", prod)))
	equal(t, "one", out.String(), read(t, dir, "b.yaml"))

	out.Reset()
	l := listed(t, true, answerOf("2", "b", prod), answerOf("3", "c", prod), answerOf("1", "a", prod))
	l.Answers[1].data = func(context.Context) (sae.Description, error) { return sae.Description{}, errors.New("no answer") }
	s, err = Print(trial.Soon(t), l, &out, o)
	if err != nil || s[Printed] != 2 || s[Unread] != 1 || s.Complete() {
		t.Error(s, err)
	}
	equal(t, "several", out.String(), read(t, dir, "a.yaml")+"---\n"+read(t, dir, "b.yaml"))
}

// What a list lacks, and what appeared after it was read, makes printing incomplete too.
func TestPrintIncomplete(t *testing.T) {
	l := listed(t, true, answerOf("1", "a", prod))
	l.Unread = []Outcome{{Status: Unlisted, Err: errors.New("no list")}}
	l.live, l.asks = []*liveList{{late: []job.Identity{{AppID: "9"}}}}, func(job.Identity) bool { return true }
	var out bytes.Buffer
	told := 0
	s, err := Print(trial.Soon(t), l, &out, Options{Key: secret.RandomKey(), Done: func(Outcome) { told++ }})
	if err != nil || s[Printed] != 1 || s[Unlisted] != 1 || s[Unread] != 1 || s.Complete() || told != 3 {
		t.Error(s, err, told)
	}
}
