package emulator

import (
	"net/http"
	"time"
)

// exchange is an answer that a fault changes before it is written.
type exchange struct {
	Fault
	*call
	answer
	w   http.ResponseWriter
	r   *http.Request
	now time.Time
}
