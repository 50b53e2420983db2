package login

import (
	"errors"
	"net/url"
	"os"

	"saejob/internal/sae/network"

	"github.com/aliyun/credentials-go/credentials/providers"
)

const uriVar = "ALIBABA_CLOUD_CREDENTIALS_URI"

// uriSource is a server that answers with credentials.
var uriSource = source{name: "credentials URI", help: uriVar, open: openURI, lacksProfiles: true}

func openURI(Login) (providers.CredentialsProvider, error) {
	address := os.Getenv(uriVar)
	if address == "" {
		return nil, absent(uriVar + " is not set")
	}
	u, err := url.Parse(address)
	switch {
	case err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https":
		return nil, errors.New(uriVar + " is not a URL such as https://HOST/PATH")
	case u.Scheme == "http" && !network.Loopback(u.Hostname()):
		return nil, errors.New(uriVar + ": plain http is allowed only for this computer, such as http://127.0.0.1:8080/")
	}
	p, err := providers.NewURLCredentialsProviderBuilder().WithUrl(address).Build()
	if err != nil {
		return nil, errIncomplete
	}
	return p, nil
}
