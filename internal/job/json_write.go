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

// Raw gives the template as JSON text without blanks, secrets and all.
func (t *Template) Raw() []byte { return appendJSON(nil, t.Root) }

// JSON gives n as JSON text without blanks, with what it shows: placeholders
// where it is secret.
func (n *Node) JSON() []byte { return appendJSON(nil, n.View()) }

// View gives a copy of a value as it may be shown: with placeholders where it is
// secret, and nothing secret left.
func (n *Node) View() *Node {
	shown := n.Clone()
	shown.show()
	return shown
}

func (n *Node) show() {
	n.forgetText()
	if len(n.Secrets) > 0 {
		n.Kind, n.Text, n.Secrets, n.Entries = String, n.Shown(), nil, nil
	}
	for _, e := range n.Entries {
		e.Value.show()
	}
}

func indentJSON(compact []byte) []byte {
	var out bytes.Buffer
	if err := json.Indent(&out, compact, "", "  "); err != nil {
		panic(err) // what appendJSON writes is JSON
	}
	return out.Bytes()
}
