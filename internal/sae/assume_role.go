package sae

import (
	"errors"
	"fmt"
	"os"

	"github.com/aliyun/credentials-go/credentials/providers"
)

// role is a RAM role to assume.
type role struct {
	arn, session, policy, externalID string
	seconds                          int // how long it lasts; 0: an hour
	stsRegion                        string
	vpc                              bool
}

// errNotTaken is for what the library checks and we do not.
var errNotTaken = errors.New("the credentials library does not take this configuration for complete")

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
		return nil, errNotTaken
	}
	return p, nil
}

// oidc is the token of an identity provider to assume a role with.
type oidc struct{ provider, token, tokenFile string }

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
		return nil, errNotTaken
	}
	return p, nil
}

// check keeps the library from taking a role of the environment, and from
// calling a host that a region's name leads to.
func (r role) check() error {
	switch {
	case r.arn == "":
		return errors.New("there is no RAM role")
	case r.seconds != 0 && r.seconds < 900:
		return fmt.Errorf("the role is to last %d seconds; STS takes 900 or more", r.seconds)
	}
	for _, region := range []string{r.stsRegion, os.Getenv("ALIBABA_CLOUD_STS_REGION")} {
		if region != "" && !regionForm.MatchString(region) {
			return errors.New("the region of STS has other than lower-case letters, digits and -")
		}
	}
	return nil
}

// rrsa is the place of what a pod of ACK is given to assume a role with.
func (l Login) rrsa() (providers.CredentialsProvider, error) {
	const arn, provider, token, file = "ALIBABA_CLOUD_ROLE_ARN", "ALIBABA_CLOUD_OIDC_PROVIDER_ARN",
		"ALIBABA_CLOUD_OIDC_TOKEN", "ALIBABA_CLOUD_OIDC_TOKEN_FILE"
	o := oidc{os.Getenv(provider), os.Getenv(token), os.Getenv(file)}
	r := role{arn: os.Getenv(arn), session: os.Getenv("ALIBABA_CLOUD_ROLE_SESSION_NAME")}
	switch {
	case o == oidc{}:
		// The role alone says nothing: others take it, too.
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
