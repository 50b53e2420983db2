package emulator

import (
	"fmt"
	"strings"
)

const faultForm = `A fault is KIND[:KEY=VALUE[,KEY=VALUE]...], such as

  throttle:limit=60,window=1m,hint=timeleft
  status:code=503,rate=0.1
  reset:action=DescribeJob,times=2

Which calls it befalls:

`

const faultOrder = `
The signature of a call is judged first, then the quotas: a call that they refuse
is not admitted and uses up nothing. Any other is admitted and uses up one of the
quota, whatever becomes of it. It is held back by each latency, and spoiled by one
fault at most, the first in the order given that befalls it.

Kinds, and what each has besides unless told otherwise:

`

// FaultHelp explains to people how a fault is written.
func FaultHelp() string {
	var b strings.Builder
	b.WriteString(faultForm)
	for _, line := range [][2]string{
		{"action=NAME", "those of ListJobs, or of DescribeJob"},
		{"app-id=ID", "those for this template"},
		{"rate=P", "each with this probability, above 0 to 1"},
		{"seed=N", "another sequence of chances; the same one gives the same each time"},
		{"after=N", "not the first N"},
		{"times=N", "only the next N"},
	} {
		fmt.Fprintf(&b, "  %-17s %s\n", line[0], line[1])
	}
	b.WriteString(faultOrder)
	for _, k := range kinds {
		fmt.Fprintf(&b, "  %-17s %s\n", k.name, k.does)
		if own := k.own(); own != "" {
			fmt.Fprintf(&b, "  %-17s %s\n", "", own)
		}
	}
	fmt.Fprintf(&b, "\nA hint is one of %s.\n", hintNames())
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
