package sae

import (
	"errors"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// throttling reports whether an attempt failed because there are too many calls, of
// this tool or of others, and how long the server asks to wait, 0 when it does not say.
// A server that is unavailable (503) is treated alike.
func throttling(err error) (yes bool, hint time.Duration) {
	var e *Error
	if !Temporary(err) || !errors.As(err, &e) {
		return false, 0
	}
	return e.Is(ErrThrottled) || e.HTTPStatus == http.StatusServiceUnavailable, e.wait
}

// timeLeft finds the rest of the window in what the gateway says of a quota: Limit:60,Remain:0,TimeLeft:2000.
var timeLeft = regexp.MustCompile(`(?:^|[,\s])TimeLeft:\s*([0-9]+)(?:[,\s]|$)`)

// retryAfter returns how long the headers of an answer ask to wait, 0 when they do not.
// Of several hints it is the longest.
func retryAfter(h http.Header) time.Duration {
	var hint time.Duration
	for _, name := range []string{"x-ratelimit-user", "x-ratelimit-user-api"} {
		for _, value := range h.Values(name) {
			if m := timeLeft.FindStringSubmatch(value); m != nil {
				hint = max(hint, milliseconds(m[1]))
			}
		}
	}
	hint = max(hint, milliseconds(h.Get("x-acs-retry-after")))
	return max(hint, standardRetryAfter(h))
}

// milliseconds reads a number of milliseconds. It was rounded down, so that a part of
// one may be left: a call too early is one more that is refused.
func milliseconds(text string) time.Duration {
	n := number(text)
	if n == 0 {
		return 0
	}
	return time.Duration(n+1) * time.Millisecond
}

// standardRetryAfter reads HTTP's own header, seconds or a date. The date is compared
// with the server's own: this computer's clock may be wrong.
func standardRetryAfter(h http.Header) time.Duration {
	text := strings.TrimSpace(h.Get("Retry-After"))
	if n := number(text); n > 0 {
		return time.Duration(n) * time.Second
	}
	at, err := http.ParseTime(text)
	if err != nil {
		return 0
	}
	now, err := http.ParseTime(h.Get("Date"))
	if err != nil {
		now = time.Now()
	}
	return max(0, at.Sub(now))
}

// number returns a number of at most nine digits, else 0; a larger one counts as the
// largest of them: nobody waits for so long.
func number(text string) int64 {
	text = strings.TrimSpace(text)
	n, err := strconv.ParseUint(text, 10, 64)
	switch {
	case err == nil:
		return int64(min(n, 999_999_999))
	case errors.Is(err, strconv.ErrRange):
		return 999_999_999
	}
	return 0
}
