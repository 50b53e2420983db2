package login

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/aliyun/credentials-go/credentials/providers"

	"saejob/internal/sae"
	"saejob/internal/text"
)

// sources are where credentials are looked for, in this order. A new one is a file
// source_NAME.go, and its name here.
var sources = []source{keysSource, rrsaSource, cliSource, fileSource, uriSource, ecsSource}

// Order returns the names of all sources, as help has them, in the order in which
// they are looked for.
func Order() string {
	var words []string
	for _, s := range sources {
		words = append(words, s.help)
	}
	return text.And(words)
}

// Source returns the source of the credentials. Nothing is read before it is asked for
// the first time. Files are only read; no error shows a byte of keys, files and
// answers.
func (l Login) Source() sae.Source { return newCache(l.find).get }

// sources returns those that may be asked.
func (l Login) sources() []source {
	switch {
	case l.Profile != "":
		return []source{cliSource}
	case l.ECSRole:
		return []source{ecsSource}
	case namedProfile() != "":
		return slices.DeleteFunc(slices.Clone(sources), func(s source) bool { return s.lacksProfiles })
	}
	return sources
}

// find returns the first source that is configured, by name, with what it provides.
func (l Login) find() (string, providers.CredentialsProvider, error) {
	if l.Profile != "" && l.ECSRole {
		return "", nil, fmt.Errorf("%w: both a profile and the role of the instance are asked for; choose one", sae.ErrCredentials)
	}
	var tried strings.Builder
	for _, s := range l.sources() {
		provider, err := s.open(l)
		var nothing absent
		switch {
		case errors.As(err, &nothing):
			fmt.Fprintf(&tried, "\n  %-17s %s", s.name, nothing)
		case err != nil:
			return "", nil, fmt.Errorf("%w: %s: %w", sae.ErrCredentials, s.name, err)
		case prints(provider):
			return "", nil, fmt.Errorf("%w: %s: DEBUG has the word credential, which makes the library print tokens; unset DEBUG", sae.ErrCredentials, s.name)
		default:
			if owned, ok := provider.(ofOwner); ok {
				return s.name + ": " + owned.owner, provider, nil
			}
			return s.name, provider, nil
		}
	}
	return "", nil, fmt.Errorf("%w%s", ErrNoCredentials, tried.String())
}
