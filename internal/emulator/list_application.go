package emulator

import (
	"bytes"
	"encoding/json"
)

// shown are the members that ListJobs shows of a template, in the documented
// order: from names the member of Data, absent is what stands for one that is
// not there (nothing: it is left out). What has no from is the state of runs,
// of which there are none.
var shown = []struct{ name, from, absent string }{
	{"AppName", "AppName", `""`},
	{"NamespaceId", "NamespaceId", `""`},
	{"AppId", "AppId", `""`},
	{"Tags", "Tags", `[]`},
	{"RegionId", "RegionId", `""`},
	{"AppDescription", "AppDescription", `""`},
	{"ImageUrl", "ImageUrl", ``},
	{"TriggerConfig", "TriggerConfig", `""`},
	{"Suspend", "Suspend", `false`},
	{"Active", "", `0`},
	{"Succeeded", "", `0`},
	{"Failed", "", `0`},
	{"LastStartTime", "", `0`},
	{"CompletionTime", "", `0`},
	{"LastChangeorderState", "", `"1"`},
	{"LastJobState", "", `"0"`},
	{"Cpu", "Cpu", `0`},
	{"Mem", "Memory", `0`},
	{"Message", "", `"success"`},
}

// application returns what ListJobs shows of a Data object. Values are not decoded:
// they may be of any kind.
func application(members map[string]json.RawMessage) []byte {
	var b bytes.Buffer
	for _, m := range shown {
		value, ok := members[m.from]
		if m.from == "" || !ok {
			value = json.RawMessage(m.absent)
		}
		if len(value) > 0 {
			b.WriteString(`,"` + m.name + `":`)
			b.Write(value)
		}
	}
	return append(append([]byte{'{'}, b.Bytes()[1:]...), '}')
}
