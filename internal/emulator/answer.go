package emulator

import (
	"net/http"
	"strconv"
)

// answer is what a caller gets, without the headers that every answer has.
type answer struct {
	status      int
	contentType string // empty: there is no such header
	body        []byte
}

// document returns an answer in JSON.
func document(status int, body []byte) answer {
	return answer{status, "application/json;charset=utf-8", body}
}

func (a answer) write(w http.ResponseWriter) {
	w.Header().Set("Content-Length", strconv.Itoa(len(a.body)))
	a.begin(w)
	_, _ = w.Write(a.body) // a caller who has gone needs no answer
}

// begin writes the headers.
func (a answer) begin(w http.ResponseWriter) {
	w.Header()["Content-Type"] = nil // none that net/http guesses
	if a.contentType != "" {
		w.Header().Set("Content-Type", a.contentType)
	}
	w.WriteHeader(a.status)
}
