package secret

import (
	"regexp"
	"slices"

	"saejob/internal/job"
)

// plain finds in a value that the schema calls plain, an id or a word of a list, what
// is unmistakable all the same: somebody put a token, a private key or a URL with a
// login there.
func (f *finder) plain(n *job.Node) {
	if n.Kind != job.String {
		return
	}
	if parts := unmistakable(n.Text); len(parts) > 0 {
		f.found = append(f.found, finding{node: n, parts: parts})
	}
}

// unmistakable returns the tokens, private keys and logins in an id, and what is in a text
// that can be none: an id has no equals sign, no option and no scheme of a header.
func unmistakable(text string) []span {
	view := fill(text, placeholders(text))
	parts := slices.Concat(privateKeys(view), urls(view), slices.DeleteFunc(tokens(view), func(s span) bool { return !isLongToken(view[s.start:s.end]) }))
	if notInIDs.MatchString(view) {
		for _, d := range detectorsOfStatements {
			parts = append(parts, d(view)...)
		}
	}
	return slices.DeleteFunc(union(parts, nil), func(s span) bool { return hidesNothing(view[s.start:s.end]) })
}

var notInIDs = regexp.MustCompile(`(?i)=|(?:^| )--?[a-z]|^(?:bearer|basic) `)

// MaskID returns an id as it may be shown and kept: with placeholders for what is
// unmistakably a secret.
func MaskID(id string) string {
	n := &job.Node{Kind: job.String, Text: id}
	for _, s := range unmistakable(id) {
		n.Secrets = append(n.Secrets, job.Secret{Start: s.start, End: s.end, Placeholder: job.Redacted})
	}
	return n.Shown()
}

// MaskIdentity returns the identity of a template as it may be shown and kept, as in [MaskID].
func MaskIdentity(id job.Identity) job.Identity {
	for _, text := range []*string{&id.AppID, &id.Name, &id.RegionID, &id.NamespaceID} {
		*text = MaskID(*text)
	}
	return id
}

// isLongToken reports whether a token is long and random as well: sk-learn-2 is an id.
func isLongToken(token string) bool {
	digits, changes := countChanges(token)
	return len(token) >= leastRandomPart && digits >= 2 && changes*5 >= len(token)
}
