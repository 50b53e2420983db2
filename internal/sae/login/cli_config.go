package login

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// cliConfig is the part of the aliyun CLI's file that leads to credentials.
type cliConfig struct {
	Current  string       `json:"current"`
	Profiles []cliProfile `json:"profiles"`
	file     string       // as to be shown
}

type cliProfile struct {
	Name                 string `json:"name"`
	Mode                 string `json:"mode"`
	AccessKeyID          string `json:"access_key_id"`
	AccessKeySecret      string `json:"access_key_secret"`
	StsToken             string `json:"sts_token"`
	RAMRoleArn           string `json:"ram_role_arn"`
	RAMSessionName       string `json:"ram_session_name"`
	ExpiredSeconds       int    `json:"expired_seconds"`
	StsRegion            string `json:"sts_region"`
	EnableVpc            bool   `json:"enable_vpc"`
	SourceProfile        string `json:"source_profile"`
	RAMRoleName          string `json:"ram_role_name"`
	OIDCProviderArn      string `json:"oidc_provider_arn"`
	OIDCToken            string `json:"oidc_token"`
	OIDCTokenFile        string `json:"oidc_token_file"`
	Policy               string `json:"policy"`
	ExternalID           string `json:"external_id"`
	CloudSSOSignInURL    string `json:"cloud_sso_sign_in_url"`
	CloudSSOAccountID    string `json:"cloud_sso_account_id"`
	CloudSSOAccessConfig string `json:"cloud_sso_access_config"`
	AccessToken          string `json:"access_token"`
	AccessTokenExpire    int64  `json:"cloud_sso_access_token_expire"`
}

func readCLIConfig() (cliConfig, error) {
	text, name, err := readUserFile("ALIBABA_CLOUD_CONFIG_FILE", ".aliyun", "config.json")
	if err != nil {
		return cliConfig{}, err
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff")) // as editors of Windows write it
	config := cliConfig{file: name}
	// An error of encoding/json may quote a byte of the file, so it is not shown.
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch err := json.Unmarshal(text, &config); {
	case errors.As(err, &syntax):
		line := 1 + strings.Count(string(text[:syntax.Offset]), "\n")
		return cliConfig{}, fmt.Errorf("%s is not JSON (line %d)", name, line)
	case errors.As(err, &kind):
		return cliConfig{}, fmt.Errorf("%s: %s does not have the type that the aliyun CLI writes", name, kind.Field)
	case err != nil:
		return cliConfig{}, fmt.Errorf("%s is not what the aliyun CLI writes", name)
	}
	return config, nil
}

// profile returns the profile of that name, else nil.
func (c cliConfig) profile(name string) *cliProfile {
	for i := range c.Profiles {
		if c.Profiles[i].Name == name {
			return &c.Profiles[i]
		}
	}
	return nil
}

// lacks returns a sentence that there is no profile of that name, and which there are.
func (c cliConfig) lacks(name string) string {
	var names []string
	for _, p := range c.Profiles {
		names = append(names, show(p.Name))
	}
	if len(names) == 0 {
		names = []string{"none"}
	}
	return fmt.Sprintf("%s has no profile %s; its profiles: %s", c.file, show(name), strings.Join(names, ", "))
}

// blank reports whether the profile is one that the CLI wrote down for its
// other settings: without mode, or without the keys that it is of.
func (p cliProfile) blank() bool {
	return (p.Mode == "" || p.Mode == "AK") && p.AccessKeyID == "" && p.AccessKeySecret == ""
}
