package job

import (
	"bytes"
	"encoding/json"
	"strings"
)

// appendJSON writes n as JSON text without blanks. Structure that stands as JSON
// text ([Decode]) is that text.
func appendJSON(b []byte, n *Node) []byte {
	switch n.Kind {
	case List, Object:
		if n.Text != "" {
			return appendJSONString(b, n.Text)
		}
	}
	switch n.Kind {
	case Null, Unreadable:
		return append(b, "null"...)
	case Bool, Number:
		return append(b, n.Text...)
	case String:
		return appendJSONString(b, n.Text)
	case List:
		b = append(b, '[')
		for i, e := range n.Entries {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendJSON(b, e.Value)
		}
		return append(b, ']')
	default:
		b = append(b, '{')
		for i, e := range n.Entries {
			if i > 0 {
				b = append(b, ',')
			}
			b = append(appendJSONString(b, e.Key), ':')
			b = appendJSON(b, e.Value)
		}
		return append(b, '}')
	}
}

// appendJSONString escapes no more than JSON asks for.
func appendJSONString(b []byte, s string) []byte {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		panic(err) // a string always encodes
	}
	return append(b, strings.TrimSuffix(out.String(), "\n")...)
}

// Raw returns the template as JSON text without blanks, secrets and all.
func (t *Template) Raw() []byte { return appendJSON(nil, t.Root) }
