package sae

import (
	"errors"
	"fmt"
	"os"

	"github.com/aliyun/credentials-go/credentials/providers"
	"gopkg.in/ini.v1"
)

// ini is the place of the credentials file of Alibaba Cloud's SDKs: a section
// is [Login.Profile]'s like, with a type and what goes with it.
func (l Login) ini() (providers.CredentialsProvider, error) {
	text, file, err := readUserFile("ALIBABA_CLOUD_CREDENTIALS_FILE", ".alibabacloud", "credentials")
	if err != nil {
		return nil, err
	}
	// An error of the parser may quote a line of the file, so it is not shown.
	parsed, err := ini.Load(text)
	if err != nil {
		return nil, fmt.Errorf("%s is not of the form [section] and name = value", file)
	}
	name := os.Getenv(profileVar)
	if name == "" {
		name = "default"
	}
	if !parsed.HasSection(name) {
		return nil, absent(fmt.Sprintf("%s has no section %s", file, show(name)))
	}
	owner := fmt.Sprintf("section %s of %s", show(name), file)
	provider, err := l.section(parsed.Section(name))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", owner, err)
	}
	return of(owner, provider), nil
}

func (l Login) section(s *ini.Section) (providers.CredentialsProvider, error) {
	value := func(name string) string { return s.Key(name).String() }
	k := keys{id: value("access_key_id"), secret: value("access_key_secret")}
	what := k.unusable("access_key_id", "access_key_secret", "")
	switch kind := value("type"); {
	case kind == "ecs_ram_role":
		return l.ecs(value("role_name"))
	case kind != "access_key" && kind != "ram_role_arn":
		return nil, fmt.Errorf("type %s is not taken; it is one of access_key, ram_role_arn and ecs_ram_role", show(kind))
	case k.id == "" || k.secret == "":
		return nil, errors.New("it has no access_key_id or no access_key_secret")
	case what != "":
		return nil, errors.New(what)
	case kind == "access_key":
		return k, nil
	}
	return l.assume(k, role{arn: value("role_arn"), session: value("role_session_name"), policy: value("policy")})
}
