package login

import (
	"errors"
	"fmt"
	"os"

	"saejob/internal/region"

	"github.com/aliyun/credentials-go/credentials/providers"
)

// role is a RAM role to assume.
type role struct {
	arn, session, policy, externalID string
	seconds                          int // how long it lasts; 0: an hour
	stsRegion                        string
	vpc                              bool
}

// assume returns a provider that assumes the role as another identity.
func (l Login) assume(as providers.CredentialsProvider, r role) (providers.CredentialsProvider, error) {
	if err := r.check(); err != nil {
		return nil, err
	}
	p, err := providers.NewRAMRoleARNCredentialsProviderBuilder().
		WithCredentialsProvider(as).
		WithRoleArn(r.arn).
		WithRoleSessionName(r.session).
		WithDurationSeconds(r.seconds).
		WithPolicy(r.policy).
		WithExternalId(r.externalID).
		WithStsRegionId(r.stsRegion).
		WithEnableVpc(r.vpc).
		WithStsEndpoint(l.standIn.sts).
		Build()
	if err != nil {
		return nil, errIncomplete
	}
	return p, nil
}

// oidc is the token of an identity provider, to assume a role with.
type oidc struct{ provider, token, tokenFile string }

// assumeWithOIDC returns a provider that assumes the role with such a token.
func (l Login) assumeWithOIDC(o oidc, r role) (providers.CredentialsProvider, error) {
	if err := r.check(); err != nil {
		return nil, err
	}
	p, err := providers.NewOIDCCredentialsProviderBuilder().
		WithOIDCProviderARN(o.provider).
		WithOIDCToken(o.token).
		WithOIDCTokenFilePath(o.tokenFile).
		WithRoleArn(r.arn).
		WithRoleSessionName(r.session).
		WithDurationSeconds(r.seconds).
		WithPolicy(r.policy).
		WithStsRegionId(r.stsRegion).
		WithEnableVpc(r.vpc).
		WithSTSEndpoint(l.standIn.sts).
		Build()
	if err != nil {
		return nil, errIncomplete
	}
	return p, nil
}

// check keeps the library from using a role of the environment, and from calling
// another host by the name of a region.
func (r role) check() error {
	switch {
	case r.arn == "":
		return errors.New("the RAM role is missing")
	case r.seconds != 0 && r.seconds < 900:
		return fmt.Errorf("the session of the role lasts %d seconds; STS requires at least 900", r.seconds)
	}
	for _, name := range []string{r.stsRegion, os.Getenv("ALIBABA_CLOUD_STS_REGION")} {
		if name != "" && !region.Valid(name) {
			return errors.New("the region of STS has characters other than lower-case letters, digits and -")
		}
	}
	return nil
}
