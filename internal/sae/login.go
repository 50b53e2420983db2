package sae

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/aliyun/credentials-go/credentials/providers"
)

// ErrNoCredentials is the [ErrCredentials] that says that nothing was
// configured at all. The error that wraps it lists where that was looked for.
var ErrNoCredentials = fmt.Errorf("%w: none of these gave any", ErrCredentials)

// Login says whose credentials to use. Without Profile and ECSRole it is the
// first of these that is configured:
//
//   - the environment's keys: ALIBABA_CLOUD_ACCESS_KEY_ID,
//     ALIBABA_CLOUD_ACCESS_KEY_SECRET, ALIBABA_CLOUD_SECURITY_TOKEN;
//   - the OIDC token of RRSA: ALIBABA_CLOUD_ROLE_ARN,
//     ALIBABA_CLOUD_OIDC_PROVIDER_ARN, ALIBABA_CLOUD_OIDC_TOKEN_FILE;
//   - the aliyun CLI's profile, ALIBABA_CLOUD_PROFILE or its current one, in
//     ALIBABA_CLOUD_CONFIG_FILE or ~/.aliyun/config.json, unless
//     ALIBABA_CLOUD_CLI_PROFILE_DISABLED is true;
//   - the section, ALIBABA_CLOUD_PROFILE or default, of
//     ALIBABA_CLOUD_CREDENTIALS_FILE or ~/.alibabacloud/credentials;
//   - what answers at ALIBABA_CLOUD_CREDENTIALS_URI;
//   - the RAM role of the ECS instance, if ALIBABA_CLOUD_ECS_METADATA names it.
//
// That is the order of Alibaba Cloud's own tools, so that the same shell means
// the same account; keys in the environment go before ALIBABA_CLOUD_PROFILE
// there, too. Unlike there, what is configured and does not work is an error,
// and so is an ALIBABA_CLOUD_PROFILE that is in neither file: what comes after
// it may be another account's.
type Login struct {
	// Profile names the one of the aliyun CLI's profiles to use, and no other
	// and nothing else.
	Profile string
	// ECSRole asks for the RAM role of the ECS instance that this runs on, and
	// for nothing else; Role names it, or is empty for the one it has.
	ECSRole bool
	Role    string

	// standIn are the addresses that tests call instead of the real ones.
	standIn struct{ sts, metadataProxy string }
}

// Source returns the source of the credentials. Nothing is read before it is
// asked for the first time. Files are only read; of keys, files and answers no
// error shows a byte.
func (l Login) Source() Source { return newShared(l.find).get }

// place is one of those where credentials are looked for.
type place struct {
	name string
	// open returns what gives the credentials, an absent if nothing is
	// configured there, or what is wrong with what is.
	open func() (providers.CredentialsProvider, error)
}

// absent says what would be there if a place were configured.
type absent string

func (a absent) Error() string { return string(a) }

func (l Login) places() []place {
	keys := place{"keys", func() (providers.CredentialsProvider, error) { return keysOfEnvironment() }}
	rrsa := place{"RRSA", l.rrsa}
	cli := place{"aliyun CLI", l.cli}
	file := place{"credentials file", l.ini}
	uri := place{"credentials URI", uriOfEnvironment}
	ecs := place{"ECS role", l.ecsOfEnvironment}
	switch {
	case l.Profile != "":
		return []place{cli}
	case l.ECSRole:
		return []place{{"ECS role", func() (providers.CredentialsProvider, error) { return l.ecs(l.Role) }}}
	case os.Getenv(profileVar) != "":
		return []place{keys, rrsa, cli, file}
	}
	return []place{keys, rrsa, cli, file, uri, ecs}
}

// find returns the first place that is configured, with what it gives.
func (l Login) find() (string, providers.CredentialsProvider, error) {
	if l.Profile != "" && l.ECSRole {
		return "", nil, fmt.Errorf("%w: a profile and the role of the instance are asked for; one is enough", ErrCredentials)
	}
	var tried strings.Builder
	for _, p := range l.places() {
		provider, err := p.open()
		var nothing absent
		switch {
		case errors.As(err, &nothing):
			fmt.Fprintf(&tried, "\n  %-17s %s", p.name, nothing)
		case err != nil:
			return "", nil, fmt.Errorf("%w: %s: %w", ErrCredentials, p.name, err)
		case prints(provider):
			return "", nil, fmt.Errorf("%w: %s: DEBUG has the word credential, with which tokens are printed; unset DEBUG", ErrCredentials, p.name)
		default:
			if owned, ok := provider.(ofOwner); ok {
				return p.name + ": " + owned.owner, provider, nil
			}
			return p.name, provider, nil
		}
	}
	return "", nil, fmt.Errorf("%w%s", ErrNoCredentials, tried.String())
}

// ofOwner is a provider that calls for its keys, with what has it called, of all
// that a place has: errors name that.
type ofOwner struct {
	providers.CredentialsProvider
	owner string
}

// of says whose a provider is. With keys nothing can fail later.
func of(owner string, p providers.CredentialsProvider) providers.CredentialsProvider {
	if _, still := p.(keys); still {
		return p
	}
	return ofOwner{p, owner}
}

// prints reports whether the library would print the headers it sends, tokens
// among them. It decides that before main begins, so it cannot be stopped.
func prints(p providers.CredentialsProvider) bool {
	_, still := p.(keys)
	return !still && slices.Contains(strings.Split(os.Getenv("DEBUG"), ","), "credential")
}

// GetCredentials makes keys a provider. The library's own for keys look into
// the environment where one is empty, and may so mix two accounts.
func (k keys) GetCredentials() (*providers.Credentials, error) {
	return &providers.Credentials{AccessKeyId: k.id, AccessKeySecret: k.secret, SecurityToken: k.token}, nil
}

// GetProviderName is part of the library's interface.
func (k keys) GetProviderName() string { return "static" }
