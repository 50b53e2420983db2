package cron_test

import (
	"testing"

	"saejob/internal/cron"
)

func TestDoubt(t *testing.T) {
	const both = ": cron and Kubernetes take the days that are either, Spring takes those that are both, Quartz refuses it"
	for expr, want := range map[string]string{
		"0 9 1-7 * MON":    "day of month is 1-7 and day of week is MON" + both,
		"0 9 1-31 * 1":     "day of month is 1-31 and day of week is 1" + both,
		"0 0 9 3 * 0-6":    "day of month is 3 and day of week is 0-6" + both,
		"0 9 1-31 * 0-6":   "",
		"0 9 3 * 0-6":      "day of month is 3 and day of week is 0-6" + both,
		"0 0 9 3 * 1":      "day of month is 3 and day of week is 1" + both,
		"0 9 */2 * 1":      "day of month is */2 and day of week is 1: Kubernetes takes the days that are either, cron and Spring take those that are both, Quartz refuses it",
		"30 1 ? * 7":       "day of week is 7: cron and Spring take it as Sunday, Kubernetes refuses it, Quartz takes it as Saturday",
		"30 1 * * 5-7":     "day of week is 5-7: cron and Spring take it as Friday to Sunday, Kubernetes refuses it, Quartz takes it as Thursday to Saturday",
		"30 1 * * FRI-SUN": "day of week is FRI-SUN: cron and Kubernetes refuse it, Spring and Quartz take it as Friday to Sunday",
		"30 1 * * fri-7":   "day of week is fri-7: cron and Spring take it as Friday to Sunday, Kubernetes refuses it, Quartz takes it as Friday and Saturday",
		"30 1 * * 5-0":     "day of week is 5-0: cron, Spring, Kubernetes and Quartz refuse it",
		"30 1 * * 7-2":     "day of week is 7-2: cron and Kubernetes refuse it, Spring takes it as Monday, Tuesday and Sunday, Quartz takes it as Monday, Saturday and Sunday",
		"30 1 * * 1,7":     "day of week is 1,7: cron and Spring take it as Monday and Sunday, Kubernetes refuses it, Quartz takes it as Saturday and Sunday",
		"30 1 * * */2":     "day of week is */2: cron, Kubernetes and Quartz take it as Tuesday, Thursday, Saturday and Sunday, Spring takes it as Monday, Wednesday, Friday and Sunday",
		"30 1 * * 1/2":     "day of week is 1/2: cron refuses it, Spring takes it as Monday, Wednesday, Friday and Sunday, Kubernetes takes it as Monday, Wednesday and Friday, Quartz takes it as Tuesday, Thursday, Saturday and Sunday",
		"0 0 30 1 ? * 7":   "",
		"0 30 1 ? * 7":     "day of week is 7: cron and Spring take it as Sunday, Kubernetes refuses it, Quartz takes it as Saturday",
		"0 9 13 * 7":       "day of month is 13 and day of week is 7" + both + "; day of week is 7: cron and Spring take it as Sunday, Kubernetes refuses it, Quartz takes it as Saturday",

		// Alike to Spring and Kubernetes.
		"0 1 */1 * ?": "", "*/1 * * * ?": "", "0 9 * * 1": "", "0 9 * * 1-5": "", "0 9 ? * MON-FRI": "", "0 9 * * SUN": "", "0 9 * * 0": "", "0 9 * * 0-2": "",
		"0 9 * * sun,mon": "", "0 9 * * SUN-TUE": "", "0 9 * * 1-5/2": "", "0 9 * * 0/2": "", "0 9 1,15 * ?": "", "0 9 1 * *": "", "0 9 */2 * ?": "", "0 9 *,3 * 1": "", "0 9 5 * */1": "",
		// What cannot be read is no doubt.
		"": "", "0 9 * * 8": "", "0 9 L * 7": "", "@daily": "", "0 9 1 * 6#3": "",
	} {
		if got := cron.Doubt(expr); got != want {
			t.Errorf("%q:\n got %s\nwant %s", expr, got, want)
		}
	}
}
