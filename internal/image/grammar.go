package image

import (
	"regexp"
	"strings"
)

// The grammar of a reference, which every container runtime goes by:
// https://pkg.go.dev/github.com/distribution/reference.
var (
	registryForm   = regexp.MustCompile(`^(?:(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])(?:\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))*|\[[a-fA-F0-9:]+\])(?::[0-9]+)?$`)
	repositoryForm = regexp.MustCompile(`^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$`)
	tagForm        = regexp.MustCompile(`^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$`)
	digestForm     = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$`)
	// digestLengths are the digits of the digests that are in use.
	digestLengths = map[string]int{"sha256": 64, "sha384": 96, "sha512": 128}
)

// longestRepository bounds the name of a repository, with its registry, in bytes.
const longestRepository = 255

// Problem returns in words why a text is no reference of an image; empty where it is
// one. It does not repeat the text.
func Problem(address string) string {
	switch {
	case address == "":
		return "it is empty"
	case strings.ContainsAny(address, " \t\r\n"):
		return "it contains a blank"
	case strings.Contains(address, "://"):
		return "it has a scheme"
	}
	name, digest, pinned := strings.Cut(address, "@")
	if pinned {
		if p := digestProblem(digest); p != "" {
			return p
		}
	}
	slash := strings.LastIndexByte(name, '/') + 1
	last, tag, tagged := strings.Cut(name[slash:], ":")
	if tagged && !tagForm.MatchString(tag) {
		return "its tag must be 1 to 128 letters, digits, _, . or -, and must not begin with . or -"
	}
	return nameProblem(name[:slash] + last)
}

// digestProblem returns what is wrong with a digest.
func digestProblem(digest string) string {
	algorithm, hex, _ := strings.Cut(digest, ":")
	switch n, known := digestLengths[algorithm]; {
	case !digestForm.MatchString(digest):
		return "its digest must be sha256: and 64 digits from 0 to f"
	case known && (len(hex) != n || hex != strings.ToLower(hex)):
		return "its digest has the wrong number of digits, or capitals among them"
	}
	return ""
}

// nameProblem returns what is wrong with a repository and its registry.
func nameProblem(name string) string {
	repository := name
	if host, rest, ok := strings.Cut(name, "/"); ok && (strings.ContainsAny(host, ".:[") || host == "localhost") {
		if !registryForm.MatchString(host) {
			return "its registry is no host name with an optional port"
		}
		repository = rest
	}
	switch {
	case repository == "":
		return "it has no repository"
	case repository != strings.ToLower(repository):
		return "its repository has capitals; only small letters are allowed"
	case !repositoryForm.MatchString(repository):
		return "its repository must be small letters and digits, with single . or _, __ or - between them, and / between its parts"
	case len(name) > longestRepository:
		return "its repository is longer than 255 characters"
	}
	return ""
}
