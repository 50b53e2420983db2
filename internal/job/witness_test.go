package job_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"testing"

	"saejob/internal/emulator"
	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/schema"
)

// lost names the first member in which two Data objects differ, but for what
// DESIGN calls not set, the order of sets, and spaces in JSON text; empty: none.
// It reads with encoding/json alone: what the reader and the normal form lose on
// both sides, it sees.
func lost(t *testing.T, was, is []byte) string {
	t.Helper()
	a, b := dataOf(t, was), dataOf(t, is)
	for name, value := range b {
		if _, ok := a[name]; !ok {
			return name + " is new: " + string(encode(value))
		}
	}
	for name, value := range a {
		f := job.FieldOf(schema.Template.Fields, name)
		value, back := plainly(f, value), plainly(f, b[name])
		if f != nil && isNothing(value) && isNothing(back) {
			continue
		}
		if _, ok := b[name]; !ok || !reflect.DeepEqual(value, back) {
			return name + " was " + string(encode(value)) + ", is " + string(encode(back))
		}
	}
	return ""
}

func dataOf(t *testing.T, text []byte) map[string]any {
	t.Helper()
	var data map[string]any
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	if err := dec.Decode(&data); err != nil {
		t.Fatal(err)
	}
	return data
}

// plainly returns a value of a field as structure where it is JSON text of one, and
// sorted where its order means nothing.
func plainly(f *plan.Field, value any) any {
	if f == nil {
		return value
	}
	if text, ok := value.(string); ok && f.JSON {
		if inner, err := strictly(text); err == nil {
			value = inner
		}
	}
	if list, ok := value.([]any); ok && f.Set {
		list = slices.Clone(list)
		slices.SortFunc(list, func(x, y any) int { return bytes.Compare(encode(x), encode(y)) })
		return list
	}
	return value
}

func isNothing(value any) bool {
	switch v := value.(type) {
	case nil:
		return true
	case string:
		return v == ""
	case []any:
		return len(v) == 0
	case map[string]any:
		return len(v) == 0
	}
	return false
}

var errUnclear = errors.New("that can be read in more than one way")

// strictly reads JSON text; one that has a name twice, or half of a surrogate
// pair, is none.
func strictly(text string) (any, error) {
	dec := json.NewDecoder(strings.NewReader(text))
	dec.UseNumber()
	value, err := nextValue(dec)
	if err == nil {
		if _, end := dec.Token(); end != io.EOF {
			err = errUnclear
		}
	}
	if bytes.ContainsRune(encode(value), '\ufffd') && !strings.Contains(text, "\ufffd") {
		err = errUnclear
	}
	return value, err
}

func nextValue(dec *json.Decoder) (any, error) {
	token, err := dec.Token()
	if err != nil {
		return nil, err
	}
	switch token {
	case json.Delim('['):
		list := []any{}
		for dec.More() {
			item, err := nextValue(dec)
			if err != nil {
				return nil, err
			}
			list = append(list, item)
		}
		_, err = dec.Token()
		return list, err
	case json.Delim('{'):
		object := map[string]any{}
		for dec.More() {
			name, err := dec.Token()
			if err != nil {
				return nil, err
			}
			key := name.(string)
			if _, twice := object[key]; twice {
				return nil, errUnclear
			}
			if object[key], err = nextValue(dec); err != nil {
				return nil, err
			}
		}
		_, err = dec.Token()
		return object, err
	}
	return token, nil
}

// TestLosslessSamples: the samples come back, too.
func TestLosslessSamples(t *testing.T) {
	names, err := fs.Glob(emulator.Samples(), "*.json")
	if err != nil || len(names) < 10 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(emulator.Samples(), name)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(name, func(t *testing.T) { checkLossless(t, data) })
	}
}
