package sae

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/aliyun/credentials-go/credentials/providers"
)

const profileVar = "ALIBABA_CLOUD_PROFILE"

// cli is the place of the aliyun CLI's profiles. The library reads that file,
// too, but fills gaps of a profile from the environment, goes around in circles
// where profiles do, quotes the file in errors, and writes it for some modes.
func (l Login) cli() (providers.CredentialsProvider, error) {
	const off = "ALIBABA_CLOUD_CLI_PROFILE_DISABLED"
	if l.Profile == "" && disabled(off) {
		return nil, absent(off + " is true")
	}
	config, err := readCLIConfig()
	var nothing absent
	switch {
	case errors.As(err, &nothing) && l.Profile != "":
		return nil, errors.New(string(nothing)) // it was asked for
	case err != nil:
		return nil, err
	case l.Profile != "":
		return l.profile(config, l.Profile)
	}
	if name := os.Getenv(profileVar); name != "" {
		if config.profile(name) == nil {
			return nil, absent(config.lacks(name)) // the credentials file may have it
		}
		return l.profile(config, name)
	}
	if p := config.profile(config.Current); p == nil || p.blank() {
		return nil, absent(config.file + " has no current profile with keys")
	}
	return l.profile(config, config.Current)
}

// profile returns what gives the credentials of a profile; through are those
// that lead to it, as their source_profile.
func (l Login) profile(config cliConfig, name string, through ...string) (providers.CredentialsProvider, error) {
	p := config.profile(name)
	switch {
	case p == nil:
		return nil, errors.New(config.lacks(name))
	case slices.Contains(through, name):
		return nil, fmt.Errorf("profile %s is its own source_profile, by itself or through others", show(name))
	}
	provider, err := l.mode(config, *p, append(through, name))
	if len(through) > 0 {
		return provider, err
	}
	owner := fmt.Sprintf("profile %s of %s", show(name), config.file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", owner, err)
	}
	return of(owner+", mode "+p.Mode, provider), nil
}

// mode returns the provider of a profile's mode.
func (l Login) mode(config cliConfig, p cliProfile, through []string) (providers.CredentialsProvider, error) {
	switch p.Mode {
	case "AK":
		return p.keys("")
	case "StsToken":
		if p.StsToken == "" {
			return nil, errors.New("it has no sts_token")
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
		return nil, errors.New("it has no access_key_id or no access_key_secret")
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
		return nil, errors.New("it has no oidc_provider_arn")
	case p.OIDCToken == "" && p.OIDCTokenFile == "":
		return nil, errors.New("it has no oidc_token_file")
	case p.OIDCToken == "" && os.Getenv("ALIBABA_CLOUD_OIDC_TOKEN") != "":
		// The library would send that one instead of the file's.
		return nil, errors.New("its token is in a file, but ALIBABA_CLOUD_OIDC_TOKEN is set; unset it")
	}
	return l.assumeWithOIDC(oidc{p.OIDCProviderArn, p.OIDCToken, p.OIDCTokenFile}, p.role())
}

// cloudSSO returns a provider that uses the sign-in that the CLI keeps; when it
// ends, only the CLI can renew it.
func cloudSSO(p cliProfile) (providers.CredentialsProvider, error) {
	switch {
	case p.AccessToken == "" || p.AccessTokenExpire <= time.Now().Unix():
		return nil, fmt.Errorf("its sign-in has ended; sign in with: aliyun configure --mode CloudSSO --profile %s", p.Name)
	case !strings.HasPrefix(p.CloudSSOSignInURL, "https://"):
		return nil, errors.New("its cloud_sso_sign_in_url does not begin with https://")
	case p.CloudSSOAccountID == "" || p.CloudSSOAccessConfig == "":
		return nil, errors.New("it has no cloud_sso_account_id or no cloud_sso_access_config")
	}
	provider, err := providers.NewCloudSSOCredentialsProviderBuilder().
		WithSignInUrl(p.CloudSSOSignInURL).
		WithAccountId(p.CloudSSOAccountID).
		WithAccessConfig(p.CloudSSOAccessConfig).
		WithAccessToken(p.AccessToken).
		WithAccessTokenExpire(p.AccessTokenExpire).
		Build()
	if err != nil {
		return nil, errNotTaken
	}
	return provider, nil
}

// refused says what to do about a mode that is not taken. The library writes
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
		return errors.New("mode CredentialsURI is not taken; set ALIBABA_CLOUD_CREDENTIALS_URI to its credentials_uri")
	}
	return fmt.Errorf("mode %s is not taken; %s", show(p.Mode), own)
}
