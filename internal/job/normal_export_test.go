package job

import (
	"fmt"
	"strings"
)

// ParseByYAML is [Parse] by the YAML parser alone.
func ParseByYAML(text []byte) (*Template, []Problem) {
	return parse(text, func(*fileLines) (*Node, []remark, bool) { return nil, nil, false })
}

// TakenAsNormal reports whether the reader of the normal form takes a file.
func TakenAsNormal(text []byte) bool {
	_, _, taken := readNormal(newFileLines(text))
	return taken
}

// Dump tells all that was read: values, places, comments, and how JSON text stands.
func Dump(t *Template) string {
	if t == nil {
		return "nothing"
	}
	var b strings.Builder
	dump(&b, t.Root, 0)
	fmt.Fprintf(&b, "tail %q\n", t.Tail)
	return b.String()
}

func dump(b *strings.Builder, n *Node, depth int) {
	fmt.Fprintf(b, "%d %q %v", n.Kind, n.Text, n.Range)
	if s := n.spelling; s != nil {
		fmt.Fprintf(b, " spelled %v %q %v", s.span, s.quote, s.offsets(n.Text))
	}
	b.WriteByte('\n')
	for _, e := range n.Entries {
		fmt.Fprintf(b, "%*s%q %v lead %q foot %q trail %q ", 2*depth, "", e.Key, e.KeyRange, e.Lead, e.Foot, e.Trail)
		dump(b, e.Value, depth+1)
	}
}
