package emulator

import "encoding/json"

// page is the part of the list that a call gets; the answer has it twice.
type page struct {
	CurrentPage int
	TotalSize   int
	PageSize    int
}

// list is what a call gets of the templates.
type list struct {
	page
	templates []template // those that the parameters leave
	shown     []template // those on the page
}

type listing struct {
	Message   string
	RequestID string `json:"RequestId"`
	Data      struct {
		page
		Applications []json.RawMessage
	}
	Code    string
	Success bool
	page
}

// cut cuts the page out of the templates.
func (l *list) cut() {
	l.shown = nil
	// In this order no product can overflow.
	if l.CurrentPage-1 <= len(l.templates)/l.PageSize {
		from := (l.CurrentPage - 1) * l.PageSize
		l.shown = l.templates[from:min(from+l.PageSize, len(l.templates))]
	}
}

func (l *list) encode(c *call) []byte {
	answer := listing{Message: "success", RequestID: c.requestID, Code: "200", Success: true, page: l.page}
	answer.Data.page = l.page
	answer.Data.Applications = []json.RawMessage{} // [], not null
	for _, t := range l.shown {
		answer.Data.Applications = append(answer.Data.Applications, t.application)
	}
	return encode(answer)
}
