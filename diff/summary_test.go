package diff

import (
	"reflect"
	"testing"
)

// TestAddCountsAll: nothing that is counted is lost where two results become one,
// whatever there will be to count.
func TestAddCountsAll(t *testing.T) {
	var one, want Result
	fill(reflect.ValueOf(&one.Summary).Elem(), 1)
	fill(reflect.ValueOf(&want.Summary).Elem(), 2)
	one.Base, want.Base = "b", "b, b"
	one.FromCount, one.ToCount, one.BaseCount = 1, 1, 1
	want.FromCount, want.ToCount, want.BaseCount = 2, 2, 2
	sum := one
	sum.Add(one)
	if !reflect.DeepEqual(sum, want) {
		t.Errorf("got %+v, want %+v", sum, want)
	}
}

// TestAddSaysProblemsOnce: what several comparisons find wrong in the configuration is one
// problem, and nothing else is dropped.
func TestAddSaysProblemsOnce(t *testing.T) {
	a, b := Problem{ID: "mapping-unused", File: "x", Message: "a"}, Problem{ID: "mapping-unused", File: "x", Message: "b"}
	one, more := Result{Problems: []Problem{a}}, Result{Problems: []Problem{a, b}}
	one.Add(more)
	if !reflect.DeepEqual(one.Problems, []Problem{a, b}) {
		t.Errorf("got %+v", one.Problems)
	}
}

// fill sets every number in a structure.
func fill(v reflect.Value, n int64) {
	if v.Kind() == reflect.Int {
		v.SetInt(n)
		return
	}
	for i := range v.NumField() {
		fill(v.Field(i), n)
	}
}
