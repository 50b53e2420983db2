package emulator

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// fates tells what applied to n calls: S as without faults, F otherwise.
func (c *client) fates(n int, action string, query ...string) string {
	var b strings.Builder
	for range n {
		if c.try(action, query...).Code == 200 {
			b.WriteByte('S')
		} else {
			b.WriteByte('F')
		}
	}
	return b.String()
}

func TestWhichCallsAFaultAppliesTo(t *testing.T) {
	for _, test := range []struct {
		faults string // with blanks between
		list   string // fates of 5 calls of ListJobs,
		one    string // then 5 of DescribeJob for 1,
		two    string // then for 2
	}{
		{"status", "FFFFF", "FFFFF", "FFFFF"},
		{"status:times=2", "FFSSS", "SSSSS", "SSSSS"},
		{"status:after=1,times=2", "SFFSS", "SSSSS", "SSSSS"},
		{"status:action=DescribeJob,times=2", "SSSSS", "FFSSS", "SSSSS"},
		{"status:action=ListJobs,after=4", "SSSSF", "SSSSS", "SSSSS"},
		{"status:app-id=2,after=1,times=3", "SSSSS", "SSSSS", "SFFFS"},
		{"status:times=1 status:times=1", "FFSSS", "SSSSS", "SSSSS"},
		{"status:times=1 status-html:app-id=1,times=1 status-empty:app-id=2", "FSSSS", "FSSSS", "FFFFF"},
		{"throttle:limit=7,action=DescribeJob", "SSSSS", "SSSSS", "SSFFF"},
	} {
		t.Run(test.faults, func(t *testing.T) {
			c := newClient(t, "1.json", `{"AppId":"1"}`, "2.json", `{"AppId":"2"}`)
			c.inject(strings.Fields(test.faults)...)
			list := c.fates(5, "ListJobs", "Workload", "job")
			one, two := c.fates(5, "DescribeJob", "AppId", "1"), c.fates(5, "DescribeJob", "AppId", "2")
			if list != test.list || one != test.one || two != test.two {
				t.Errorf("got %s %s %s, want %s %s %s", list, one, two, test.list, test.one, test.two)
			}
		})
	}
}

func TestChance(t *testing.T) {
	if testing.Short() {
		t.Skip("one at a time: the race detector has nothing to see")
	}
	fates := func(faults ...string) string {
		c := newClient(t, "1.json", `{"AppId":"1"}`)
		c.inject(faults...)
		return c.fates(1000, "DescribeJob", "AppId", "1")
	}
	seven := fates("status:rate=0.3,seed=7")
	if n := strings.Count(seven, "F"); n < 250 || n > 350 {
		t.Errorf("%d of 1000 calls, want about 300", n)
	}
	if fates("status:rate=0.3,seed=7") != seven {
		t.Error("the same seed has another sequence")
	}
	if fates("status:rate=0.3,seed=8") == seven || fates("status:rate=0.3") == seven {
		t.Error("another seed has the same sequence")
	}
	if n := strings.Count(fates("status:rate=0.3,times=9"), "F"); n != 9 {
		t.Errorf("%d calls, want 9", n)
	}
	// Two faults of one seed do not apply to the same calls.
	if n := strings.Count(fates("status:rate=0.3,seed=7", "status-html:rate=0.3,seed=7"), "F"); n < 450 || n > 570 {
		t.Errorf("%d of 1000 calls, want about 510", n)
	}
	// What others apply to does not matter to the first.
	if got := fates("status:rate=0.3,seed=7", "success-false:rate=0.3"); got != seven {
		t.Error("a later fault changes the sequence")
	}
}

// Any is every kind there is, in the end, and the same ones for the same seed.
func TestAny(t *testing.T) {
	for _, a := range actions {
		sequence := func(seed int) (sequence []string) {
			s, err := New(Options{Faults: []Fault{{Kind: "any", Seed: seed, Delay: time.Millisecond, Size: 7}}})
			if err != nil {
				t.Fatal(err)
			}
			for range 1000 {
				_, active := s.faults.choose(&call{action: a})
				if active.Kind == "slow-body" && active.Delay != time.Millisecond || active.Kind == "big" && active.Size != 7 {
					t.Errorf("got %s", active.Fault)
				}
				sequence = append(sequence, active.Kind)
			}
			return sequence
		}
		first := sequence(1)
		for _, k := range kinds {
			want := k.changesAnswer() && !k.permanent && k.affects(a.name)
			if slices.Contains(first, k.name) != want {
				t.Errorf("%s, %s: want %t", a.name, k.name, want)
			}
		}
		if !slices.Equal(sequence(1), first) || slices.Equal(sequence(2), first) {
			t.Error("the seed does not decide")
		}
	}
}

func TestFaultyCounts(t *testing.T) {
	c := newClient(t, "1.json", `{"AppId":"1"}`)
	c.inject("latency:delay=1ns", "skew:by=1s", "status:times=2", "gzip:times=1")
	if got := c.fates(5, "DescribeJob", "AppId", "1"); got != "FFSSS" {
		t.Errorf("got %s", got)
	}
	if got := c.server.Calls(); got != (Calls{DescribeJob: 5, Faulty: 3}) {
		t.Errorf("calls: %+v", got)
	}
	if got := c.server.MaxInFlight(); got != 1 {
		t.Errorf("%d in flight", got)
	}
}

func TestHeal(t *testing.T) {
	c := newClient(t, "1.json", `{"AppId":"1"}`)
	c.inject("status", "throttle:limit=1", "skew:by=1h")
	c.server.Heal()
	if got := c.fates(3, "DescribeJob", "AppId", "1"); got != "SSS" {
		t.Errorf("got %s", got)
	}
	c.inject("status:times=1")
	if got := c.fates(3, "DescribeJob", "AppId", "1"); got != "FSS" {
		t.Errorf("got %s", got)
	}
}
