package login

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"saejob/internal/sae"
	"saejob/internal/trial"
)

// config returns the aliyun CLI's file, with its current profile and others,
// each its members behind name and mode.
func config(current string, profiles ...string) map[string]string {
	return map[string]string{".aliyun/config.json": `{"current":"` + current + `","profiles":[{` +
		strings.Join(profiles, "},{") + `}],"meta_path":"","plugins":{}}`}
}

func named(name, mode, rest string) string {
	return strings.TrimSuffix(`"name":"`+name+`","mode":"`+mode+`",`+rest, ",")
}

func section(name, rest string) map[string]string {
	return map[string]string{".alibabacloud/credentials": "# mine\n[" + name + "]\n" + rest}
}

const (
	ak      = `"access_key_id":"` + keyID + `","access_key_secret":"` + keySecret + `"`
	reader  = `"ram_role_arn":"` + roleArn + `","ram_session_name":"saejob"`
	iniKeys = "access_key_id = " + keyID + "\naccess_key_secret = " + keySecret + "\n"
)

// where is one way to have credentials.
type where struct {
	name  string
	env   []string // name, value…; CLOUD stands for the plain stand-in's URL, HOME for the directory
	files map[string]string
	login Login
	want  keys
	asked []string
}

func ways() []where {
	key, token := keys{id: keyID, secret: keySecret}, keys{keyID, keySecret, keyToken}
	env := []string{keyIDVar, keyID, keySecretVar, keySecret}
	other := []string{keyIDVar, "other", keySecretVar, "other"}
	assumed := []string{"AssumeRole " + roleArn}
	oidc := []string{"AssumeRoleWithOIDC " + roleArn}
	metadata := []string{"PUT /latest/api/token", "GET /latest/meta-data/ram/security-credentials/instance-role"}
	sso := fmt.Sprintf(`"cloud_sso_sign_in_url":"TLS/device/login","cloud_sso_account_id":"1","cloud_sso_access_config":"ac",`+
		`"access_token":"%s","cloud_sso_access_token_expire":%d`, ssoToken, time.Now().Add(hour).Unix())
	rrsa := []string{"ALIBABA_CLOUD_ROLE_ARN", roleArn, "ALIBABA_CLOUD_OIDC_PROVIDER_ARN", "acs:ram::1:oidc-provider/p",
		"ALIBABA_CLOUD_OIDC_TOKEN_FILE", "HOME/token"}
	tokenFile := map[string]string{"token": oidcText}
	oidcConfig := config("o", named("o", "OIDC", reader+`,"oidc_provider_arn":"p","oidc_token":"`+oidcText+`"`),
		named("f", "OIDC", reader+`,"oidc_provider_arn":"p","oidc_token_file":"testdata/oidc-token"`))
	chained := config("c", named("c", "ChainableRamRoleArn", `"source_profile":"r",`+strings.Replace(reader, "/reader", "/second", 1)),
		named("r", "RamRoleArn", ak+","+reader+`,"external_id":"x"`))
	return []where{
		{"keys", env, nil, Login{}, key, nil},
		{"temporary keys", append(env, tokenVar, keyToken), nil, Login{}, token, nil},
		{"keys before a profile that is named", append(env, profileVar, "b"), config("b", named("b", "AK", ak)), Login{}, key, nil},
		{"keys, printing", append(env, "DEBUG", "credential"), nil, Login{}, key, nil},
		{"RRSA", rrsa, tokenFile, Login{}, granted(1), oidc},
		{"current profile", nil, config("b", named("a", "AK", ""), named("b", "AK", ak)), Login{}, key, nil},
		{"named profile", other, config("a", named("a", "AK", ""), named("b", "AK", ak)), Login{Profile: "b"}, key, nil},
		{"named profile, profiles off", []string{"ALIBABA_CLOUD_CLI_PROFILE_DISABLED", "true"}, config("b", named("b", "AK", ak)), Login{Profile: "b"}, key, nil},
		{"profile of the environment", []string{profileVar, "b"}, config("a", named("a", "AK", ""), named("b", "AK", ak)), Login{}, key, nil},
		{"profile of the environment, as the CLI's old name for it", []string{"ALICLOUD_PROFILE", "b"}, config("a", named("a", "AK", ""), named("b", "AK", ak)), Login{}, key, nil},
		{"profile of the environment, by the CLI's order", []string{"ALICLOUD_PROFILE", "x", profileVar, "a", "ALIBABACLOUD_PROFILE", "b"}, config("a", named("a", "AK", ""), named("b", "AK", ak)), Login{}, key, nil},
		{"config with a byte order mark", nil, withBOM(config("b", named("b", "AK", ak))), Login{}, key, nil},
		{"another file", []string{"ALIBABA_CLOUD_CONFIG_FILE", "HOME/.aliyun/config.json"}, config("b", named("b", "AK", ak)), Login{}, key, nil},
		{"StsToken", nil, config("b", named("b", "StsToken", ak+`,"sts_token":"`+keyToken+`"`)), Login{}, token, nil},
		{"RamRoleArn", nil, config("b", named("b", "RamRoleArn", ak+","+reader+`,"expired_seconds":900,"policy":"{}","external_id":"x"`)), Login{}, granted(1), []string{assumed[0] + " x"}},
		{"ChainableRamRoleArn", nil, chained, Login{}, granted(2), []string{assumed[0] + " x", "AssumeRole acs:ram::1:role/second"}},
		{"EcsRamRole", nil, config("e", named("e", "EcsRamRole", `"ram_role_name":"instance-role"`)), Login{}, granted(1), metadata},
		{"OIDC", nil, oidcConfig, Login{Profile: "o"}, granted(1), oidc},
		{"OIDC, token in a file", nil, oidcConfig, Login{Profile: "f"}, granted(1), oidc},
		{"CloudSSO", nil, config("s", named("s", "CloudSSO", sso)), Login{}, granted(1), []string{"POST /cloud-credentials"}},
		{"credentials file", nil, section("default", "type = access_key\n"+iniKeys), Login{}, key, nil},
		{"section of the environment", []string{profileVar, "b", "ALIBABA_CLOUD_CREDENTIALS_FILE", "HOME/.alibabacloud/credentials"},
			section("b", "type = access_key\n"+iniKeys), Login{}, key, nil},
		{"role of the file", nil, section("default", "type = ram_role_arn\n"+iniKeys+"role_arn = "+roleArn+"\nrole_session_name = s\n"), Login{}, granted(1), assumed},
		{"ECS role of the file", nil, section("default", "type = ecs_ram_role\nrole_name = instance-role\n"), Login{}, granted(1), metadata},
		{"URI", []string{"ALIBABA_CLOUD_CREDENTIALS_URI", "CLOUD/uri"}, nil, Login{}, granted(1), []string{"GET /uri"}},
		{"ECS role of the environment", []string{roleVar, "instance-role"}, nil, Login{}, granted(1), metadata},
		{"ECS role", other, nil, Login{ECSRole: true}, granted(1), slices.Concat(metadata[:1], []string{"GET /latest/meta-data/ram/security-credentials/"}, metadata)},
		{"ECS role by name", other, nil, Login{ECSRole: true, Role: "instance-role"}, granted(1), metadata},
	}
}

