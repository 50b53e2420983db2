package login

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/aliyun/credentials-go/credentials/providers"
)

// mode returns the provider of a profile's mode.
func (l Login) mode(config cliConfig, p cliProfile, through []string) (providers.CredentialsProvider, error) {
	switch p.Mode {
	case "AK":
		return p.keys("")
	case "StsToken":
		if p.StsToken == "" {
			return nil, errors.New("sts_token is missing")
		}
		return p.keys(p.StsToken)
	case "RamRoleArn":
		as, err := p.keys("")
		if err != nil {
			return nil, err
		}
		return l.assume(as, p.role())
	case "ChainableRamRoleArn":
		as, err := l.profile(config, p.SourceProfile, through...)
		if err != nil {
			return nil, fmt.Errorf("source_profile: %w", err)
		}
		return l.assume(as, p.role())
	case "EcsRamRole":
		return l.ecs(p.RAMRoleName)
	case "OIDC":
		return l.oidcProfile(p)
	case "CloudSSO":
		return cloudSSO(p)
	}
	return nil, p.refused()
}

// keys returns the access key of the profile.
func (p cliProfile) keys(token string) (providers.CredentialsProvider, error) {
	k := keys{id: p.AccessKeyID, secret: p.AccessKeySecret, token: token}
	if k.id == "" || k.secret == "" {
		return nil, errors.New("access_key_id or access_key_secret is missing")
	}
	if what := k.unusable("access_key_id", "access_key_secret", "sts_token"); what != "" {
		return nil, errors.New(what)
	}
	return k, nil
}

func (p cliProfile) role() role {
	return role{
		arn: p.RAMRoleArn, session: p.RAMSessionName, policy: p.Policy, externalID: p.ExternalID,
		seconds: p.ExpiredSeconds, stsRegion: p.StsRegion, vpc: p.EnableVpc,
	}
}

func (l Login) oidcProfile(p cliProfile) (providers.CredentialsProvider, error) {
	switch {
	case p.OIDCProviderArn == "":
		return nil, errors.New("oidc_provider_arn is missing")
	case p.OIDCToken == "" && p.OIDCTokenFile == "":
		return nil, errors.New("oidc_token_file is missing")
	case p.OIDCToken == "" && os.Getenv("ALIBABA_CLOUD_OIDC_TOKEN") != "":
		// The library would send that one instead of the file's.
		return nil, errors.New("its token is in a file, but ALIBABA_CLOUD_OIDC_TOKEN is set; unset that")
	}
	return l.assumeWithOIDC(oidc{p.OIDCProviderArn, p.OIDCToken, p.OIDCTokenFile}, p.role())
}

// cloudSSO returns a provider that uses the sign-in that the CLI keeps; when it
// expires, only the CLI can renew it.
func cloudSSO(p cliProfile) (providers.CredentialsProvider, error) {
	switch {
	case p.AccessToken == "" || p.AccessTokenExpire <= time.Now().Unix():
		return nil, fmt.Errorf("its sign-in has expired; sign in again: aliyun configure --mode CloudSSO --profile %s", p.Name)
	case !strings.HasPrefix(p.CloudSSOSignInURL, "https://"):
		return nil, errors.New("cloud_sso_sign_in_url does not begin with https://")
	case p.CloudSSOAccountID == "" || p.CloudSSOAccessConfig == "":
		return nil, errors.New("cloud_sso_account_id or cloud_sso_access_config is missing")
	}
	provider, err := providers.NewCloudSSOCredentialsProviderBuilder().
		WithSignInUrl(p.CloudSSOSignInURL).
		WithAccountId(p.CloudSSOAccountID).
		WithAccessConfig(p.CloudSSOAccessConfig).
		WithAccessToken(p.AccessToken).
		WithAccessTokenExpire(p.AccessTokenExpire).
		Build()
	if err != nil {
		return nil, errIncomplete
	}
	return provider, nil
}

// refused returns what to do about a mode that is not supported. The library writes
// new keys into the CLI's file for two of them, and drops what it does not know.
func (p cliProfile) refused() error {
	const own = "type: aliyun configure --mode AK --profile saejob, and use --profile saejob"
	switch p.Mode {
	case "External":
		return fmt.Errorf("mode External runs a command, which saejob does not; run it yourself and set %s, %s and %s to what it prints",
			keyIDVar, keySecretVar, tokenVar)
	case "OAuth":
		return errors.New("mode OAuth renews its sign-in in the CLI's own file, which saejob does not write; " + own)
	case "CredentialsURI":
		return errors.New("mode CredentialsURI is not supported; set ALIBABA_CLOUD_CREDENTIALS_URI to its credentials_uri")
	}
	return fmt.Errorf("mode %s is not supported; %s", show(p.Mode), own)
}
