// Package severity is how much a finding or a change matters.
package severity

// Severity is how much something matters.
type Severity uint8

// The severities, from the least. None: nothing is reported.
const (
	None Severity = iota
	Info
	Warning
	Error
)

var names = [...]string{"none", "info", "warning", "error"}

// String returns the severity's name.
func (s Severity) String() string { return names[s] }

// Parse returns the severity of that name; false where there is none.
func Parse(name string) (Severity, bool) {
	for s, n := range names {
		if n == name && Severity(s) != None {
			return Severity(s), true
		}
	}
	return None, false
}
