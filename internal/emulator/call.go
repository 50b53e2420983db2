package emulator

import (
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"net/http"
	"net/url"
)

// call is one request on its way through the emulator.
type call struct {
	action    action
	query     url.Values
	host      string
	requestID string
	traceID   string
	instead   []byte // of the Data that was asked for
}

func newCall(r *http.Request) *call {
	return &call{host: r.Host, requestID: newRequestID(), traceID: random(15)}
}

// newRequestID returns a UUID as the gateway writes it.
func newRequestID() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // it never returns an error
	return fmt.Sprintf("%X-%X-%X-%X-%X", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}

// random returns n random bytes, in hex.
func random(n int) string {
	b := make([]byte, n)
	_, _ = rand.Read(b) // it never returns an error
	return hex.EncodeToString(b)
}
