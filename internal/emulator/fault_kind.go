package emulator

import (
	"fmt"
	"strings"
	"time"
)

// kind is a kind of fault: what it is called, what it takes, and what it does.
type kind struct {
	name   string
	does   string
	action string // the only one that it befalls, if it is that
	keys   string // what it takes, with what it has anyway
	// stays says that the world is another afterwards.
	stays bool

	// At most one of these is not nil; where it acts is told in [Server.answer].
	install func(*Server, Fault)
	wait    func(Fault) time.Duration
	meet    func(*Server, *call)
	list    func(*list, int)
	alter   func(*exchange)
	send    func(*exchange)
}

// The keys that say which calls a fault befalls.
const (
	some      = "rate,seed,after,times"
	describes = "app-id," + some
	calls     = "action," + describes
)

var kinds = []kind{
	{name: "throttle", does: "refuses calls beyond a quota, before anything else befalls them", keys: "action,limit=60,window=1m,sliding=false,others=0,hint=none,code=400,error=Throttling.User", install: (*Server).addQuota},
	{name: "latency", does: "answers each call so long after it came", keys: calls + ",delay=50ms", wait: func(f Fault) time.Duration { return f.Delay }},
	{name: "skew", does: "sets the server's clock ahead, or back", keys: "by=20m", install: (*Server).setSkew},
	{name: "any", does: "is one of the kinds below but gone, at random each time", keys: calls + ",delay,size"},

	{name: "status", does: "an error document", keys: calls + ",code=503,error,hint=none,wait=1s", alter: answerStatus},
	{name: "status-empty", does: "an error without a body", keys: calls + ",code=503,hint=none,wait=1s", alter: answerEmpty},
	{name: "status-html", does: "an error page, as of a proxy", keys: calls + ",code=502", alter: answerHTML},
	{name: "success-false", does: "HTTP 200 with a failure inside", keys: calls + ",error=InvalidParameter.WithMessage", alter: answerFailure},
	{name: "not-json", does: "HTTP 200 with something else than JSON", keys: calls, alter: answerText},
	{name: "empty", does: "HTTP 200 without a body", keys: calls + ",code=200", alter: answerEmpty},
	{name: "redirect", does: "an answer that leads elsewhere", keys: calls + ",code=302,to=http://elsewhere.invalid/", alter: answerRedirect},
	{name: "bad-utf8", does: "Data that is no UTF-8", keys: calls, alter: badUTF8},
	{name: "dup-keys", does: "Data with a member twice", keys: calls, alter: duplicateKeys},
	{name: "trailing", does: "the answer, and more behind it", keys: calls, alter: trail},
	{name: "gzip", does: "the answer compressed, for callers that accept it", keys: calls, alter: compress},
	{name: "gzip-forced", does: "the answer compressed, for all", keys: calls, alter: compressAnyway},

	{name: "truncate", does: "half of the answer, of the whole's length by the header", keys: calls, send: truncate},
	{name: "truncate-chunked", does: "half of the answer, in chunks, without the last", keys: calls, send: truncateChunked},
	{name: "reset", does: "the connection is reset instead of an answer", keys: calls, send: reset},
	{name: "reset-body", does: "the connection is reset amid the answer", keys: calls, send: resetBody},
	{name: "raw", does: "a text that is no answer of HTTP", keys: calls + ",text=busy", send: sendRaw},
	{name: "hang", does: "no answer, until the caller goes or the server stops", keys: calls, send: hang},
	{name: "slow-body", does: "the answer in ten pieces, each held back", keys: calls + ",delay=1s", send: slowBody},
	{name: "big", does: "an answer of that size", keys: calls + ",size=100000000", send: sendBig},
	{name: "gzip-big", does: "a small answer that is of that size when unpacked", keys: calls + ",size=100000000", send: sendBigCompressed},

	{name: "wrong-appid", does: "DescribeJob answers with the Data of another template", action: "DescribeJob", keys: describes, meet: (*Server).mistake},
	{name: "gone", does: "the template is taken away when DescribeJob asks for it", action: "DescribeJob", keys: describes, stays: true, meet: (*Server).lose},
	{name: "total", does: "TotalSize of ListJobs grows by one each time", action: "ListJobs", keys: some, list: (*list).grow},
	{name: "repeat", does: "the first template of a ListJobs page stands in place of the last, too", action: "ListJobs", keys: some, list: (*list).repeat},
	{name: "lose", does: "a ListJobs page lacks its last template", action: "ListJobs", keys: some, list: (*list).lose},
	{name: "shift", does: "the order of ListJobs moves on by one each time, so that pages do not fit", action: "ListJobs", keys: some, list: (*list).shift},
}

func kindOf(name string) (kind, error) {
	var names []string
	for _, k := range kinds {
		if k.name == name {
			return k, nil
		}
		names = append(names, k.name)
	}
	return kind{}, fmt.Errorf("kind is %q; it must be one of %s", name, strings.Join(names, ", "))
}

// takes reports whether a key goes with k, and what it is when nothing is said.
func (k kind) takes(name string) (value string, ok bool) {
	for pair := range strings.SplitSeq(k.keys, ",") {
		if key, value, _ := strings.Cut(pair, "="); key == name {
			return value, true
		}
	}
	return "", false
}

func (k kind) refuse(name string) error {
	var names []string
	for pair := range strings.SplitSeq(k.keys, ",") {
		key, _, _ := strings.Cut(pair, "=")
		names = append(names, key)
	}
	return fmt.Errorf("%q is nothing that %s takes; it takes %s", name, k.name, strings.Join(names, ", "))
}

// befalls reports whether k can befall a call of that action.
func (k kind) befalls(action string) bool { return k.action == "" || k.action == action }

// spoils reports whether k makes an answer another one.
func (k kind) spoils() bool {
	return k.meet != nil || k.list != nil || k.alter != nil || k.send != nil
}
