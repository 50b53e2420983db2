package suppression_test

import (
	"testing"
	"time"

	"saejob/internal/suppression"
)

func TestComment(t *testing.T) {
	for _, test := range []struct{ text, names, reason, wrong string }{
		{`# what it is for`, "", "", ""},
		{`# saejob:ignored by all`, "", "", ""},
		{`# saejob:ignore=a reason="why"`, "a", "why", ""},
		{`#saejob:ignore=a,b reason=why`, "a,b", "why", ""},
		{`## saejob:ignore=a reason="say \"why\""`, "a", `say "why"`, ""},
		{`# saejob:ignore=a`, "a", "", `it has no reason; add reason="why"`},
		{`# saejob:ignore=a reason="  "`, "a", "", `it has no reason; add reason="why"`},
		{`# saejob:ignore=a, reason=why`, "a,", "why", `a rule's name is missing; write saejob:ignore=RULE reason="why"; add expires=YYYY-MM-DD if it is temporary`},
		{`# saejob:ignore=a reason=why expires=2027-02-30`, "a", "why", "2027-02-30 is not a date; use YYYY-MM-DD, as in 2027-01-31"},
		{`# saejob:ignore=a reasons=why`, "a", "", `unknown part reasons=; write saejob:ignore=RULE reason="why"; add expires=YYYY-MM-DD if it is temporary`},
		{`# SAEJOB:IGNORE=a reason=why`, "", "", `it has capital letters; write saejob:ignore`},
		{`# Saejob:ignore=a reason=why`, "", "", `it has capital letters; write saejob:ignore`},
		{`# saejob:ignore`, "", "", `it cannot be read; write saejob:ignore=RULE reason="why"; add expires=YYYY-MM-DD if it is temporary`},
		{`# saejob:ignore=a reason="why`, "a", "", `it cannot be read; write saejob:ignore=RULE reason="why"; add expires=YYYY-MM-DD if it is temporary`},
	} {
		s := suppression.Comment(test.text)
		if s == nil {
			if test.names != "" || test.wrong != "" {
				t.Errorf("%s: no suppression", test.text)
			}
			continue
		}
		if test.names != "" && s.Key() == "" || s.Reason != test.reason || s.Wrong != test.wrong {
			t.Errorf("%s: %v %q wrong %q, want %s %q wrong %q", test.text, s.Names, s.Reason, s.Wrong, test.names, test.reason, test.wrong)
		}
	}
}

// TestWrongAcceptsNothing: what is wrong with a suppression, such as a reason that is
// missing, leaves it without effect.
func TestWrongAcceptsNothing(t *testing.T) {
	finding := suppression.Target{Name: "a", Line: 1}
	for text, want := range map[string]bool{
		`# saejob:ignore=a reason=why`:                    true,
		`# saejob:ignore=a`:                               false,
		`# saejob:ignore=a reason=""`:                     false,
		`# saejob:ignore=a, reason=why`:                   false,
		`# saejob:ignore=a reason=why expires=tomorrow`:   false,
		`# saejob:ignore=a reason=why expires=2020-01-31`: false,
		`# saejob:ignore=a reason=why until=2027-01-31`:   false,
	} {
		if got := suppression.Comment(text).Accepts(finding, time.Now()); got != want {
			t.Errorf("%s: accepts is %t", text, got)
		}
	}
}

// TestExpires: the last day is a whole one.
func TestExpires(t *testing.T) {
	s := suppression.Comment(`# saejob:ignore=a reason=why expires=2027-01-31`)
	for day, want := range map[string]bool{"2027-01-30": false, "2027-01-31": false, "2027-02-01": true} {
		at, err := time.Parse(time.DateOnly, day)
		if err != nil {
			t.Fatal(err)
		}
		if got := s.Expired(at.Add(23 * time.Hour)); got != want {
			t.Errorf("expired on %s: %v", day, got)
		}
	}
}
