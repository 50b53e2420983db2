package rules

import "saejob/internal/job"

// show gives a value for a message: short, and without its secrets.
func show(n *job.Node) string {
	if n.Kind != job.String {
		return short(n.Shown())
	}
	return quote(n.Shown())
}

// quote gives a text for a message: short, and such that it ends where it ends.
func quote(text string) string { return job.Quote(short(text)) }

func short(text string) string {
	const longest = 80
	if runes := []rune(text); len(runes) > longest {
		return string(runes[:longest]) + "…"
	}
	return text
}
