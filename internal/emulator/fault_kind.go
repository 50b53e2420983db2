package emulator

import (
	"fmt"
	"strings"
	"time"
)

// kind is a kind of fault: what it is called, what it takes, and what it does. It
// is a row of the table in the file that is named for what it changes: limits, the
// answer, the connection or the data.
type kind struct {
	name   string
	does   string
	action string // the only one that it applies to, if there is one
	keys   string // what it takes, with defaults
	// permanent: what it does stays done.
	permanent bool

	// One of these is not nil, but for any; [Server.answer] shows where each acts.
	install func(*world, Fault)
	wait    func(Fault) time.Duration
	before  func(*world, *call)
	list    func(*list, int)
	alter   func(*exchange)
	send    func(*exchange)
}

// The keys that say which calls a fault applies to.
const (
	some      = "rate,seed,after,times"
	describes = "app-id," + some
	calls     = "action," + describes
)

// takes reports whether a key goes with k, and returns its default.
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
	return fmt.Errorf("%q is not a key of %s; its keys are %s", name, k.name, strings.Join(names, ", "))
}

// affects reports whether k can apply to a call of that action.
func (k kind) affects(action string) bool { return k.action == "" || k.action == action }

// changesAnswer reports whether k changes the answer, or how it is sent.
func (k kind) changesAnswer() bool {
	return k.before != nil || k.list != nil || k.alter != nil || k.send != nil
}
