package login

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"slices"

	"github.com/aliyun/credentials-go/credentials/providers"
)

const profileVar = "ALIBABA_CLOUD_PROFILE"

// namedProfile returns the profile that the environment names, by the variables that
// the aliyun CLI reads, in its order.
func namedProfile() string {
	return cmp.Or(os.Getenv("ALIBABACLOUD_PROFILE"), os.Getenv(profileVar), os.Getenv("ALICLOUD_PROFILE"))
}

// cliSource are the aliyun CLI's profiles, in ALIBABA_CLOUD_CONFIG_FILE or
// ~/.aliyun/config.json. The library reads that file, too, but fills gaps of a profile
// from the environment, never ends where profiles refer to each other, quotes the file
// in errors, and writes it for some modes.
var cliSource = source{name: "aliyun CLI", help: "the profile of $" + profileVar + " or the current one", open: openCLI}

func openCLI(l Login) (providers.CredentialsProvider, error) {
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
	if name := namedProfile(); name != "" {
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

// profile returns what provides the credentials of a profile; through are those that
// lead to it, as their source_profile.
func (l Login) profile(config cliConfig, name string, through ...string) (providers.CredentialsProvider, error) {
	p := config.profile(name)
	switch {
	case p == nil:
		return nil, errors.New(config.lacks(name))
	case slices.Contains(through, name):
		return nil, fmt.Errorf("profile %s is its own source_profile, directly or through others", show(name))
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
