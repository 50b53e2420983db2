package export

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"saejob/internal/trial"
)

// whole returns a whole answer.
func whole(data string) string {
	return `{"RequestId":"01CF","Message":"success","TraceId":"","Data":` + data + `,"ErrorCode":"空","Code":"200","Success":true}`
}

// saved exports the saved answers of a text and returns what became of them.
func saved(t *testing.T, text string, r Request) string {
	t.Helper()
	l, err := Saved(trial.Soon(t), "-", strings.NewReader(text), r)
	if err != nil {
		return "error: " + err.Error() + "\n"
	}
	return write(t, t.TempDir(), l)
}

func TestSavedForms(t *testing.T) {
	a, b := answerOf("1", "a", prod), answerOf("2", "b", prod)
	const both = "added a.yaml\nadded b.yaml\n"
	for name, c := range map[string]struct{ text, want string }{
		"Data":             {a, "added a.yaml\n"},
		"envelope":         {whole(a), "added a.yaml\n"},
		"envelope, bare":   {`{"Data":` + a + `}`, "added a.yaml\n"},
		"Code is a number": {strings.Replace(whole(a), `"200"`, "200", 1), "added a.yaml\n"},
		"Code is null":     {strings.Replace(whole(a), `"200"`, "null", 1), "added a.yaml\n"},
		"Success is text":  {strings.Replace(whole(a), "true}", `"true"}`, 1), "added a.yaml\n"},
		"array":            {" [" + a + ",\n" + whole(b) + "] \n", both},
		"lines":            {whole(a) + "\n" + b + "\n", both},
		"one after other":  {a + b, both},
		"byte order mark":  {"\ufeff\r\n" + a, "added a.yaml\n"},
		"Data in Data, 2":  {`{"AppName":"a","Data":{"b":1}}`, "added a.yaml\n"},
		"Data in Data":     {answerOf("1", "a", prod, "Data", `{"b":1}`), "added a.yaml\n"},

		"failed":           {`{"RequestId":"x","Success":false,"Code":"404","ErrorCode":"InvalidAppId.NotFound"}`, "unread : the answer says that the call did not succeed (InvalidAppId.NotFound; request x)\n"},
		"failed, status":   {`{"RequestId":"x","Code":503}`, "unread : the answer says that the call did not succeed (503; request x)\n"},
		"failed, as text":  {strings.Replace(whole(a), "true}", `"False"}`, 1), "unread : the answer says that the call did not succeed (no code; request 01CF)\n"},
		"failed, code":     {`{"RequestId":"x","HostId":"h","Code":"Throttling.User","Message":"m"}`, "unread : the answer says that the call did not succeed (Throttling.User; request x)\n"},
		"failed, bad code": {`{"RequestId":"x","Code":"\u001b[31m"}`, "unread : the answer says that the call did not succeed (no code; request x)\n"},
		"failed, with ids": {`{"RequestId":"01CF","TraceId":"ac1a","Success":false,"ErrorCode":"InvalidAppId.NotFound"}`, "unread : the answer says that the call did not succeed (InvalidAppId.NotFound; request 01CF; trace ac1a)\n"},
		"an ErrorCode":     {strings.Replace(whole(a), "空", "InvalidAppId.NotFound", 1), "unread : the answer says that the call did not succeed (InvalidAppId.NotFound; request 01CF)\n"},
		"no Data":          {`{"RequestId":"x","Success":true}`, "unread : the answer has no Data\n"},
		"Data is null":     {whole("null"), "unread : the answer has no Data\n"},
		"Data is empty":    {whole("{}"), "unread : the answer has neither AppId nor AppName\n"},
		"Data twice":       {strings.Replace(whole(a), `"Data"`, `"Data":{},"Data"`, 1), "unread : the answer has a member twice\n"},
		"a list of jobs":   {whole(`{"Applications":[]}`), "unread : the answer has neither AppId nor AppName\n"},
		"a text":           {`"canary"`, "unread : the answer is text, not a structure\n"},
		"lists":            {"[[" + a + "]]", "unread : the answer is a list, not a structure\n"},
		"empty":            {" \n", "unread : the file is empty\n"},
		"nothing in it":    {"[]", "error: - has no DescribeJob answer that was asked for\n"},
		"cut off":          {a[:len(a)-9], "unread : the file is not JSON after byte 0\n"},
		"array cut off":    {"[" + a, "unread : the file is not JSON after byte 162\nadded a.yaml\n"},
		"array ends in ,":  {"[" + a + ",", "unread : the file is not JSON after byte 163\nadded a.yaml\n"},
		"second is broken": {a + "\ncanary", "unread : the file is not JSON after byte 161\nadded a.yaml\n"},
		"not UTF-8":        {strings.Replace(a, "a/b:1", "\xff", 1), "unread : the answer cannot be read: it is not UTF-8\n"},
		"UTF-16":           {"\xff\xfe{\x00", "unread : the file is UTF-16; save it as UTF-8\n"},
		"half a pair":      {strings.Replace(a, "a/b:1", `\ud800`, 1), "unread : the answer cannot be read: it has an unpaired surrogate\n"},
	} {
		t.Run(name, func(t *testing.T) { equal(t, name, saved(t, c.text, Request{}), c.want) })
	}
}

