package emulator

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// namespaces has templates a1, a2, a3 in cn-beijing:a, b1 in cn-beijing:b and
// z, whose text is odd, in the region's own.
var namespaces = []string{
	"1.json", `{"AppId":"a1","AppName":"same","NamespaceId":"cn-beijing:a"}`,
	"2.json", `{"AppId":"b1","AppName":"same","NamespaceId":"cn-beijing:b"}`,
	"3.json", `{"AppId":"a2","AppName":"two words+*~/?&=%","NamespaceId":"cn-beijing:a"}`,
	"4.json", `{"AppId":"z","AppName":"\u591c\ud83d\ude00","NamespaceId":"cn-beijing"}`,
	"5.json", `{"AppId":"a3","NamespaceId":"cn-beijing:a","AppName":null}`,
	"ignored.txt", `not a template`,
}

func TestListJobsPages(t *testing.T) {
	for _, test := range []struct {
		query string
		want  string // AppIds / CurrentPage TotalSize PageSize
	}{
		{"", "a1 b1 a2 z a3 / 1 5 20"},
		{"CurrentPage=1 PageSize=2", "a1 b1 / 1 5 2"},
		{"CurrentPage=2 PageSize=2", "a2 z / 2 5 2"},
		{"CurrentPage=3 PageSize=2", "a3 / 3 5 2"},
		{"CurrentPage=4 PageSize=2", " / 4 5 2"},
		{"CurrentPage=1 PageSize=5", "a1 b1 a2 z a3 / 1 5 5"},
		{"CurrentPage=2 PageSize=5", " / 2 5 5"},
		{"CurrentPage=2147483647 PageSize=200", " / 2147483647 5 200"},
		{"PageSize=0", "a1 b1 a2 z a3 / 1 5 20"},
		{"NamespaceId=cn-beijing:a", "a1 a2 a3 / 1 3 20"},
		{"NamespaceId=cn-beijing:a PageSize=2 CurrentPage=2", "a3 / 2 3 2"},
		{"NamespaceId=cn-beijing", "z / 1 1 20"},
		{"AppName=same", "a1 b1 / 1 2 20"},
		{"AppName=same NamespaceId=cn-beijing:b", "b1 / 1 1 20"},
		{"AppName=sam", " / 1 0 20"},
		{"AppName=夜😀", "z / 1 1 20"},
		{"AppName=two_words+*~/?&=%", "a2 / 1 1 20"},
		{"FieldType=appName FieldValue=same", "a1 b1 / 1 2 20"},
		{"FieldType=appIds FieldValue=a3", "a3 / 1 1 20"},
		{"FieldType=appIds FieldValue=z,a1,none", "a1 z / 1 2 20"},
		{"FieldType=appIds", "a1 b1 a2 z a3 / 1 5 20"},
	} {
		t.Run(test.query, func(t *testing.T) {
			body := newClient(t, namespaces...).call("ListJobs", words(test.query)...)
			if got := pageText(t, body); got != test.want {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
		})
	}
}

// A region's own namespace is there even when nothing is in it.
func TestListJobsOfRegionsOwnNamespace(t *testing.T) {
	c := newClient(t, "1.json", `{"AppId":"1","NamespaceId":"cn-beijing:a"}`)
	if got := pageText(t, c.call("ListJobs", words("NamespaceId=cn-beijing")...)); got != " / 1 0 20" {
		t.Errorf("got %s", got)
	}
}

// words is a query written as NAME=VALUE NAME=VALUE, with _ for a blank and
// Workload=job before it.
func words(query string) []string {
	pairs := []string{"Workload", "job"}
	for _, pair := range strings.Fields(query) {
		name, value, _ := strings.Cut(pair, "=")
		pairs = append(pairs, name, strings.ReplaceAll(value, "_", " "))
	}
	return pairs
}

func pageText(t *testing.T, body []byte) string {
	t.Helper()
	type numbers struct{ CurrentPage, TotalSize, PageSize int }
	var answer struct {
		Data struct {
			numbers
			Applications []struct{ AppId string }
		}
		Code, Message, RequestId string
		Success                  bool
		numbers
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		t.Fatal(err)
	}
	if answer.Code != "200" || !answer.Success || answer.Message != "success" || answer.RequestId == "" {
		t.Errorf("envelope: %s", body)
	}
	if answer.numbers != answer.Data.numbers || answer.Data.Applications == nil {
		t.Errorf("Data does not agree with the envelope: %s", body)
	}
	var ids []string
	for _, a := range answer.Data.Applications {
		ids = append(ids, a.AppId)
	}
	n := answer.numbers
	return fmt.Sprintf("%s / %d %d %d", strings.Join(ids, " "), n.CurrentPage, n.TotalSize, n.PageSize)
}

func TestListJobsRefusals(t *testing.T) {
	for _, test := range []struct {
		query  []string
		status int
		code   string
	}{
		{nil, 400, "MissingParameter"},
		{[]string{"Workload", "web"}, 400, "InvalidParameter.WithMessage"},
		{words("CurrentPage=0"), 400, "InvalidParameter.WithMessage"},
		{words("CurrentPage=-1"), 400, "InvalidParameter.WithMessage"},
		{words("CurrentPage=2147483648"), 400, "InvalidParameter.WithMessage"},
		{words("CurrentPage=one"), 400, "InvalidParameter.WithMessage"},
		{words("PageSize=201"), 400, "InvalidParameter.WithMessage"},
		{words("PageSize=-1"), 400, "InvalidParameter.WithMessage"},
		{words("PageSize=1.0"), 400, "InvalidParameter.WithMessage"},
		{words("FieldType=tags FieldValue=1"), 400, "InvalidParameter.WithMessage"},
		{words("FieldValue=a1"), 400, "InvalidParameter.WithMessage"},
		{words("Tags=[]"), 400, "InvalidParameter.WithMessage"},
		{words("OrderBy=running"), 400, "InvalidParameter.WithMessage"},
		{words("Reverse=true"), 400, "InvalidParameter.WithMessage"},
		{words("NamespaceId=cn-beijing:none"), 404, "InvalidNamespaceId.NotFound"},
		{words("NamespaceId=CN-BEIJING:a"), 404, "InvalidNamespaceId.NotFound"},
	} {
		t.Run(strings.Join(test.query, " "), func(t *testing.T) {
			c := newClient(t, namespaces...)
			r := c.request("ListJobs", test.query...)
			c.sign(r)
			c.refused(c.send(r), test.status, test.code)
			if got := c.server.Calls(); got != (Calls{ListJobs: 1}) {
				t.Errorf("calls: %+v", got) // it was admitted all the same
			}
		})
	}
}

func TestListJobsShows(t *testing.T) {
	c := newClient(t,
		"full.json", `{"AppId":"1","AppName":"n","NamespaceId":"cn-beijing:a","RegionId":"cn-beijing","AppDescription":"<&>","ImageUrl":"nginx",
			"TriggerConfig":"{\"type\":\"time\"}","Suspend":true,"Tags":[{"Key":"k", "Value":"v"}],"Cpu":500,"Memory":1024,"Envs":"[]","Active":7}`,
		"odd.json", `{"AppId":"2","Cpu":123456789012345678901234567890,"Memory":"1024","Tags":null,"AppName":"\ud800"}`)
	const want = `[{"AppName":"n","NamespaceId":"cn-beijing:a","AppId":"1","Tags":[{"Key":"k","Value":"v"}],"RegionId":"cn-beijing",` +
		`"AppDescription":"<&>","ImageUrl":"nginx","TriggerConfig":"{\"type\":\"time\"}","Suspend":true,` +
		`"Active":0,"Succeeded":0,"Failed":0,"LastStartTime":0,"CompletionTime":0,"LastChangeorderState":"1","LastJobState":"0",` +
		`"Cpu":500,"Mem":1024,"Message":"success"},` +
		`{"AppName":"\ud800","NamespaceId":"","AppId":"2","Tags":null,"RegionId":"",` +
		`"AppDescription":"","TriggerConfig":"","Suspend":false,` +
		`"Active":0,"Succeeded":0,"Failed":0,"LastStartTime":0,"CompletionTime":0,"LastChangeorderState":"1","LastJobState":"0",` +
		`"Cpu":123456789012345678901234567890,"Mem":"1024","Message":"success"}]`
	var answer struct {
		Data struct{ Applications json.RawMessage }
	}
	if err := json.Unmarshal(c.call("ListJobs", "Workload", "job"), &answer); err != nil {
		t.Fatal(err)
	}
	if got := string(answer.Data.Applications); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestListJobsOfSamples(t *testing.T) {
	c := newClient(t)
	if got := pageText(t, c.call("ListJobs", "Workload", "job")); !strings.HasSuffix(got, "/ 1 10 20") {
		t.Errorf("got %s", got)
	}
	// Every page together is the whole, once.
	var ids []string
	for page := 1; page <= 4; page++ {
		text := pageText(t, c.call("ListJobs", words(fmt.Sprintf("PageSize=3 CurrentPage=%d", page))...))
		list, _, _ := strings.Cut(text, " / ")
		ids = append(ids, strings.Fields(list)...)
	}
	slices.Sort(ids)
	if n := len(slices.Compact(ids)); n != 10 {
		t.Errorf("%d templates, want 10", n)
	}
}
