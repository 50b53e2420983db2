package emulator

import "time"

// Fault says what goes wrong: its kind, with which calls, and how. What is zero is
// as [FaultHelp] says.
type Fault struct {
	Kind string

	Action string  // only calls of this action
	AppID  string  // only calls for this AppId
	Rate   float64 // how probable it is; 0: certain
	Seed   int     // of the probability: the same calls in the same order have the same faults
	After  int     // so many calls are spared first
	Times  int     // it applies to so many calls at most; 0: any number

	Status  int           // of HTTP
	Error   string        // the Code of an error document
	Hint    string        // which header says how long to wait
	Wait    time.Duration // what the hint says, where no quota knows
	Limit   int           // calls a window
	Window  time.Duration // how long a window is
	Sliding bool          // every stretch of that length is a window, not only those on a grid
	Others  int           // calls that another client makes in a window
	Delay   time.Duration // how long a call, or a piece of its answer, is delayed
	By      time.Duration // how far the clock is ahead
	Size    int           // of an answer, in bytes
	Text    string        // what is sent instead of an answer
	To      string        // where a redirect points
}
