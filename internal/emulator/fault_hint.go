package emulator

import (
	"fmt"
	"net/http"
	"strconv"
	"time"
)

// hint is a way in which a refusal can say how long to wait.
type hint struct {
	name, header string
	value        func(limit int, wait time.Duration, now time.Time) string
}

var hints = []hint{
	{"none", "", nil},
	{"timeleft", "x-ratelimit-user", timeLeft},
	{"timeleft-api", "x-ratelimit-user-api", timeLeft},
	{"acs-retry-after", "x-acs-retry-after", func(_ int, wait time.Duration, _ time.Time) string {
		return strconv.FormatInt(ceil(wait, time.Millisecond), 10)
	}},
	{"retry-after", "Retry-After", func(_ int, wait time.Duration, _ time.Time) string {
		return strconv.FormatInt(ceil(wait, time.Second), 10)
	}},
}

func timeLeft(limit int, wait time.Duration, now time.Time) string {
	return fmt.Sprintf("Limit:%d,Remain:0,TimeLeft:%d,Reset:%d", limit, ceil(wait, time.Millisecond), now.Add(wait).Unix())
}

// ceil returns d in units, rounded up: a caller told less would come too early.
func ceil(d, unit time.Duration) int64 { return int64((d + unit - 1) / unit) }

// hint writes the header that f names.
func (f Fault) hint(header http.Header, wait time.Duration, now time.Time) {
	for _, h := range hints {
		if h.name == f.Hint && h.value != nil {
			header.Set(h.header, h.value(f.Limit, wait, now))
		}
	}
}
