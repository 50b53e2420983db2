package meaning

import (
	"net/netip"
	"slices"
	"strings"

	"saejob/internal/job"
	"saejob/internal/severity"
	"saejob/internal/text"
)

var (
	accessOpened = ID{"access-opened", severity.Error,
		"A call that was refused before now starts a run: from another address, by another method, or over plain HTTP, where the URL with its token can be read in transit."}
	accessClosed = ID{"access-closed", severity.Warning,
		"A call that started a run before is now refused."}
	accessSame = ID{"access-same", severity.Info,
		"The rule for calls is written differently and accepts the same calls."}
	accessChanged = ID{"access-changed", severity.Warning,
		"The rule for calls changed in a way saejob cannot interpret."}
)

// access: who can start a run by calling its address.
var access = Meaning{
	Name: "access",
	IDs:  []*ID{&accessOpened, &accessClosed, &accessSame, &accessChanged},
	Say: func(c *Change) Said {
		was, is := callRule(c.Was), callRule(c.Is)
		if !c.is("TriggerConfig", "config") || was == nil || is == nil {
			return Said{}
		}
		said := Said{}
		switch {
		case c.is("TriggerConfig", "config", "type"):
			said = sayProtocol(shown(c.Before), shown(c.After))
		case c.is("TriggerConfig", "config", "securityConfig"):
			said = sayCheck(checkOf(c.Before), checkOf(c.After))
		case c.is("TriggerConfig", "config", "method") && was.At("method") != nil && is.At("method") != nil:
			said = c.sayCallers("by", textsOf(was.At("method")), textsOf(is.At("method")))
		case c.is("TriggerConfig", "config", "ip"):
			said = c.sayList("ip", was, is)
		case c.is("TriggerConfig", "config", "referer"):
			said = c.sayList("referer", was, is)
		}
		if said.ID == nil {
			said.ID = &accessChanged
		}
		return said
	},
}

// callRule returns the rule of a template that is started by calls; nil of another.
func callRule(root *job.Node) *job.Node {
	if n := root.At("TriggerConfig", "config"); n != nil && n.Kind == job.Object {
		return n
	}
	return nil
}

// sayProtocol returns what it means that calls come by other protocols.
func sayProtocol(before, after string) Said {
	has := func(protocols, protocol string) bool { return slices.Contains(strings.Split(protocols, "&"), protocol) }
	switch {
	case has(after, "HTTP") && !has(before, "HTTP"):
		return Said{&accessOpened, "calls over plain HTTP are accepted too: the token in the URL can be read in transit"}
	case has(before, "HTTP") && !has(after, "HTTP"):
		return Said{&accessClosed, "calls over plain HTTP are refused"}
	case has(before, "HTTPS") && !has(after, "HTTPS"):
		return Said{&accessClosed, "calls over HTTPS are refused"}
	case has(after, "HTTPS") && !has(before, "HTTPS"):
		return Said{Text: "calls over HTTPS are accepted too"}
	}
	return Said{}
}

// sayCheck returns what it means that another thing is checked of a call. Any
// caller can set a referer.
func sayCheck(before, after string) Said {
	strength := map[string]int{"none": 1, "referer": 2, "ip": 3}
	switch {
	case strength[before] == 0 || strength[after] == 0:
		return Said{}
	case after == "none" && before != "none":
		return Said{&accessOpened, "anyone who has the URL can start a run"}
	case strength[before] > strength[after]:
		return Said{&accessOpened, "only the referer is checked, which any caller can set"}
	case strength[before] < strength[after]:
		return Said{&accessClosed, "calls that do not match are refused"}
	}
	return Said{&accessSame, "nothing is checked on either side"}
}

// sayList returns what it means that a check lets in other callers.
func (c *Change) sayList(check string, was, is *job.Node) Said {
	switch now := checkOf(is.At("securityConfig")); {
	case now != check:
		return Said{&accessSame, "has no effect: securityConfig is " + text.Word(now)}
	case checkOf(was.At("securityConfig")) != check:
		return Said{&accessClosed, "only these are accepted"}
	}
	return c.sayCallers("from", textsOf(was.At(check)), textsOf(is.At(check)))
}

// sayCallers returns what it means that callers, or methods, came and went, of those
// that there were and are.
func (c *Change) sayCallers(by string, were, are []string) Said {
	without := func(some, others []string) (names []string) {
		for _, caller := range some {
			if !covered(caller, others) {
				names = append(names, text.Word(caller))
			}
		}
		return names
	}
	if came := without(textsOf(c.After), were); len(came) > 0 {
		return Said{&accessOpened, "calls " + by + " " + list(came) + " now start runs"}
	}
	if gone := without(textsOf(c.Before), are); len(gone) > 0 {
		return Said{&accessClosed, "calls " + by + " " + list(gone) + " are refused"}
	}
	return Said{&accessSame, "the same calls are accepted"}
}

// covered reports whether a caller is one of several, or an address within one of
// their blocks.
func covered(caller string, by []string) bool {
	if slices.Contains(by, caller) {
		return true
	}
	block, ok := parseBlock(caller)
	return ok && slices.ContainsFunc(by, func(other string) bool {
		around, ok := parseBlock(other)
		return ok && around.Bits() <= block.Bits() && around.Contains(block.Addr())
	})
}

// parseBlock reads an address or a CIDR block.
func parseBlock(text string) (netip.Prefix, bool) {
	if address, err := netip.ParseAddr(text); err == nil {
		return netip.PrefixFrom(address, address.BitLen()), true
	}
	block, err := netip.ParsePrefix(text)
	return block, err == nil
}
