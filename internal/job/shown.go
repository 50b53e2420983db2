package job

import "saejob/internal/text"

// Shown returns the text with placeholders where it is secret.
func (n *Node) Shown() string {
	if len(n.Secrets) == 0 {
		return n.Text
	}
	var out []byte
	at := 0
	for _, s := range n.Secrets {
		out = append(append(out, n.Text[at:s.Start]...), s.Placeholder...)
		at = s.End
	}
	return string(append(out, n.Text[at:]...))
}

// InSentence returns a value as a message names it: short, and with placeholders
// where it is secret.
func (n *Node) InSentence() string {
	switch n.Kind {
	case String:
		if shown := n.Shown(); IsPlaceholder(shown) {
			return shown
		}
		return text.Quote(text.Short(n.Shown()))
	case Number, Bool:
		return text.Short(n.Shown())
	}
	return n.Kind.String()
}

// JSON returns n as JSON text without blanks, with what it shows: placeholders
// where it is secret.
func (n *Node) JSON() []byte { return appendJSON(nil, n.View()) }

// View returns a copy of a value as it may be shown: with placeholders where it is
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

// forgetText drops the JSON text in which a structure stood.
func (n *Node) forgetText() {
	if n.Kind == List || n.Kind == Object {
		n.Text = ""
	}
}
