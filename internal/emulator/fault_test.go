package emulator

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestParseFault(t *testing.T) {
	for _, test := range []struct {
		text string
		want Fault
	}{
		{"reset", Fault{Kind: "reset"}},
		{"reset:action=DescribeJob,times=2", Fault{Kind: "reset", Action: "DescribeJob", Times: 2}},
		{"status:code=503,rate=0.1,seed=-7", Fault{Kind: "status", Status: 503, Rate: 0.1, Seed: -7, Hint: "none", Wait: time.Second}},
		{"status:error=a=b:c", Fault{Kind: "status", Status: 503, Error: "a=b:c", Hint: "none", Wait: time.Second}},
		{"throttle", Fault{Kind: "throttle", Limit: 60, Window: time.Minute, Hint: "none", Status: 400, Error: "Throttling.User"}},
		{"throttle:limit=3,window=100ms,sliding=true,others=2,hint=timeleft-api,code=429,error=Throttling.Api,action=ListJobs",
			Fault{Kind: "throttle", Action: "ListJobs", Limit: 3, Window: 100 * time.Millisecond, Sliding: true, Others: 2, Hint: "timeleft-api", Status: 429, Error: "Throttling.Api"}},
		{"latency", Fault{Kind: "latency", Delay: 50 * time.Millisecond}},
		{"skew:by=-1h", Fault{Kind: "skew", By: -time.Hour}},
		{"wrong-appid:app-id=1", Fault{Kind: "wrong-appid", AppID: "1"}},
		{"redirect:to=http://127.0.0.1:1/?a=b", Fault{Kind: "redirect", Status: 302, To: "http://127.0.0.1:1/?a=b"}},
	} {
		t.Run(test.text, func(t *testing.T) {
			if got, err := ParseFault(test.text); got != test.want || err != nil {
				t.Errorf("got %+v, %v", got, err)
			}
		})
	}
}

func TestParseFaultRefuses(t *testing.T) {
	var names []string
	for _, k := range kinds {
		names = append(names, k.name)
	}
	all := strings.Join(names, ", ")
	for _, test := range []struct{ text, want string }{
		{"", `fault "": kind is ""; it must be one of ` + all},
		{"rest:times=1", `fault "rest:times=1": kind is "rest"; it must be one of ` + all},
		{"Reset", `fault "Reset": kind is "Reset"; it must be one of ` + all},
		{"reset:", `fault "reset:": "" is not a key of reset; its keys are action, app-id, rate, seed, after, times`},
		{"reset:limit=1", `fault "reset:limit=1": "limit" is not a key of reset; its keys are action, app-id, rate, seed, after, times`},
		{"total:action=DescribeJob", `fault "total:action=DescribeJob": "action" is not a key of total; its keys are rate, seed, after, times`},
		{"skew:rate=1", `fault "skew:rate=1": "rate" is not a key of skew; its keys are by`},
		{"reset:times", `fault "reset:times": times has no value; write times=VALUE`},
		{"reset:times=1,times=1", `fault "reset:times=1,times=1": times is given twice`},
		{"reset:times=0", `fault "reset:times=0": times is "0"; it must be a number of calls, from 1`},
		{"reset:times=", `fault "reset:times=": times is ""; it must be a number of calls, from 1`},
		{"reset:rate=0", `fault "reset:rate=0": rate is "0"; it must be a number above 0, at most 1`},
		{"reset:rate=NaN", `fault "reset:rate=NaN": rate is "NaN"; it must be a number above 0, at most 1`},
		{"reset:rate=30%", `fault "reset:rate=30%": rate is "30%"; it must be a number above 0, at most 1`},
		{"reset:action=describeJob", `fault "reset:action=describeJob": action is "describeJob"; it must be ListJobs or DescribeJob`},
		{"latency:delay=50", `fault "latency:delay=50": delay is "50"; it must be a duration above 0, such as 50ms`},
		{"throttle:window=1us", `fault "throttle:window=1us": window is "1us"; it must be a duration from 1ms, such as 1m`},
		{"throttle:sliding=perhaps", `fault "throttle:sliding=perhaps": sliding is "perhaps"; it must be true or false`},
		{"throttle:hint=no", `fault "throttle:hint=no": hint is "no"; it must be one of none, timeleft, timeleft-api, acs-retry-after, retry-after`},
		{"status:code=1000", `fault "status:code=1000": code is "1000"; it must be an HTTP status from 200 to 599`},
	} {
		t.Run(test.text, func(t *testing.T) {
			if got, err := ParseFault(test.text); err == nil || err.Error() != test.want || got != (Fault{}) {
				t.Errorf("got %v\nwant %s", err, test.want)
			}
		})
	}
}

// A fault made in Go is judged as one that was read.
func TestNewRefusesFaults(t *testing.T) {
	for _, test := range []struct {
		f    Fault
		want string
	}{
		{Fault{}, `fault: kind is ""; it must be one of `},
		{Fault{Kind: "reset", Limit: 1}, `fault: "limit" is not a key of reset; its keys are `},
		{Fault{Kind: "reset", Rate: 2}, `fault: rate is "2"; it must be `},
		{Fault{Kind: "throttle", Window: -1}, `fault: window is "-1ns"; it must be `},
	} {
		if _, err := New(Options{Faults: []Fault{test.f}}); err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%+v: got %v, want %s", test.f, err, test.want)
		}
	}
}

func TestKindsTakeWhatThereIs(t *testing.T) {
	for _, k := range kinds {
		for pair := range strings.SplitSeq(k.keys, ",") {
			name, value, _ := strings.Cut(pair, "=")
			i := slices.IndexFunc(keys, func(k key) bool { return k.name == name })
			if i < 0 {
				t.Errorf("%s takes %s, which is no key", k.name, name)
			} else if value != "" && keys[i].read(&Fault{}, value) != nil {
				t.Errorf("%s has %s, which its key refuses", k.name, pair)
			}
		}
		if !strings.Contains(FaultHelp(), "\n  "+k.name+" ") {
			t.Errorf("%s is not in the help", k.name)
		}
	}
}

// What a fault is written as is read as the same fault.
func TestFaultString(t *testing.T) {
	values := map[string][]string{
		"action": {"ListJobs", "DescribeJob"}, "app-id": {"0099b7be"}, "rate": {"0.1", "1e-09", "1"}, "seed": {"-1", "9"},
		"hint": {"none", "timeleft", "retry-after"}, "error": {"Throttling.Api"}, "to": {"http://127.0.0.1:1/"},
		"window": {"100ms", "1m", "1h1m1.5s"}, "wait": {"1ns", "2s"}, "delay": {"50ms", "1s"}, "by": {"-20m", "1s"},
		"sliding": {"true"}, "code": {"400", "503"},
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		k := kinds[random.IntN(len(kinds))]
		var pairs []string
		for _, key := range keys {
			if _, takes := k.takes(key.name); takes && random.IntN(2) == 0 {
				choice := append(values[key.name], "7")
				if len(choice) > 1 {
					choice = values[key.name]
				}
				pairs = append(pairs, key.name+"="+choice[random.IntN(len(choice))])
			}
		}
		text := strings.TrimSuffix(k.name+":"+strings.Join(pairs, ","), ":")
		f, err := ParseFault(text)
		if err != nil {
			t.Fatal(err)
		}
		if again, err := ParseFault(f.String()); again != f || err != nil {
			t.Fatalf("%s is written %s, which is %+v, %v", text, f, again, err)
		}
	}
	if got := (Fault{Kind: "throttle", Limit: 60, Others: 3}).String(); got != "throttle:others=3" {
		t.Errorf("got %s", got)
	}
}
