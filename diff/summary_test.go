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
