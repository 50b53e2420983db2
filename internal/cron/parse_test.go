package cron_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"saejob/internal/cron"
)

// TestRefused: what an error says.
func TestRefused(t *testing.T) {
	const five = "; it must have 5 parts: minute, hour, day of month, month, day of week"
	tests := []struct{ expr, want string }{
		{"", "the expression is empty" + five},
		{" \t", "the expression is empty" + five},
		{"5", "the expression has 1 part" + five},
		{"0 1 * *", "the expression has 4 parts" + five},
		{"0 0 1 * * ? 2026", "the expression has 7 parts" + five},
		{"@daily", "the expression is @daily, which is not supported" + five},
		{"@every 5m", "the expression is \"@every 5m\", which is not supported" + five},

		{"60 * * * *", "minute is 60; it must be from 0 to 59"},
		{"0 25 * * *", "hour is 25; it must be from 0 to 23"},
		{"0 0 0 * *", "day of month is 0; it must be from 1 to 31"},
		{"0 0 32 * *", "day of month is 32; it must be from 1 to 31"},
		{"0 0 * 13 *", "month is 13; it must be from 1 to 12 or from JAN to DEC"},
		{"0 0 * 0 *", "month is 0; it must be from 1 to 12 or from JAN to DEC"},
		{"0 0 * * 8", "day of week is 8; it must be from 0 to 7 or from SUN to SAT"},
		{"60 0 0 * * *", "second is 60; it must be from 0 to 59"},
		{"99999999999999999999 * * * *", "minute is 99999999999999999999; it must be from 0 to 59"},
		{"0 008 * * *", "hour is 008; it must be from 0 to 23"},
		{"-1 * * * *", "minute is -1; it must be from 0 to 59"},
		{"+1 * * * *", "minute is +1; it must be from 0 to 59"},
		{"1.5 * * * *", "minute is 1.5; it must be from 0 to 59"},
		{"0 0 * MON *", "month is MON; it must be from 1 to 12 or from JAN to DEC"},
		{"0 0 * ANF *", "month is ANF; it must be from 1 to 12 or from JAN to DEC"},
		{"0 0 * * MONDAY", "day of week is MONDAY; it must be from 0 to 7 or from SUN to SAT"},
		{"0 JAN * * *", "hour is JAN; it must be from 0 to 23"},

		{"1,60 * * * *", "minute is 1,60; 60 must be from 0 to 59"},
		{"1,,2 * * * *", "minute is 1,,2; a number is missing"},
		{"1, * * * *", "minute is 1,; a number is missing"},
		{"0 9- * * *", "hour is 9-; a number is missing"},
		{"0 9-24 * * *", "hour is 9-24; 24 must be from 0 to 23"},
		{"0 1-2-3 * * *", "hour is 1-2-3; 2-3 must be from 0 to 23"},
		{"0 *-3 * * *", "hour is *-3; * must be from 0 to 23"},
		{"0 22-4 * * *", "hour is 22-4; it runs backwards; write 22-23,0-4"},
		{"0 0 * * 1,FRI-MON", "day of week is 1,FRI-MON; FRI-MON runs backwards; write 5-6,0-1"},
		{"0 0 * NOV-FEB/2 *", "month is NOV-FEB/2; NOV-FEB runs backwards; write 11-12,1-2"},

		{"*/0 * * * *", "minute is */0; the step must be from 1 to 59"},
		{"*/60 * * * *", "minute is */60; the step must be from 1 to 59"},
		{"0 */24 * * *", "hour is */24; the step must be from 1 to 23"},
		{"*/ * * * *", "minute is */; the step must be from 1 to 59"},
		{"*/-1 * * * *", "minute is */-1; the step must be from 1 to 59"},
		{"*/5/5 * * * *", "minute is */5/5; the step must be from 1 to 59"},
		{"/5 * * * *", "minute is /5; a number is missing"},
		{"0 0 * * */8", "day of week is */8; the step must be from 1 to 7"},

		{"0 ? * * *", "hour is ?; ? is allowed only for a day; write *"},
		{"0 0 ?/2 * *", "day of month is ?/2; ? must stand alone"},
		{"0 0 * * 1,?", "day of week is 1,?; ? must stand alone"},
		{"0 0 L * ?", "day of month is L; it must be from 1 to 31; days with L, W or # are not supported"},
		{"0 0 L-3 * ?", "day of month is L-3; L must be from 1 to 31; days with L, W or # are not supported"},
		{"0 0 lw * ?", "day of month is lw; it must be from 1 to 31; days with L, W or # are not supported"},
		{"0 0 1,15W * ?", "day of month is 1,15W; 15W must be from 1 to 31; days with L, W or # are not supported"},
		{"0 0 ? * 6#3", "day of week is 6#3; it must be from 0 to 7 or from SUN to SAT; days with L, W or # are not supported"},
		{"0 0 ? * FRI#2", "day of week is FRI#2; it must be from 0 to 7 or from SUN to SAT; days with L, W or # are not supported"},
		{"0 0 ? * 5L", "day of week is 5L; it must be from 0 to 7 or from SUN to SAT; days with L, W or # are not supported"},
		{"0 0 ? * FRIL", "day of week is FRIL; it must be from 0 to 7 or from SUN to SAT; days with L, W or # are not supported"},
		{"0 0 ? * XYZ", "day of week is XYZ; it must be from 0 to 7 or from SUN to SAT"},

		{"99 25 * * *", "minute is 99; it must be from 0 to 59; hour is 25; it must be from 0 to 23"},
		{"0\u00a01 * * * *", `minute is "0\u00a01"; it must be from 0 to 59`},
		{"0 1 * * *\n", `day of week is "*\n"; it must be from 0 to 7 or from SUN to SAT`},
		{"0 1 * * ＊", `day of week is ＊; it must be from 0 to 7 or from SUN to SAT`},
		{"0 1 * * \xff\x1b[31m", `day of week is "�\u001b[31m"; it must be from 0 to 7 or from SUN to SAT`},
		{"0 1 * * " + strings.Repeat("x", 1000), "day of week is " + strings.Repeat("x", 79) + "…; it must be from 0 to 7 or from SUN to SAT"},
	}
	for _, test := range tests {
		s, err := cron.Parse(test.expr)
		if err == nil {
			t.Errorf("%q is read: %s", test.expr, s.Describe())
		} else if err.Error() != test.want {
			t.Errorf("%q:\n got %s\nwant %s", test.expr, err, test.want)
		}
	}
}

