package cron

import (
	"fmt"
	"regexp"
	"strconv"
	"sync"
	"time"
	_ "time/tzdata" // for machines that have no zones: containers, Windows

	"saejob/internal/text"
)

var (
	offsetForm = regexp.MustCompile(`^(?:GMT|UTC)(?:([+-])([0-9]{1,2})(?::?([0-5][0-9]))?)?$`)
	// nameForm is that of all zones of the IANA, and of no other file beside them
	// that could be taken for one, such as right/UTC.
	nameForm = regexp.MustCompile(`^[A-Z][A-Za-z0-9_+-]*(/[A-Z][A-Za-z0-9_+-]*)*$`)
)

// What offsets there are: from Baker Island to the Line Islands.
const (
	leastOffset    = -12 * time.Hour
	greatestOffset = 14 * time.Hour
)

// Zone returns the zone that a template names: an offset from GMT or UTC, such as
// GMT+8:00, GMT+0800, GMT-3:30, UTC+8 or GMT, or a name of the IANA's, such as
// Asia/Shanghai, as the machine or else this program knows them. Nothing else:
// not "" and not Local, which is another zone on each machine.
//
// The zone of an offset is called GMT+08:00 however it is written, and that of
// no offset is [time.UTC].
func Zone(name string) (*time.Location, error) {
	if form := offsetForm.FindStringSubmatch(name); form != nil {
		if zone := offsetZone(form[1], form[2], form[3]); zone != nil {
			return zone, nil
		}
	} else if len(name) <= maxZone && name != "Local" && nameForm.MatchString(name) {
		if zone, err := load(name); err == nil {
			return zone, nil
		}
	}
	return nil, fmt.Errorf("time zone is %s; it must be an offset from GMT-12:00 to GMT+14:00, such as GMT+8:00, or a name such as Asia/Shanghai", text.Word(name))
}

// loaded keeps the zones that were read from files, by name: most templates are of one.
// There are not many, since what is no zone is not kept.
var loaded sync.Map

func load(name string) (*time.Location, error) {
	if zone, ok := loaded.Load(name); ok {
		return zone.(*time.Location), nil
	}
	zone, err := time.LoadLocation(name)
	if err == nil {
		loaded.Store(name, zone)
	}
	return zone, err
}

// maxZone bounds names in bytes; the IANA's own have half.
const maxZone = 64

// offsetZone returns the zone of an offset, or nil if there is none like it.
func offsetZone(sign, hours, minutes string) *time.Location {
	h, _ := strconv.Atoi(hours)
	m, _ := strconv.Atoi(minutes)
	offset := time.Duration(h)*time.Hour + time.Duration(m)*time.Minute
	if sign == "-" {
		offset = -offset
	}
	switch {
	case offset < leastOffset || offset > greatestOffset:
		return nil
	case offset == 0:
		return time.UTC
	}
	return time.FixedZone(fmt.Sprintf("GMT%s%02d:%02d", sign, h, m), int(offset/time.Second))
}
