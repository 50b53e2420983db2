package emulator

import (
	"fmt"
	"strings"
)

const faultForm = `A fault is KIND[:KEY=VALUE[,KEY=VALUE]...], such as

  throttle:limit=60,window=1m,hint=timeleft
  status:code=503,rate=0.1
  reset:action=DescribeJob,times=2

The signature of a call is judged first, then the quotas: a call that they refuse
is not admitted and uses up nothing. Any other is admitted and uses up one of the
quota, whatever becomes of it. It is held back by each latency, and spoiled by one
fault at most, the first in the order given that befalls it.

Kinds, and what else than which calls they take:

`

// FaultHelp explains to people how a fault is written.
func FaultHelp() string {
	var b strings.Builder
	b.WriteString(faultForm)
	for _, k := range kinds {
		fmt.Fprintf(&b, "  %-17s %s\n", k.name, k.does)
		if own := k.own(); own != "" {
			fmt.Fprintf(&b, "  %-17s %s\n", "", own)
		}
	}
	b.WriteString("\nKeys:\n\n")
	for _, key := range keys {
		fmt.Fprintf(&b, "  %-17s %s:\n  %-17s %s\n", key.name, key.means, "", key.must)
	}
	return b.String()
}

// own is what k takes besides what says which calls it befalls.
func (k kind) own() string {
	var own []string
	for pair := range strings.SplitSeq(k.keys, ",") {
		if name, _, _ := strings.Cut(pair, "="); !strings.Contains(","+calls+",", ","+name+",") {
			own = append(own, pair)
		}
	}
	return strings.Join(own, ",")
}
