package secret

import (
	"regexp"

	"saejob/internal/job"
)

// Mask returns a line of text with a placeholder for each secret in it. It is for
// text that belongs to no tree, a comment or a message of a library, and knows
// less than [Mark], which sees a value's field, and its name on another line.
func Mask(line string) string {
	found := union(search(line), encodedLine(line))
	n := &job.Node{Kind: job.String, Text: line}
	for _, s := range found {
		n.Secrets = append(n.Secrets, job.Secret{Start: s.start, End: s.end, Placeholder: job.Redacted})
	}
	return n.Shown()
}

// encodedLines is a line that holds nothing but base64.
var encodedLines = regexp.MustCompile(`^[\s#;/*"'+-]*([A-Za-z0-9+/]{40,}={0,2})[\s"'\\]*$`)

// encodedLine finds the base64 of a line that holds nothing else: it may come
// from the midst of a private key.
func encodedLine(line string) []span {
	m := encodedLines.FindStringSubmatchIndex(line)
	if m == nil {
		return nil
	}
	return []span{{m[2], m[3]}}
}
