package login

import (
	"fmt"
	"os"

	"github.com/aliyun/credentials-go/credentials/providers"
)

// rrsaSource is the OIDC token that a pod of ACK is given to assume a role with.
var rrsaSource = source{name: "RRSA", help: "RRSA", open: openRRSA}

func openRRSA(l Login) (providers.CredentialsProvider, error) {
	const arn, provider, token, file = "ALIBABA_CLOUD_ROLE_ARN", "ALIBABA_CLOUD_OIDC_PROVIDER_ARN",
		"ALIBABA_CLOUD_OIDC_TOKEN", "ALIBABA_CLOUD_OIDC_TOKEN_FILE"
	o := oidc{os.Getenv(provider), os.Getenv(token), os.Getenv(file)}
	r := role{arn: os.Getenv(arn), session: os.Getenv("ALIBABA_CLOUD_ROLE_SESSION_NAME")}
	switch {
	case o == oidc{}:
		// The role alone says nothing: others use it, too.
		return nil, absent(fmt.Sprintf("%s and %s are not set", provider, file))
	case o.token == "" && o.tokenFile == "":
		return nil, fmt.Errorf("%s is set, %s is not", provider, file)
	case o.provider == "":
		return nil, fmt.Errorf("%s is set, %s is not", file, provider)
	case r.arn == "":
		return nil, fmt.Errorf("%s is set, %s is not", provider, arn)
	}
	return l.assumeWithOIDC(o, r)
}
