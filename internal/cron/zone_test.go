package cron_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"saejob/internal/cron"
)

func TestZone(t *testing.T) {
	tests := []struct {
		text, name string
		offset     time.Duration
	}{
		{"GMT+8:00", "GMT+08:00", 8 * time.Hour},
		{"GMT+08:00", "GMT+08:00", 8 * time.Hour},
		{"GMT+8", "GMT+08:00", 8 * time.Hour},
		{"GMT+0800", "GMT+08:00", 8 * time.Hour},
		{"UTC+8", "GMT+08:00", 8 * time.Hour},
		{"UTC+08:00", "GMT+08:00", 8 * time.Hour},
		{"GMT-3:30", "GMT-03:30", -3*time.Hour - 30*time.Minute},
		{"GMT+5:45", "GMT+05:45", 5*time.Hour + 45*time.Minute},
		{"GMT+14:00", "GMT+14:00", 14 * time.Hour},
		{"GMT-12:00", "GMT-12:00", -12 * time.Hour},
		{"GMT", "UTC", 0},
		{"UTC", "UTC", 0},
		{"GMT+0:00", "UTC", 0},
		{"GMT-0", "UTC", 0},
		{"Asia/Shanghai", "Asia/Shanghai", 8 * time.Hour},
		{"Asia/Kathmandu", "Asia/Kathmandu", 5*time.Hour + 45*time.Minute},
		{"America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires", -3 * time.Hour},
		{"America/Port-au-Prince", "America/Port-au-Prince", -5 * time.Hour},
		{"Etc/GMT-8", "Etc/GMT-8", 8 * time.Hour}, // this is how it is called
		{"Etc/UTC", "Etc/UTC", 0},
		{"EST5EDT", "EST5EDT", -5 * time.Hour},
		{"PRC", "PRC", 8 * time.Hour},
	}
	for _, test := range tests {
		loc, err := cron.Zone(test.text)
		if err != nil {
			t.Errorf("%s: %s", test.text, err)
			continue
		}
		_, seconds := time.Date(2026, 1, 1, 0, 0, 0, 0, loc).Zone()
		if offset := time.Duration(seconds) * time.Second; loc.String() != test.name || offset != test.offset {
			t.Errorf("%s: got %s, %s", test.text, loc, offset)
		}
	}
}

func TestZoneRefused(t *testing.T) {
	const allowed = "; it must be an offset from GMT-12:00 to GMT+14:00, such as GMT+8:00, or a name such as Asia/Shanghai"
	for text, shown := range map[string]string{
		"": `""`, "Local": "Local", "local": "local", "GMT+15:00": "GMT+15:00", "GMT-12:01": "GMT-12:01", "GMT+8:60": "GMT+8:60",
		"GMT+8:0": "GMT+8:0", "GMT+": "GMT+", "GMT8": "GMT8", "gmt+8:00": "gmt+8:00", "+8:00": "+8:00", "GMT +8:00": `"GMT +8:00"`, "GMT+8:00\n": `"GMT+8:00\n"`,
		"Asia/Beijing": "Asia/Beijing", "CST": "CST", "asia/shanghai": "asia/shanghai", "Asia": "Asia", "Asia/": "Asia/", "/Asia/Shanghai": "/Asia/Shanghai",
		"../../etc/passwd": "../../etc/passwd", "Asia/../Asia/Shanghai": "Asia/../Asia/Shanghai", "Asia//Shanghai": "Asia//Shanghai", `Asia\Shanghai`: `Asia\Shanghai`,
		"posix/Asia/Shanghai": "posix/Asia/Shanghai", "right/UTC": "right/UTC", "posixrules": "posixrules", "localtime": "localtime", "zone.tab": "zone.tab", "C:/x": "C:/x",
		"Asia/Shanghai\x00": `"Asia/Shanghai\u0000"`, "\x1b[31m": `"\u001b[31m"`,
		strings.Repeat("A", 1000): strings.Repeat("A", 79) + "…",
	} {
		loc, err := cron.Zone(text)
		if err == nil {
			t.Errorf("%q is read: %s", text, loc)
		} else if want := "time zone is " + shown + allowed; err.Error() != want {
			t.Errorf("%q:\n got %s\nwant %s", text, err, want)
		}
	}
}

// TestZonesAreCarried: a machine needs no zones of its own.
func TestZonesAreCarried(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", `{{join .Imports "\n"}}`, ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(strings.Fields(string(out)), "time/tzdata") {
		t.Error("time/tzdata is not imported")
	}
}
