package emulator

import "time"

// limitFaults delay or refuse calls, before any answer is made.
var limitFaults = []kind{
	{name: "throttle", does: "refuses calls beyond a quota, before any other fault",
		keys: "action,limit=60,window=1m,sliding=false,others=0,hint=none,code=400,error=Throttling.User", install: addQuota},
	{name: "latency", does: "delays each answer, counted from when the call came",
		keys: calls + ",delay=50ms", wait: func(f Fault) time.Duration { return f.Delay }},
	{name: "skew", does: "sets the server's clock ahead, or back", keys: "by=20m", install: setClock},
}

func addQuota(w *world, f Fault) { w.quotas.add(f, w.clock.real()) }

func setClock(w *world, f Fault) { w.clock.set(f.By) }
