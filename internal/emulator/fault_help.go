package emulator

import (
	"fmt"
	"strings"
)

const faultForm = `A fault is KIND[:KEY=VALUE[,KEY=VALUE]...], such as

  throttle:limit=60,window=1m,hint=timeleft
  status:code=503,rate=0.1
  reset:action=DescribeJob,times=2

The signature of a call is checked first, then the quotas: a call that they refuse
uses up nothing. Every other call uses up one of the quota, whatever its answer is.
Each latency delays it, and at most one fault changes its answer: the first that
applies, in the order given.

Kinds, and their keys besides those that select calls:

`

// FaultHelp returns the help on how a fault is written.
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

// own returns the keys of k besides those that select calls.
func (k kind) own() string {
	var own []string
	for pair := range strings.SplitSeq(k.keys, ",") {
		if name, _, _ := strings.Cut(pair, "="); !strings.Contains(","+calls+",", ","+name+",") {
			own = append(own, pair)
		}
	}
	return strings.Join(own, ",")
}
