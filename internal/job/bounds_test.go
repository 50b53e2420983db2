package job

import (
	"fmt"
	"strings"
	"testing"
)

// TestCommonIsBounded: how often items are compared does not grow with the product of two
// long lists; what both begin and end with is found all the same.
func TestCommonIsBounded(t *testing.T) {
	for n, want := range map[int]int{100: 100, 3000: 20} {
		calls := 0
		pairs := common(n, n, func(i, j int) bool {
			calls++
			return i == j && (i < 10 || i >= n-10) || i == j+1 // all but the ends moved by one
		})
		if n > 2048 && calls > 4*n {
			t.Errorf("%d items: %d comparisons", n, calls)
		}
		if len(pairs) < want-5 || len(pairs) > want {
			t.Errorf("%d items: %d pairs", n, len(pairs))
		}
	}
}

// TestDepthIsBounded: structure in JSON text nests no deeper than a file may: what is printed
// can be read again, and up to there it is structure.
func TestDepthIsBounded(t *testing.T) {
	for depth := MaxDepth - 3; depth <= MaxDepth+1; depth++ {
		tmpl, err := FromAnswer(fmt.Appendf(nil, `{"AppName":"a","Envs":%q}`, strings.Repeat("[", depth)+strings.Repeat("]", depth)))
		if err != nil {
			t.Fatal(err)
		}
		if is := tmpl.Root.Member("Envs").Value.Kind; (is == List) != (depth < MaxDepth) {
			t.Errorf("%d levels: it is %s", depth, is)
		}
		if _, problems := Parse(Print(tmpl)); len(problems) > 0 {
			t.Errorf("%d levels: %s", depth, problems[0].Message)
		}
	}
}
