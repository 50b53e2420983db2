package cron_test

import (
	"testing"

	"saejob/internal/cron"
	"saejob/internal/cron/crontest"
	"saejob/internal/trial"
)

func TestDescribe(t *testing.T) {
	tests := []struct{ expr, want string }{
		{"* * * * *", "every minute"},
		{"*/5 * * * *", "every 5 minutes"},
		{"0/20 * * * ?", "every 20 minutes"},
		{"*/7 * * * *", "every hour at minutes 0, 7, 14, 21, 28, 35, 42, 49 and 56"},
		{"0 * * * *", "every hour"},
		{"5 * * * *", "every hour at minute 5"},
		{"5,10-12 * * * *", "every hour at minutes 5 and 10 to 12"},
		{"0 */6 * * ?", "every 6 hours"},
		{"30 */2 * * *", "every 2 hours at minute 30"},
		{"0 */12 * * *", "every day at 00:00 and 12:00"},
		{"0 1 */1 * ?", "every day at 01:00"},
		{"0 1,9-10 * * *", "every day at 01:00, 09:00 and 10:00"},
		{"0,30 1,2,3 * * *", "every day at 01:00, 01:30, 02:00, 02:30, 03:00 and 03:30"},
		{"*/5 9-17 * * *", "every 5 minutes from 09:00 to 17:55"},
		{"* 9 * * *", "every minute from 09:00 to 09:59"},
		{"30 9-17 * * *", "every hour from 09:30 to 17:30"},
		{"* 1,3 * * *", "every minute of hours 1 and 3"},
		{"0,7,20 1,5-8 * * *", "every day at minutes 0, 7 and 20 of hours 1 and 5 to 8"},

		{"0 1 * * MON", "every Monday at 01:00"},
		{"0 1 * * 1,3,5", "every Monday, Wednesday and Friday at 01:00"},
		{"0 1 * * 0,6", "every Saturday and Sunday at 01:00"},
		{"0 1 ? * MON-FRI", "Monday to Friday at 01:00"},
		{"0 1 ? * FRI-SUN", "Friday to Sunday at 01:00"},
		{"0 1 ? * 1-3,5", "every Monday to Wednesday and Friday at 01:00"},
		{"*/5 * * * 1-5", "every 5 minutes, Monday to Friday"},
		{"0 1 1 * *", "day 1 of every month at 01:00"},
		{"0 1 1,15 * *", "days 1 and 15 of every month at 01:00"},
		{"0 * 1-7 * *", "every hour, days 1 to 7 of every month"},
		{"0 0 1 1 ?", "every January 1 at 00:00"},
		{"0 0 29 2 *", "every February 29 at 00:00"},
		{"0 0 1 */3 *", "day 1 in January, April, July and October at 00:00"},
		{"0 0 * 6-8 *", "every day in June to August at 00:00"},
		{"0 0 * 1 MON", "every Monday in January at 00:00"},
		{"0 0 1 * MON", "day 1 of every month and every Monday at 00:00"},
		{"0 0 1 1,2 MON", "day 1 and every Monday in January and February at 00:00"},
		{"0 0 31 1,2 *", "every January 31 at 00:00"},
		{"0 0 31 2 *", "never"},

		{"* * * * * *", "every second"},
		{"*/10 * * * * *", "every 10 seconds"},
		{"10 * * * * *", "every minute at second 10"},
		{"10 */5 * * * *", "every day at second 10 of minutes 0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50 and 55 of every hour"},
		{"*/10 0 * * * MON", "every 10 seconds of minute 0 of every hour, every Monday"},
		{"*/20 * 1 * * *", "every 20 seconds of every minute of hour 1"},
		{"0 0 1 * * ?", "every day at 01:00"},
		{"0,30 0 1 * * ?", "every day at 01:00 and 01:00:30"},
	}
	for _, test := range tests {
		if got := parse(t, test.expr).Describe(); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.expr, got, test.want)
		}
	}
}

// TestDescriptionsDiffer: what is said of two schedules differs if they do.
func TestDescriptionsDiffer(t *testing.T) {
	g := crontest.New(5)
	said := map[string]cron.Schedule{}
	for range trial.Cases(200_000, 20_000) {
		s := parse(t, g.Sample().Expr)
		text := s.Describe()
		if other, ok := said[text]; ok && !other.Same(s) {
			t.Fatalf("%+v and %+v: %s", s, other, text)
		}
		said[text] = s
	}
}