// source sets up what w says and returns the source.
func (w where) source(t *testing.T, c *cloud) sae.Source {
	t.Helper()
	for name, text := range w.files {
		w.files[name] = strings.ReplaceAll(text, "TLS", c.tls.URL)
	}
	dir := home(t, w.files)
	for i := 0; i < len(w.env); i += 2 {
		t.Setenv(w.env[i], strings.NewReplacer("CLOUD", c.plain.URL, "HOME", dir).Replace(w.env[i+1]))
	}
	return c.login(w.login).Source()
}

// TestSources: each source gives its keys to 3,200 who ask at once, and is asked
// once for all of them.
func TestSources(t *testing.T) {
	for _, w := range ways() {
		t.Run(w.name, func(t *testing.T) {
			c := newCloud(t)
			many(t, w.source(t, c), w.want)
			if !slices.Equal(c.asked, w.asked) {
				t.Errorf("asked %q, want %q", c.asked, w.asked)
			}
		})
	}
}

// TestEverySourceHasAWay: each row of the table is a source that some way finds its
// keys in, which TestSources then asks for.
func TestEverySourceHasAWay(t *testing.T) {
	found := map[string]bool{}
	for _, w := range ways() {
		t.Run(w.name, func(t *testing.T) {
			c := newCloud(t)
			w.source(t, c)
			name, _, err := c.login(w.login).find()
			if err != nil {
				t.Fatal(err)
			}
			name, _, _ = strings.Cut(name, ":")
			found[name] = true
		})
	}
	for _, s := range sources {
		if !found[s.name] {
			t.Errorf("no way finds keys in the source %s: write one", s.name)
		}
	}
}