// TestErrors: each wrong part has an error of its own.
func TestErrors(t *testing.T) {
	_, err := cron.Parse("99 25 * 13 *")
	var each cron.Errors
	if !errors.As(err, &each) || len(each) != 3 || each[1].Error() != "hour is 25; it must be from 0 to 23" {
		t.Errorf("got %v", each)
	}
}

func TestSeconds(t *testing.T) {
	if parse(t, "0 1 * * *").Seconds() || !parse(t, "0 0 1 * * *").Seconds() || !parse(t, "0 0 0 31 2 ?").Seconds() {
		t.Error("the number of parts is not told")
	}
}

// TestSame: spellings of one meaning, and of others.
func TestSame(t *testing.T) {
	same := [][]string{
		{"0 1 * * *", "0 1 */1 * ?", "0 1 ? * *", "0 1 ? * ?", "00 01 1-31 1-12 0-7", "0 0 1 * * ?", " 0\t1  * * * ", "0 1 1/1 * MON", "0 1 1-31 * MON", "0 1 *,5 * *", "0 1 3 * 0-6"},
		{"0 0 * * 0", "0 0 * * 7", "0 0 ? * SUN", "0 0 ? * sun", "0 0 * * 7-7", "0 0 * * 0-0", "0 0 * * 7-0", "0 0 */01 * Sun", "0 0 * * */7"},
		{"0 0 * * 5-7", "0 0 * * FRI-SUN", "0 0 * * 5-0", "0 0 * * 0,FRI,6"},
		{"0 0 * * 0-2", "0 0 * * 7-2", "0 0 * * SUN-TUE"},
		{"0 0 * * 0,2,4,6", "0 0 * * */2", "0 0 * * 0/2", "0 0 * * 7/2", "0 0 * * 0-7/2"},
		{"*/15 * * * *", "0,15,30,45 * * * *", "0/15 * * * *", "0-59/15 * * * *"},
		{"5/15 * * * *", "5-59/15 * * * *", "5,20,35,50 * * * *"},
		{"0 0 1 1,4,7,10 *", "0 0 1 */3 ?", "0 0 1 JAN/3 *", "0 0 1 JAN,apr,Jul,OCT *"},
		{"0 0 31 1 *", "0 0 31 1,2,4 *"},
		{"0 0 30 1 *", "0 0 30 1,2 *"},
		{"0 0 * 2 *", "0 0 1-29 2 *", "0 0 1-31 2 *", "0 0 1-29 2 MON"},
		{"0 0 31 2 *", "0 0 30 2 *", "5 5 31 4,6,9,11 *", "0 0 0 31 2 *"},
		{"0 0 31 2 MON", "0 0 * 2 MON"},
		{"0 0 1 * *"}, {"0 0 1 * MON"}, {"0 0 * * MON"}, {"0 0 29 2 *"}, {"0 1 * * * *"}, {"0 0 */2 * MON"}, {"0 0 1-29 2,3 MON"}, {"0 0 1-29 2,3 *"},
	}
	for i, a := range same {
		for j, b := range same {
			for _, x := range a {
				for _, y := range b {
					s, u := parse(t, x), parse(t, y)
					if got := s.Same(u); got != (i == j) {
						t.Errorf("%s and %s: same is %t", x, y, got)
					}
					if got := s.Describe() == u.Describe(); got != (i == j) {
						t.Errorf("%s: %s\n%s: %s", x, s.Describe(), y, u.Describe())
					}
				}
			}
		}
	}
}

func TestNever(t *testing.T) {
	for expr, want := range map[string]bool{
		"0 0 31 2 *": true, "0 0 30 2 *": true, "0 1 31 2,4,6,9,11 ?": true, "0 0 30-31 2 *": true, "* * * 31 2 *": true,
		"0 0 29 2 *": false, "0 0 31 2 MON": false, "0 0 31 2,3 *": false, "0 0 30 4 *": false, "0 0 ? 2 *": false,
	} {
		s := parse(t, expr)
		if got := s.Never(); got != want {
			t.Errorf("%s: never is %t", expr, got)
		}
		if next, ok := s.Next(time.Unix(0, 0), zone(t, "America/New_York")); ok == want {
			t.Errorf("%s: next is %s, %t", expr, next, ok)
		}
	}
	if !(cron.Schedule{}).Never() {
		t.Error("the zero Schedule runs")
	}
}
