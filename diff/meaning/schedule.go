package meaning

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"saejob/internal/cron"
	"saejob/internal/job"
	"saejob/internal/severity"
	"saejob/internal/text"
)

var (
	scheduleRespelled = ID{"schedule-respelled", severity.Info,
		"The schedule or its time zone is written differently and means the same: runs start at the same times."}
	triggerChanged = ID{"trigger-changed", severity.Error,
		"Runs are started in another way: by a schedule, by a call of a URL, or only by hand."}
)

// schedule: when the template runs from now on.
var schedule = Meaning{
	Name: "schedule",
	IDs:  []*ID{&scheduleRespelled, &triggerChanged},
	Say: func(c *Change) Said {
		if !c.is("TriggerConfig") {
			return Said{}
		}
		was, is := triggerOf(c.Was), triggerOf(c.Is)
		switch {
		case was.kind != is.kind && (len(c.Path) == 1 || c.isAt("TriggerConfig", "type")):
			return Said{&triggerChanged, was.describe(c.Now) + " → " + is.describe(c.Now)}
		case was.kind != is.kind:
			return Said{ID: &triggerChanged}
		case was.kind != "time":
			return Said{}
		case c.isAt("TriggerConfig", "config") && was.means(is):
			return Said{&scheduleRespelled, "the same schedule: " + is.describeSchedule()}
		case c.isAt("TriggerConfig", "timezone") && was.sameZone(is, c.Now):
			return Said{&scheduleRespelled, "the same time zone"}
		case c.isAt("TriggerConfig", "config"), c.isAt("TriggerConfig", "timezone") && (was.means(is) || was.text == is.text):
			return Said{Text: was.describe(c.Now) + " → " + is.describe(c.Now)}
		}
		return Said{}
	},
}

// trigger is what starts a template.
type trigger struct {
	// kind is time, http or another; empty: nothing starts it.
	kind string
	// text is the schedule as it is written. It is known if it could be read.
	text     string
	schedule cron.Schedule
	known    bool
	// doubt: readers of cron choose other days than schedule has.
	doubt bool
	// zoneText is the zone as it is written; zone is nil where there is none that
	// can be read.
	zoneText string
	zone     *time.Location
	// open: a call is answered whoever makes it. suspended: nothing starts it now.
	open, suspended bool
}

func triggerOf(root *job.Node) trigger {
	t := trigger{kind: shown(root.At("TriggerConfig", "type"))}
	t.open = checkOf(root.At("TriggerConfig", "config", "securityConfig")) == "none"
	t.suspended, _ = isTrue(root.At("Suspend"))
	if t.kind != "time" {
		return t
	}
	t.text, t.zoneText = shown(root.At("TriggerConfig", "config")), shown(root.At("TriggerConfig", "timezone"))
	schedule, err := cron.Parse(t.text)
	t.schedule, t.known = schedule, err == nil
	t.doubt = cron.Doubt(t.text) != ""
	if zone, err := cron.Zone(t.zoneText); err == nil {
		t.zone = zone
	}
	return t
}

// means reports whether two schedules are known to mean the same. What one reader
// makes of two that are in doubt says nothing of another.
func (t trigger) means(other trigger) bool {
	if t.doubt || other.doubt {
		return slices.Equal(strings.Fields(t.text), strings.Fields(other.text))
	}
	return t.known && other.known && t.schedule.Same(other.schedule)
}

// sameZone reports whether two zones show the same time on each day of a year.
func (t trigger) sameZone(other trigger, now time.Time) bool {
	if t.zone == nil || other.zone == nil {
		return false
	}
	for day := range 366 {
		at := now.AddDate(0, 0, day)
		_, offset := at.In(t.zone).Zone()
		if _, is := at.In(other.zone).Zone(); is != offset {
			return false
		}
	}
	return true
}

// describe returns what starts the template, and when it runs next.
func (t trigger) describe(now time.Time) string {
	switch {
	case t.kind == "":
		return "started only by hand"
	case t.kind == "http" && t.open:
		return "started by anyone who has the URL"
	case t.kind == "http":
		return "started by calls"
	case t.kind != "time":
		return "started by " + text.Word(t.kind)
	case !t.known:
		return "a schedule that cannot be read"
	}
	return t.describeSchedule() + t.next(now)
}

// describeSchedule returns when the template runs, as far as that is known.
func (t trigger) describeSchedule() string {
	if t.doubt {
		return t.schedule.Describe() + ", by one reading of several"
	}
	return t.schedule.Describe()
}

// next returns when the template runs next, where that is known.
func (t trigger) next(now time.Time) string {
	switch {
	case t.suspended:
		return " (suspended)"
	case t.zoneText == "":
		return " (SAE's default time zone)"
	case t.zone == nil:
		return fmt.Sprintf(" (time zone %s)", text.Word(t.zoneText))
	case now.IsZero() || t.doubt:
		return fmt.Sprintf(" (%s)", t.zone)
	}
	const runs = 2
	var times []string
	for _, run := range t.schedule.Runs(now, t.zone, runs) {
		layout := "2006-01-02 15:04"
		if run.Second() != 0 {
			layout += ":05"
		}
		times = append(times, run.Format(layout))
	}
	if len(times) == 0 {
		return ""
	}
	return fmt.Sprintf(" (next %s %s)", strings.Join(times, ", "), t.zone)
}
