package emulator

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
)

// key is a parameter of a fault, as its text has it.
type key struct {
	name  string
	means string
	must  string           // what a value must be
	field func(*Fault) any // a pointer to where it is kept
	good  func(Fault) bool
}

var keys = []key{
	{"action", "only calls of this action", "ListJobs or DescribeJob",
		func(f *Fault) any { return &f.Action }, func(f Fault) bool { return f.Action == "ListJobs" || f.Action == "DescribeJob" }},
	{"app-id", "only calls for this template", "an AppId",
		func(f *Fault) any { return &f.AppID }, func(f Fault) bool { return f.AppID != "" }},
	{"rate", "only with this probability", "a number above 0, at most 1",
		func(f *Fault) any { return &f.Rate }, func(f Fault) bool { return f.Rate > 0 && f.Rate <= 1 }},
	{"seed", "seed of the probability: the same calls have the same faults", "a whole number",
		func(f *Fault) any { return &f.Seed }, func(Fault) bool { return true }},
	{"after", "how many calls are spared first", "a number of calls",
		func(f *Fault) any { return &f.After }, func(f Fault) bool { return f.After >= 0 }},
	{"times", "how many calls it applies to at most", "a number of calls, from 1",
		func(f *Fault) any { return &f.Times }, func(f Fault) bool { return f.Times >= 1 }},

	{"limit", "how many calls a window allows", "a number of calls, from 1 to 1000000",
		func(f *Fault) any { return &f.Limit }, func(f Fault) bool { return f.Limit >= 1 && f.Limit <= 1e6 }},
	{"window", "how long a window is", "a duration from 1ms, such as 1m",
		func(f *Fault) any { return &f.Window }, func(f Fault) bool { return f.Window >= time.Millisecond }},
	{"sliding", "every stretch of that length is a window, not only those on a fixed grid", "true or false",
		func(f *Fault) any { return &f.Sliding }, func(Fault) bool { return true }},
	{"others", "how many calls another client makes in a window, evenly spread", "a number of calls, from 0 to 10000",
		func(f *Fault) any { return &f.Others }, func(f Fault) bool { return f.Others >= 0 && f.Others <= 1e4 }},
	{"code", "the HTTP status", "an HTTP status from 200 to 599",
		func(f *Fault) any { return &f.Status }, func(f Fault) bool { return f.Status >= 200 && f.Status <= 599 }},
	{"error", "the Code in the error document; by default one that matches the status", "an error code, such as ServiceUnavailable",
		func(f *Fault) any { return &f.Error }, func(f Fault) bool { return f.Error != "" }},
	{"hint", "the header that says how long to wait", "one of " + hintNames(),
		func(f *Fault) any { return &f.Hint }, func(f Fault) bool { return slices.ContainsFunc(hints, func(h hint) bool { return h.name == f.Hint }) }},
	{"wait", "what the hint says", "a duration above 0, such as 2s",
		func(f *Fault) any { return &f.Wait }, func(f Fault) bool { return f.Wait > 0 }},
	{"delay", "how long a call, or each piece of an answer, is delayed", "a duration above 0, such as 50ms",
		func(f *Fault) any { return &f.Delay }, func(f Fault) bool { return f.Delay > 0 }},
	{"by", "how far the clock is ahead", "a duration, such as 20m or -20m",
		func(f *Fault) any { return &f.By }, func(Fault) bool { return true }},
	{"size", "how big an answer is", "a number of bytes, from 1",
		func(f *Fault) any { return &f.Size }, func(f Fault) bool { return f.Size >= 1 }},
	{"text", "what is sent before the connection is closed", "a text without a comma",
		func(f *Fault) any { return &f.Text }, func(f Fault) bool { return f.Text != "" }},
	{"to", "where the redirect points", "a URL",
		func(f *Fault) any { return &f.To }, func(f Fault) bool { return f.To != "" }},
}

// read sets the parameter to a value.
func (k key) read(f *Fault, text string) error {
	var err error
	switch field := k.field(f).(type) {
	case *string:
		*field = text
	case *int:
		*field, err = strconv.Atoi(text)
	case *float64:
		*field, err = strconv.ParseFloat(text, 64)
	case *bool:
		*field, err = strconv.ParseBool(text)
	case *time.Duration:
		*field, err = time.ParseDuration(text)
	}
	if err != nil || !k.good(*f) {
		return k.refuse(text)
	}
	return nil
}

func (k key) refuse(text string) error {
	return fmt.Errorf("%s is %q; it must be %s", k.name, text, k.must)
}

func (k key) text(f Fault) string { return fmt.Sprint(reflect.ValueOf(k.field(&f)).Elem()) }

func (k key) zero(f Fault) bool { return reflect.ValueOf(k.field(&f)).Elem().IsZero() }

func hintNames() string {
	var names []string
	for _, h := range hints {
		names = append(names, h.name)
	}
	return strings.Join(names, ", ")
}
