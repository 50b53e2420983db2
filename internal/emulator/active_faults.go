package emulator

import (
	"math/rand/v2"
	"slices"
	"sync"
	"time"
)

// faults are those that can befall the calls to come, in the order in which
// they were added.
type faults struct {
	mu   sync.Mutex
	list []*fault
}

// fault is one of them, and what became of it.
type fault struct {
	Fault
	kind
	chance      *rand.Rand
	met, befell int // calls
}

// strike is a fault that befalls a call.
type strike struct {
	Fault
	kind
	nth int // from 1
}

// add adds a complete fault. Of two faults with the same seed, each has its own
// luck.
func (s *faults) add(k kind, f Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	chance := rand.New(rand.NewPCG(uint64(f.Seed), uint64(len(s.list))))
	s.list = append(s.list, &fault{Fault: f, kind: k, chance: chance})
}

func (s *faults) clear() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.list = nil
}

// strike says how long a call is held back, and what spoils it: the first of
// the faults that would. Those after it do not meet the call.
func (s *faults) strike(c *call) (delay time.Duration, spoiled strike) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range s.list {
		switch {
		case !f.concerns(c), f.wait == nil && spoiled.spoils(), !f.befallsNext():
		case f.wait != nil:
			delay += f.wait(f.Fault)
		default:
			spoiled = f.strike(c.action.name)
		}
	}
	return delay, spoiled
}

func (f *fault) concerns(c *call) bool {
	return f.befalls(c.action.name) &&
		(f.Action == "" || f.Action == c.action.name) &&
		(f.AppID == "" || f.AppID == c.query.Get("AppId"))
}

// befallsNext decides on the next call that f concerns.
func (f *fault) befallsNext() bool {
	f.met++
	if f.met <= f.After || f.Times > 0 && f.befell >= f.Times {
		return false
	}
	if f.Rate > 0 && f.chance.Float64() >= f.Rate {
		return false
	}
	f.befell++
	return true
}

// strike is f's own kind, or the one that chance takes for any.
func (f *fault) strike(action string) strike {
	if f.spoils() {
		return strike{f.Fault, f.kind, f.befell}
	}
	fitting := slices.DeleteFunc(slices.Clone(kinds), func(k kind) bool {
		return !k.spoils() || k.stays || !k.befalls(action)
	})
	k := fitting[f.chance.IntN(len(fitting))]
	return strike{Fault{Kind: k.name, Delay: f.Delay, Size: f.Size}.filled(k), k, f.befell}
}
