package login

import (
	"errors"
	"net/http"
	"net/url"
	"os"
	"strings"

	"github.com/aliyun/credentials-go/credentials/providers"
)

const (
	roleVar     = "ALIBABA_CLOUD_ECS_METADATA"
	disabledVar = "ALIBABA_CLOUD_ECS_METADATA_DISABLED"
)

// ecsSource is the RAM role of the ECS instance. Unless it is asked for or named,
// nobody is asked: away from ECS that takes seconds.
var ecsSource = source{name: "ECS role", help: roleVar, open: openECS, lacksProfiles: true}

func openECS(l Login) (providers.CredentialsProvider, error) {
	role := os.Getenv(roleVar)
	switch {
	case l.ECSRole:
		return l.ecs(l.Role)
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
		return nil, errors.New(disabledVar + " is true; unset it to use the role of the instance")
	case strings.ContainsAny(role, "/?#% \r\n"):
		return nil, errors.New("the name of the RAM role has a character that no role's name has")
	case options.Proxy == "" && proxied(http.ProxyFromEnvironment):
		return nil, errors.New("the proxy of the environment would be asked for the role of its own machine, and would see the keys; " +
			"add " + metadataHost + " to NO_PROXY")
	}
	p, err := providers.NewECSRAMRoleCredentialsProviderBuilder().WithRoleName(role).WithHttpOptions(options).Build()
	if err != nil {
		return nil, errIncomplete
	}
	return p, nil
}

const metadataHost = "100.100.100.200"

// proxied reports whether a proxy is between this computer and the metadata, or may
// be: an address of it that is not valid is an error.
func proxied(proxy func(*http.Request) (*url.URL, error)) bool {
	u, err := proxy(&http.Request{URL: &url.URL{Scheme: "http", Host: metadataHost}})
	return err != nil || u != nil
}

// disabled reports whether a variable of the environment is true.
func disabled(name string) bool { return strings.EqualFold(os.Getenv(name), "true") }
