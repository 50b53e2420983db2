package login

import (
	"os"
	"slices"
	"strings"

	"github.com/aliyun/credentials-go/credentials/providers"
)

// keys are an access key and, when it is a temporary one, its token: a provider that
// knows them already.
type keys struct{ id, secret, token string }

// unusable returns what is wrong with the characters of one of the three, by the names
// they have where they come from; empty: nothing. Pasted with its line break, a key is
// refused by net/http or by the gateway, in words that do not help.
func (k keys) unusable(id, secret, token string) string {
	bad := func(r rune) bool { return r <= ' ' || r >= 0x7f }
	for _, v := range []struct{ name, value string }{{id, k.id}, {secret, k.secret}, {token, k.token}} {
		if strings.ContainsFunc(v.value, bad) {
			return v.name + " contains a blank, a line break or another character that keys do not have"
		}
	}
	return ""
}

// GetCredentials makes keys a provider. The library's own one for keys looks into the
// environment where one is empty, and may so mix two accounts.
func (k keys) GetCredentials() (*providers.Credentials, error) {
	return &providers.Credentials{AccessKeyId: k.id, AccessKeySecret: k.secret, SecurityToken: k.token}, nil
}

// GetProviderName is part of the library's interface.
func (k keys) GetProviderName() string { return "static" }

// ofOwner is a provider that calls for its keys, with the profile or section that it is
// of: errors name that.
type ofOwner struct {
	providers.CredentialsProvider
	owner string
}

// of adds its owner to a provider. With keys nothing can fail later.
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