func many(t *testing.T, s sae.Source, want keys) {
	t.Helper()
	ctx, start := trial.Soon(t), make(chan struct{})
	var group sync.WaitGroup
	for range 3200 {
		group.Go(func() {
			<-start
			c, err := s(ctx)
			if err != nil || !holds(c, want) {
				t.Errorf("got other keys than %v, %v", want, err)
			}
		})
	}
	close(start)
	group.Wait()
}

// TestKeys: the keys of the environment, and what is said of others.
func TestKeys(t *testing.T) {
	for _, v := range []struct {
		name, id, secret, token, want string // want: what the error says; empty: none
	}{
		{"a key", keyID, keySecret, "", ""},
		{"a temporary key", keyID, keySecret, keyToken, ""},
		{"nothing", "", "", "", "ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET are not set"},
		{"a token alone", "", "", keyToken, "ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET are not set"},
		{"no secret", keyID, "", "", "ALIBABA_CLOUD_ACCESS_KEY_SECRET is not"},
		{"no id", "", keySecret, "", "ALIBABA_CLOUD_ACCESS_KEY_ID is not"},
		{"a line break", keyID, keySecret + "\n", "", "ALIBABA_CLOUD_ACCESS_KEY_SECRET contains"},
		{"not ASCII", keyID + "é", keySecret, "", "ALIBABA_CLOUD_ACCESS_KEY_ID contains"},
		{"a blank in the token", keyID, keySecret, keyToken + " x", "ALIBABA_CLOUD_SECURITY_TOKEN contains"},
	} {
		t.Run(v.name, func(t *testing.T) {
			home(t, nil)
			t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", v.id)
			t.Setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", v.secret)
			t.Setenv("ALIBABA_CLOUD_SECURITY_TOKEN", v.token)
			c, err := Login{}.Source()(trial.Soon(t))
			trial.MustHide(t, c)
			trial.MustHide(t, err)
			switch {
			case v.want == "" && (err != nil || !holds(c, keys{v.id, v.secret, v.token})):
				t.Errorf("got %v", err)
			case v.want != "" && (!errors.Is(err, sae.ErrCredentials) || !strings.Contains(err.Error(), v.want)):
				t.Errorf("got %v, want %s", err, v.want)
			}
		})
	}
}

func TestNoCredentials(t *testing.T) {
	c := newCloud(t)
	home(t, nil)
	_, err := c.login(Login{}).Source()(trial.Soon(t))
	want := `no usable credentials: none of these is configured
  keys              ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET are not set
  RRSA              ALIBABA_CLOUD_OIDC_PROVIDER_ARN and ALIBABA_CLOUD_OIDC_TOKEN_FILE are not set
  aliyun CLI        ~/.aliyun/config.json does not exist
  credentials file  ~/.alibabacloud/credentials does not exist
  credentials URI   ALIBABA_CLOUD_CREDENTIALS_URI is not set
  ECS role          not asked for, and ALIBABA_CLOUD_ECS_METADATA is not set`
	if !errors.Is(err, ErrNoCredentials) || !errors.Is(err, sae.ErrCredentials) || err.Error() != want {
		t.Errorf("got %v", err)
	}
	if c.asked != nil {
		t.Errorf("asked %q", c.asked)
	}
}

// withBOM returns files as some editors of Windows save them.
func withBOM(files map[string]string) map[string]string {
	for name, text := range files {
		files[name] = "\ufeff" + text
	}
	return files
}

// TestOrder: help names each source.
func TestOrder(t *testing.T) {
	const want = "ALIBABA_CLOUD_ACCESS_KEY_ID, RRSA, the profile of $ALIBABA_CLOUD_PROFILE or the current one, " +
		"~/.alibabacloud/credentials, ALIBABA_CLOUD_CREDENTIALS_URI and ALIBABA_CLOUD_ECS_METADATA"
	if got := Order(); got != want {
		t.Errorf("got %s", got)
	}
}
