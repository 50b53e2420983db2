package meaning

import (
	"slices"
	"strconv"
	"strings"

	"saejob/internal/job"
	"saejob/internal/text"
)

// shown returns a text as it is shown, and compared: secrets are placeholders.
func shown(n *job.Node) string {
	if n == nil || n.Kind != job.String {
		return ""
	}
	return n.Shown()
}

// list returns texts as a part of a sentence, and no more than a few.
func list(texts []string) string {
	const most = 3
	if n := len(texts) - most; n > 1 {
		return text.And(append(slices.Clone(texts[:most]), strconv.Itoa(n)+" more"))
	}
	return text.And(texts)
}

// textsOf returns the texts in a list, or the one that there is.
func textsOf(n *job.Node) []string {
	if n == nil || n.Kind == job.String {
		return strings.Fields(shown(n))
	}
	var all []string
	for _, e := range n.Entries {
		all = append(all, shown(e.Value))
	}
	return all
}

// checkOf returns what is checked of a call, which securityConfig says.
func checkOf(n *job.Node) string {
	if check := shown(n); check != "" {
		return check
	}
	return "none"
}

// isTrue reports whether a value is true; no value is false. It is not known of any
// other.
func isTrue(n *job.Node) (value, known bool) {
	if n == nil {
		return false, true
	}
	return n.Text == "true", n.Kind == job.Bool
}