func TestSavedPlaces(t *testing.T) {
	one := answerOf("1", "a", prod) + answerOf("2", "b", prod)
	two := one + answerOf("3", "a", test)
	own := answerOf("4", "c", "cn-beijing")
	for _, c := range []struct {
		text string
		r    Request
		want string
	}{
		{one, Request{}, "added a.yaml\nadded b.yaml\n"},
		{two, Request{}, "added cn-beijing/prod/a.yaml\nadded cn-beijing/prod/b.yaml\nadded cn-beijing/test/a.yaml\n"},
		{two, Request{Namespaces: []string{"prod"}}, "added a.yaml\nadded b.yaml\n"},
		{two, Request{Namespaces: []string{"cn-beijing:test"}}, "added a.yaml\n"},
		{two, Request{Region: "cn-shanghai", Namespaces: []string{"cn-beijing:test"}}, "added a.yaml\n"},
		{two, Request{Namespaces: []string{"prod", "other"}}, "added cn-beijing/prod/a.yaml\nadded cn-beijing/prod/b.yaml\n"},
		{two, Request{Namespaces: []string{"cn-shanghai:test"}}, "error: - has no DescribeJob answer that was asked for\n"},
		// The other namespace counts for where it goes: only names are left out.
		{two, Request{Name: "b"}, "added cn-beijing/prod/b.yaml\n"},
		{two, Request{Name: "[ab]", AppIDs: []string{"3", "2"}}, "added cn-beijing/prod/b.yaml\nadded cn-beijing/test/a.yaml\n"},
		{two, Request{Name: "x*"}, "error: no template is called \"x*\"\n"},
		{two, Request{Name: "["}, "error: name \"[\" is not a pattern: a [ or { in it is not closed\n"},
		{one, Request{AppIDs: []string{"1", "9", "9"}}, "not found : no answer is of a template with this AppId\nadded a.yaml\n"},
		{one, Request{AppIDs: []string{"8", "9"}}, "error: there is no template with the AppId \"8\" or \"9\": no answer is of a template with this AppId\n"},
		{one + own, Request{Namespaces: []string{"cn-beijing"}}, "added c.yaml\n"},
		{one + own, Request{Namespaces: []string{"cn-beijing:"}}, "added c.yaml\n"},
		{one + own, Request{Namespaces: []string{"cn-beijing:", "prod"}, Name: "c"}, "added cn-beijing/_default/c.yaml\n"},
		{one, Request{Namespaces: []string{""}}, "error: the name of a namespace is empty\n"},
	} {
		equal(t, fmt.Sprintf("%+v", c.r), saved(t, c.text, c.r), c.want)
	}
}

func TestSavedDirectory(t *testing.T) {
	from, dir := t.TempDir(), t.TempDir()
	put(t, whole(answerOf("1", "a", prod)), from, "1.json")
	put(t, "["+answerOf("2", "b", prod)+"]", from, "2.json")
	put(t, answerOf("3", "c", prod), from, "3.txt")
	put(t, answerOf("4", "d", prod), from, "below", "4.json")
	put(t, "{", from, "5.json")
	l, err := Saved(trial.Soon(t), from, nil, Request{})
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "outcomes", write(t, dir, l), "unread : the file is not JSON after byte 0\nadded a.yaml\nadded b.yaml\n")
	for i, want := range []string{"1.json", "2.json, answer 1"} {
		equal(t, "origin", l.Answers[i].Origin, filepath.Join(from, want))
	}
	equal(t, "origin", l.Unread[0].Origin, filepath.Join(from, "5.json"))

	// Answers are read a second time.
	put(t, whole(answerOf("9", "x", prod)), from, "1.json")
	put(t, "[", from, "2.json")
	want := "unread a.yaml: the answer is for a different template than the one listed; try again\nunread b.yaml: " +
		filepath.Join(from, "2.json") + " was changed meanwhile; run saejob again\n"
	l.Unread = nil
	equal(t, "changed", write(t, dir, l), want)

	if _, err := Saved(trial.Soon(t), filepath.Join(from, "none"), nil, Request{}); err == nil {
		t.Error("no error for a path that is not there")
	}
	if _, err := Saved(trial.Soon(t), t.TempDir(), nil, Request{}); err == nil {
		t.Error("no error for a directory without answers")
	}
}

// Every template of two files is read back from where it stands.
func TestSavedOffsets(t *testing.T) {
	var lines, array strings.Builder
	array.WriteString("\ufeff\n[")
	for i := range 300 {
		data := answerOf(fmt.Sprint(i), fmt.Sprintf("名%d", i), prod, "PhpConfig", fmt.Sprintf("%q", strings.Repeat("é", i*7)))
		lines.WriteString(data + "\r\n")
		array.WriteString(strings.Repeat(" ", i%5) + whole(data) + " ,")
	}
	for _, text := range []string{lines.String(), strings.TrimSuffix(array.String(), ",") + "]"} {
		name := filepath.Join(t.TempDir(), "all.json")
		put(t, text, name)
		l, err := Saved(trial.Soon(t), name, nil, Request{})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Count(write(t, t.TempDir(), l), "added "); got != 300 {
			t.Errorf("%d of 300", got)
		}
	}
}
