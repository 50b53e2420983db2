package job

import "saejob/internal/text"

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
