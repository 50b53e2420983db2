package witness

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"saejob/internal/emulator"
)

// odd are values that a wrong encoding of the query would not bring through.
var odd = []string{
	"two words", " ", "+", "*", "~", "/", "?", "&", "=", "%", "%20", "%zz", "a+b*c~d/e?f&g=h%i;j#k", "'\"<>[]{}|\\^`",
	"夜間批處理", "é", "e\u0301", "😀", "\u200b", "\u2028", "\t", "\n", "-._~", "$@!(),:", "\xff",
}

func credentials() []emulator.Credential { return []emulator.Credential{lasting, temporary} }

func TestOfficialClientDescribes(t *testing.T) {
	files := map[string]string{
		"1.json": `{"AppId":"1"}`,
		"2.json": "\n{ \"b\":1,\"a\": 12345678901234567890123456789.10, \"a\":-0, \"AppId\":\"2\", \"x\":\"<&>\\u2028\u2028\\ud800😀\" }\r\n",
		"3.json": "{\"AppId\":\"3\",\"not UTF-8\":\"\xff\xfe\"}",
	}
	address := start(t, files, 0)
	for _, c := range credentials() {
		for name, data := range files {
			body, err := describe(config(address, c), strings.TrimSuffix(name, ".json"))
			if err != nil {
				t.Errorf("%s, %s: %v", c, name, err)
			}
			if !bytes.Contains(body, []byte(`,"Data":`+data+`,"Code":"200","Success":true}`)) {
				t.Errorf("%s, %s: got %q", c, name, body)
			}
		}
		_, err := describe(config(address, c), "none")
		refused(t, err, 404, "InvalidAppId.NotFound")
	}
}

func TestOfficialClientLists(t *testing.T) {
	files := map[string]string{}
	for i := range 45 {
		files[fmt.Sprintf("%02d.json", i)] = fmt.Sprintf(`{"AppId":"app-%02d","AppName":"n","NamespaceId":"cn-beijing:test","Memory":1024}`, i)
	}
	address := start(t, files, 0)
	for _, c := range credentials() {
		var ids []string
		for _, page := range []string{"1", "2", "3", "4"} {
			answer, err := call(config(address, c), "ListJobs", "json",
				"CurrentPage", page, "PageSize", "20", "NamespaceId", "cn-beijing:test", "Workload", "job")
			if err != nil {
				t.Fatalf("%s, page %s: %v", c, page, err)
			}
			list, total := applications(t, answer)
			if total != 45 {
				t.Errorf("%s, page %s: TotalSize %d", c, page, total)
			}
			ids = append(ids, list...)
		}
		if len(ids) != 45 || !slices.IsSorted(ids) || len(slices.Compact(ids)) != 45 {
			t.Errorf("%s: %q", c, ids)
		}
	}
}

func TestOfficialClientListsOddValues(t *testing.T) {
	files := map[string]string{"other.json": `{"AppId":"other","AppName":"other"}`}
	for i, name := range odd {
		text, err := json.Marshal(name)
		if err != nil {
			t.Fatal(err)
		}
		files[fmt.Sprintf("%02d.json", i)] = fmt.Sprintf(`{"AppId":"app-%02d","AppName":%s}`, i, text)
	}
	address := start(t, files, 0)
	for _, c := range credentials() {
		for i, name := range odd {
			answer, err := call(config(address, c), "ListJobs", "json", "AppName", name, "Workload", "job", "Empty", "")
			if err != nil {
				t.Errorf("%s, %q: %v", c, name, err)
				continue
			}
			list, _ := applications(t, answer)
			want := []string{fmt.Sprintf("app-%02d", i)}
			if name == "\xff" {
				want = nil // signed as it is, and no name: JSON cannot say it
			}
			if !slices.Equal(list, want) {
				t.Errorf("%s, %q: got %q, want %q", c, name, list, want)
			}
		}
	}
}

// applications reads what the official client made of a list: the AppIds and
// the TotalSize.
func applications(t *testing.T, answer map[string]any) (ids []string, total int) {
	t.Helper()
	text, err := json.Marshal(answer["body"])
	if err != nil {
		t.Fatal(err)
	}
	var body struct {
		Data struct {
			Applications []struct{ AppId string }
			TotalSize    int
		}
		TotalSize int
		Success   bool
	}
	if err := json.Unmarshal(text, &body); err != nil {
		t.Fatal(err)
	}
	if !body.Success || body.TotalSize != body.Data.TotalSize {
		t.Errorf("got %s", text)
	}
	for _, a := range body.Data.Applications {
		ids = append(ids, a.AppId)
	}
	return ids, body.TotalSize
}
