package login

import (
	"errors"
	"fmt"
	"os"

	"github.com/aliyun/credentials-go/credentials/providers"
)

// keysSource are the keys of the environment.
var keysSource = source{name: "keys", help: keyIDVar, open: openKeys}

const (
	keyIDVar     = "ALIBABA_CLOUD_ACCESS_KEY_ID"
	keySecretVar = "ALIBABA_CLOUD_ACCESS_KEY_SECRET"
	tokenVar     = "ALIBABA_CLOUD_SECURITY_TOKEN"
)

func openKeys(Login) (providers.CredentialsProvider, error) {
	k := keys{id: os.Getenv(keyIDVar), secret: os.Getenv(keySecretVar), token: os.Getenv(tokenVar)}
	if what := k.unusable(keyIDVar, keySecretVar, tokenVar); what != "" {
		return nil, errors.New(what)
	}
	switch {
	case k.id == "" && k.secret == "":
		return nil, absent(keyIDVar + " and " + keySecretVar + " are not set")
	case k.id == "":
		return nil, fmt.Errorf("%s is set, %s is not", keySecretVar, keyIDVar)
	case k.secret == "":
		return nil, fmt.Errorf("%s is set, %s is not", keyIDVar, keySecretVar)
	}
	return k, nil
}
