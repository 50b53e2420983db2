package emulator

import (
	"math/rand/v2"
	"slices"
	"sync"
	"time"
)

// faults are the ones that were injected, in that order.
type faults struct {
	mu   sync.Mutex
	list []*injectedFault
}

// injectedFault is a fault, and how often it was considered and applied.
type injectedFault struct {
	Fault
	kind
	chance          *rand.Rand
	calls, affected int
}

// activeFault is the fault that applies to a call.
type activeFault struct {
	Fault
	kind
	nth int // from 1
}

// add adds a complete fault. Two faults with the same seed do not
// apply to the same calls.
func (s *faults) add(k kind, f Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	chance := rand.New(rand.NewPCG(uint64(f.Seed), uint64(len(s.list))))
	s.list = append(s.list, &injectedFault{Fault: f, kind: k, chance: chance})
}

func (s *faults) clear() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.list = nil
}

// choose returns how long a call is delayed, and the fault that changes its answer:
// the first that would. Those after it are not considered.
func (s *faults) choose(c *call) (delay time.Duration, active activeFault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range s.list {
		switch {
		case !f.concerns(c), f.wait == nil && active.changesAnswer(), !f.affectsNext():
		case f.wait != nil:
			delay += f.wait(f.Fault)
		default:
			active = f.activate(c.action.name)
		}
	}
	return delay, active
}

func (f *injectedFault) concerns(c *call) bool {
	return f.affects(c.action.name) &&
		(f.Action == "" || f.Action == c.action.name) &&
		(f.AppID == "" || f.AppID == c.query.Get("AppId"))
}

// affectsNext decides about the next call that f concerns.
func (f *injectedFault) affectsNext() bool {
	f.calls++
	if f.calls <= f.After || f.Times > 0 && f.affected >= f.Times {
		return false
	}
	if f.Rate > 0 && f.chance.Float64() >= f.Rate {
		return false
	}
	f.affected++
	return true
}

// activate returns f with its own kind, or for any with one chosen at random.
func (f *injectedFault) activate(action string) activeFault {
	if f.changesAnswer() {
		return activeFault{f.Fault, f.kind, f.affected}
	}
	fitting := slices.DeleteFunc(slices.Clone(kinds), func(k kind) bool {
		return !k.changesAnswer() || k.permanent || !k.affects(action)
	})
	k := fitting[f.chance.IntN(len(fitting))]
	return activeFault{Fault{Kind: k.name, Delay: f.Delay, Size: f.Size}.filled(k), k, f.affected}
}
