package sae

import (
	"errors"
	"net/http"
	"net/url"
	"os"
	"strings"

	"github.com/aliyun/credentials-go/credentials/providers"
)

// uriOfEnvironment is the place of what answers at an address.
func uriOfEnvironment() (providers.CredentialsProvider, error) {
	const name = "ALIBABA_CLOUD_CREDENTIALS_URI"
	address := os.Getenv(name)
	if address == "" {
		return nil, absent(name + " is not set")
	}
	u, err := url.Parse(address)
	switch {
	case err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https":
		return nil, errors.New(name + " is no URL such as https://HOST/PATH")
	case u.Scheme == "http" && !loopback(u.Hostname()):
		return nil, errors.New(name + ": plain http is taken for this computer alone, such as http://127.0.0.1:8080/")
	}
	p, err := providers.NewURLCredentialsProviderBuilder().WithUrl(address).Build()
	if err != nil {
		return nil, errNotTaken
	}
	return p, nil
}

const (
	roleVar     = "ALIBABA_CLOUD_ECS_METADATA"
	disabledVar = "ALIBABA_CLOUD_ECS_METADATA_DISABLED"
)

// ecsOfEnvironment is the place of the RAM role of the instance. Unless it is
// named nobody is asked: away from ECS that takes seconds.
func (l Login) ecsOfEnvironment() (providers.CredentialsProvider, error) {
	role := os.Getenv(roleVar)
	switch {
	case role == "":
		return nil, absent("not asked for, and " + roleVar + " is not set")
	case disabled(disabledVar):
		return nil, absent(disabledVar + " is true")
	}
	return l.ecs(role)
}

// ecs returns a provider of the RAM role of the instance; role may be empty.
func (l Login) ecs(role string) (providers.CredentialsProvider, error) {
	options := &providers.HttpOptions{Proxy: l.standIn.metadataProxy}
	switch {
	case disabled(disabledVar):
		return nil, errors.New(disabledVar + " is true; unset it to ask the instance")
	case strings.ContainsAny(role, "/?#% \r\n"):
		return nil, errors.New("the name of the RAM role has a character that no role has")
	case options.Proxy == "" && proxied(http.ProxyFromEnvironment):
		return nil, errors.New("the proxy of the environment would be asked for the role of its own machine, and would see the keys; " +
			"add " + metadataHost + " to NO_PROXY")
	}
	p, err := providers.NewECSRAMRoleCredentialsProviderBuilder().WithRoleName(role).WithHttpOptions(options).Build()
	if err != nil {
		return nil, errNotTaken
	}
	return p, nil
}

const metadataHost = "100.100.100.200"

// proxied reports whether a proxy stands before the metadata, or may: an
// address that is none is an error.
func proxied(proxy func(*http.Request) (*url.URL, error)) bool {
	u, err := proxy(&http.Request{URL: &url.URL{Scheme: "http", Host: metadataHost}})
	return err != nil || u != nil
}

func disabled(name string) bool { return strings.EqualFold(os.Getenv(name), "true") }
