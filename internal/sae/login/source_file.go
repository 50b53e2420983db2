package login

import (
	"errors"
	"fmt"

	"github.com/aliyun/credentials-go/credentials/providers"
	"gopkg.in/ini.v1"
)

// fileSource is the credentials file of Alibaba Cloud's SDKs,
// ALIBABA_CLOUD_CREDENTIALS_FILE or ~/.alibabacloud/credentials: its section of
// ALIBABA_CLOUD_PROFILE, or default.
var fileSource = source{name: "credentials file", help: "~/.alibabacloud/credentials", open: openFile}

func openFile(l Login) (providers.CredentialsProvider, error) {
	content, file, err := readUserFile("ALIBABA_CLOUD_CREDENTIALS_FILE", ".alibabacloud", "credentials")
	if err != nil {
		return nil, err
	}
	// An error of the parser may quote a line of the file, so it is not shown.
	parsed, err := ini.Load(content)
	if err != nil {
		return nil, fmt.Errorf("%s does not have the form [section] and name = value", file)
	}
	name := namedProfile()
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
		return nil, fmt.Errorf("type %s is not supported; use access_key, ram_role_arn or ecs_ram_role", show(kind))
	case k.id == "" || k.secret == "":
		return nil, errors.New("access_key_id or access_key_secret is missing")
	case what != "":
		return nil, errors.New(what)
	case kind == "access_key":
		return k, nil
	}
	return l.assume(k, role{arn: value("role_arn"), session: value("role_session_name"), policy: value("policy")})
}
