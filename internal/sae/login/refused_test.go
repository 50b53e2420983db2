package login

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"saejob/internal/sae"
	"saejob/internal/trial"
)

// TestRefusedSources: what is configured and is no good is an error that says
// so, in these words and none of a file's or an answer's; nothing else is tried.
func TestRefusedSources(t *testing.T) {
	good := named("good", "AK", ak)
	in := func(mode, rest string) map[string]string { return config("x", named("x", mode, rest), good) }
	text := func(text string) map[string]string { return map[string]string{".aliyun/config.json": text} }
	const of = `aliyun CLI: profile "x" of ~/.aliyun/config.json: `
	x := Login{Profile: "x"}
	for _, w := range []struct {
		name  string
		env   []string
		files map[string]string
		login Login
		want  string
	}{
		{"half a key", []string{keyIDVar, keyID}, in("AK", ak), Login{}, "keys: ALIBABA_CLOUD_ACCESS_KEY_ID is set, ALIBABA_CLOUD_ACCESS_KEY_SECRET is not"},
		{"half of RRSA", []string{"ALIBABA_CLOUD_OIDC_TOKEN_FILE", "f"}, nil, Login{}, "RRSA: ALIBABA_CLOUD_OIDC_TOKEN_FILE is set, ALIBABA_CLOUD_OIDC_PROVIDER_ARN is not"},
		{"RRSA without file", []string{"ALIBABA_CLOUD_OIDC_TOKEN_FILE", "/no/token", "ALIBABA_CLOUD_OIDC_PROVIDER_ARN", "p", "ALIBABA_CLOUD_ROLE_ARN", roleArn}, nil, Login{},
			"RRSA: /no/token does not exist"},
		{"no such profile", nil, config("good", good, named("b\u202e", "AK", ak)), x, `aliyun CLI: ~/.aliyun/config.json has no profile "x"; its profiles: "good", "b\u202e"`},
		{"no profiles", nil, text(`{}`), x, `aliyun CLI: ~/.aliyun/config.json has no profile "x"; its profiles: none`},
		{"no file for the profile", nil, nil, x, "aliyun CLI: ~/.aliyun/config.json does not exist"},
		{"no file of that name", []string{"ALIBABA_CLOUD_CONFIG_FILE", "/no/config.json"}, in("AK", ak), Login{}, "aliyun CLI: /no/config.json does not exist"},
		{"not JSON", nil, text("{\n\"profiles\": [{" + good + "}],\n\"x\": " + keySecret + "}"), Login{}, "aliyun CLI: ~/.aliyun/config.json is not JSON (line 3)"},
		{"half a file", nil, text("{\"profiles\": [{" + good), Login{}, "aliyun CLI: ~/.aliyun/config.json is not JSON (line 1)"},
		{"another kind", nil, text(`{"profiles":"` + keySecret + `"}`), x, "aliyun CLI: ~/.aliyun/config.json: profiles does not have the type that the aliyun CLI writes"},
		{"null", nil, text(`{"profiles":[null]}`), x, `aliyun CLI: ~/.aliyun/config.json has no profile "x"; its profiles: ""`},
		{"no keys", []string{}, in("AK", ""), x, of + "access_key_id or access_key_secret is missing"},
		{"a blank in a key", nil, in("AK", `"access_key_id":"`+keyID+` ","access_key_secret":"s"`), x, of + "access_key_id contains a blank, a line break or another character that keys do not have"},
		{"no token", nil, in("StsToken", ak), x, of + "sts_token is missing"},
		{"no role", []string{"ALIBABA_CLOUD_ROLE_ARN", roleArn}, in("RamRoleArn", ak), x, of + "the RAM role is missing"},
		{"too short", nil, in("RamRoleArn", ak+","+reader+`,"expired_seconds":60`), x, of + "the session of the role lasts 60 seconds; STS requires at least 900"},
		{"region of another host", nil, in("RamRoleArn", ak+","+reader+`,"sts_region":"evil.example.com/"`), x, of + "the region of STS has characters other than lower-case letters, digits and -"},
		{"no source profile", nil, in("ChainableRamRoleArn", reader+`,"source_profile":"y"`), x, of + `source_profile: ~/.aliyun/config.json has no profile "y"; its profiles: "x", "good"`},
		{"circle", nil, in("ChainableRamRoleArn", reader+`,"source_profile":"x"`), x, of + `source_profile: profile "x" is its own source_profile, directly or through others`},
		{"External", nil, in("External", `"process_command":"touch `+keySecret+`"`), Login{}, of + "mode External runs a command, which saejob does not; run it yourself and set " +
			"ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET and ALIBABA_CLOUD_SECURITY_TOKEN to what it prints"},
		{"OAuth", nil, in("OAuth", `"oauth_access_token":"`+keyToken+`"`), Login{}, of + "mode OAuth renews its sign-in in the CLI's own file, which saejob does not write; " +
			"type: aliyun configure --mode AK --profile saejob, and use --profile saejob"},
		{"External behind a role", nil, config("y", named("x", "External", `"process_command":"false"`), named("y", "ChainableRamRoleArn", reader+`,"source_profile":"x"`)),
			Login{}, `aliyun CLI: profile "y" of ~/.aliyun/config.json: source_profile: mode External runs a command`},
		{"mode unknown", nil, in("Token", ak), x, of + `mode "Token" is not supported; type: `},
		{"mode CredentialsURI", nil, in("CredentialsURI", ""), x, of + "mode CredentialsURI is not supported; set ALIBABA_CLOUD_CREDENTIALS_URI"},
		{"sign-in ended", nil, in("CloudSSO", `"access_token":"`+keyToken+`","cloud_sso_access_token_expire":1`), x, of + "its sign-in has expired; sign in again: aliyun configure --mode CloudSSO --profile x"},
		{"sign-in without TLS", nil, in("CloudSSO", `"access_token":"t","cloud_sso_access_token_expire":9999999999,"cloud_sso_sign_in_url":"http://x"`), x, of + "cloud_sso_sign_in_url does not begin with https://"},
		{"OIDC without token", nil, in("OIDC", reader+`,"oidc_provider_arn":"p"`), x, of + "oidc_token_file is missing"},
		{"OIDC with another token", []string{"ALIBABA_CLOUD_OIDC_TOKEN", keyToken}, in("OIDC", reader+`,"oidc_provider_arn":"p","oidc_token_file":"f"`), x,
			of + "its token is in a file, but ALIBABA_CLOUD_OIDC_TOKEN is set; unset that"},
		{"not ini", nil, map[string]string{".alibabacloud/credentials": keySecret + "\n[default"}, Login{}, "credentials file: ~/.alibabacloud/credentials does not have the form [section] and name = value"},
		{"ini without secret", nil, section("default", "type = access_key\naccess_key_id = "+keyID), Login{}, `credentials file: section "default" of ~/.alibabacloud/credentials: access_key_id or access_key_secret is missing`},
		{"ini of another type", nil, section("default", "type = bearer\n"), Login{}, `credentials file: section "default" of ~/.alibabacloud/credentials: type "bearer" is not supported; use access_key, ram_role_arn or ecs_ram_role`},
		{"URI without scheme", []string{"ALIBABA_CLOUD_CREDENTIALS_URI", "127.0.0.1/" + keySecret}, nil, Login{}, "credentials URI: ALIBABA_CLOUD_CREDENTIALS_URI is not a URL"},
		{"plain URI", []string{"ALIBABA_CLOUD_CREDENTIALS_URI", "http://192.0.2.1/" + keySecret}, nil, Login{}, "credentials URI: ALIBABA_CLOUD_CREDENTIALS_URI: plain http is allowed only for this computer"},
		{"metadata off", []string{"ALIBABA_CLOUD_ECS_METADATA_DISABLED", "TRUE"}, in("AK", ak), Login{ECSRole: true}, "ECS role: ALIBABA_CLOUD_ECS_METADATA_DISABLED is true; unset it to use the role of the instance"},
		{"a path as role", nil, nil, Login{ECSRole: true, Role: "../user-data"}, "ECS role: the name of the RAM role has a character that no role's name has"},
		{"profile and role", nil, in("AK", ak), Login{Profile: "x", ECSRole: true}, "both a profile and the role of the instance are asked for; choose one"},
		{"tokens printed", []string{"DEBUG", "dara,credential", roleVar, "r"}, nil, Login{}, "ECS role: DEBUG has the word credential, which makes the library print tokens; unset DEBUG"},
	} {
		t.Run(w.name, func(t *testing.T) {
			c := newCloud(t)
			s := where{env: w.env, files: w.files, login: w.login}.source(t, c)
			_, err := s(trial.Soon(t))
			trial.MustHide(t, err)
			if !errors.Is(err, sae.ErrCredentials) || errors.Is(err, ErrNoCredentials) || !strings.HasPrefix(err.Error(), "no usable credentials: "+w.want) {
				t.Errorf("got  %v\nwant %s", err, w.want)
			}
			if c.asked != nil {
				t.Errorf("asked %q", c.asked)
			}
		})
	}
}

// TestProfileNowhere: a profile that the environment names is looked for in both
// files, and nothing that comes after them is taken instead.
func TestProfileNowhere(t *testing.T) {
	c := newCloud(t)
	files := config("good", named("good", "AK", ak))
	files[".alibabacloud/credentials"] = "[default]\ntype = access_key\n" + iniKeys
	_, err := where{env: []string{profileVar, "x", "ALIBABA_CLOUD_CREDENTIALS_URI", "CLOUD/uri"}, files: files}.source(t, c)(trial.Soon(t))
	trial.MustHide(t, err)
	for _, want := range []string{"\n  aliyun CLI        ~/.aliyun/config.json has no profile \"x\"; its profiles: \"good\"",
		"\n  credentials file  ~/.alibabacloud/credentials has no section \"x\""} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
	if c.asked != nil {
		t.Errorf("asked %q", c.asked)
	}
}

// TestAbsent: files that are there, but are not of credentials, are skipped.
func TestAbsent(t *testing.T) {
	for name, w := range map[string]where{
		"a profile of settings": {files: config("default", named("default", "", `"language":"en"`))},
		"no current profile":    {files: config("", named("b", "AK", ak))},
		"profiles off":          {env: []string{"ALIBABA_CLOUD_CLI_PROFILE_DISABLED", "True"}, files: config("b", named("b", "AK", ak))},
		"another section":       {files: section("b", iniKeys)},
		"metadata off":          {env: []string{disabledVar, "true", roleVar, "r"}},
		"a role alone":          {env: []string{"ALIBABA_CLOUD_ROLE_ARN", roleArn}},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := w.source(t, newCloud(t))(trial.Soon(t)); !errors.Is(err, ErrNoCredentials) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestUnreadableConfig(t *testing.T) {
	home(t, map[string]string{".aliyun/config.json/a": ""})
	_, err := Login{}.Source()(trial.Soon(t))
	if err == nil || err.Error() != "no usable credentials: aliyun CLI: ~/.aliyun/config.json cannot be read" {
		t.Errorf("got %v", err)
	}
}

// TestAnswersOfSources: what is said of answers that give no credentials.
func TestAnswersOfSources(t *testing.T) {
	assume := where{files: config("x", named("x", "RamRoleArn", ak+","+reader))}
	uri := where{env: []string{"ALIBABA_CLOUD_CREDENTIALS_URI", "CLOUD/uri"}}
	ecs := where{login: Login{ECSRole: true}}
	named := where{login: Login{ECSRole: true, Role: "r"}}
	for _, v := range []struct {
		name string
		from where
		h    http.HandlerFunc
		want string // behind the place
	}{
		{"refused", assume, answers(403, `{"Code":"NoPermission","RequestId":"R-1","Message":"`+keyID+`"}`),
			"refused with NoPermission; the caller needs sts:AssumeRole, and the role must trust the caller (request R-1)"},
		{"no role", assume, answers(404, `{"Code":"EntityNotExist.Role"}`), "refused with EntityNotExist.Role; there is no such role or provider"},
		{"wrong secret", assume, answers(400, `{"Code":"SignatureDoesNotMatch","Message":"`+keyID+`"}`), "refused with SignatureDoesNotMatch; the access key secret does not belong to the access key id"},
		{"a page", assume, answers(502, "<html>"+keySecret), notUnderstood},
		{"not JSON", assume, answers(200, keySecret), notUnderstood},
		{"no credentials", assume, answers(200, `{"RequestId":"R"}`), notUnderstood},
		{"no expiration", assume, answers(200, `{"Credentials":{"AccessKeyId":"a","AccessKeySecret":"`+keySecret+`","SecurityToken":"c"}}`), notUnderstood},
		{"no date", assume, answers(200, `{"Credentials":{"AccessKeyId":"a","AccessKeySecret":"b","SecurityToken":"c","Expiration":"`+keySecret+`"}}`), notUnderstood},
		{"empty", assume, answers(200, grant(1, hour, strings.ReplaceAll(`{"Credentials":{"AccessKeyId":"","AccessKeySecret":"b","SecurityToken":"c","Expiration":"TIME"}}%.0s`,
			"TIME", "2099-01-01T00:00:00Z"))), notUnderstood},
		{"a line break", assume, answers(200, `{"Credentials":{"AccessKeyId":"a","AccessKeySecret":"b\n","SecurityToken":"c","Expiration":"2099-01-01T00:00:00Z"}}`),
			"the access key secret contains a blank, a line break or another character that keys do not have"},
		{"broken", assume, raw("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"), "the connection ended before the answer did"},
		{"URI refused", uri, answers(500, `{"AccessKeySecret":"`+keySecret+`"}`), notUnderstood},
		{"URI without key", uri, answers(200, `{"AccessKeySecret":"`+keySecret+`","Code":"Success"}`), notUnderstood},
		{"no role on the instance", ecs, answers(404, keySecret), "the answer is HTTP 404"},
		{"another role", named, answers(404, "<html>"+keySecret), "the answer is HTTP 404"},
		{"metadata broken", named, raw(""), "the connection ended before the answer did"},
		{"metadata without code", named, answers(200, `{"AccessKeyId":"a","AccessKeySecret":"b","SecurityToken":"c"}`), notUnderstood},
	} {
		t.Run(v.name, func(t *testing.T) {
			c := newCloud(t)
			c.refuse = v.h
			_, err := v.from.source(t, c)(trial.Soon(t))
			trial.MustHide(t, err)
			if !errors.Is(err, sae.ErrCredentials) || !strings.HasSuffix(err.Error(), ": "+v.want) {
				t.Errorf("got  %v\nwant %s", err, v.want)
			}
		})
	}
}

// TestWhoseAnswer: what calls for its keys is named when that fails, of all that a
// file has.
func TestWhoseAnswer(t *testing.T) {
	for want, w := range map[string]where{
		`aliyun CLI: profile "x" of ~/.aliyun/config.json, mode EcsRamRole: `:  {files: config("x", named("x", "EcsRamRole", ""), named("y", "AK", ak))},
		`aliyun CLI: profile "x" of ~/.aliyun/config.json, mode RamRoleArn: `:  {files: config("x", named("x", "RamRoleArn", ak+","+reader))},
		`credentials file: section "default" of ~/.alibabacloud/credentials: `: {files: section("default", "type = ecs_ram_role\n")},
		"ECS role: ": {login: Login{ECSRole: true}},
	} {
		c := newCloud(t)
		c.refuse = answers(404, "")
		_, err := w.source(t, c)(trial.Soon(t))
		if err == nil || !strings.HasPrefix(err.Error(), "no usable credentials: "+want) {
			t.Errorf("got  %v\nwant %s", err, want)
		}
	}
}

// TestDeadNetwork: with nobody there each source that calls says so at once.
func TestDeadNetwork(t *testing.T) {
	for _, w := range ways() {
		if w.asked == nil {
			continue
		}
		t.Run(w.name, func(t *testing.T) {
			c := newCloud(t)
			s := w.source(t, c)
			c.tls.Close()
			c.plain.Close()
			_, err := s(trial.Soon(t))
			trial.MustHide(t, err)
			if !errors.Is(err, sae.ErrCredentials) || !strings.Contains(err.Error(), "connection refused") {
				t.Errorf("got %v", err)
			}
		})
	}
}

// TestRenewal: what is about to end is renewed, once for all who ask; while that
// cannot be done the old ones are given out, and when it is refused none.
func TestRenewal(t *testing.T) {
	for _, w := range ways() {
		if w.asked == nil || w.name == "ChainableRamRoleArn" {
			continue
		}
		t.Run(w.name, func(t *testing.T) {
			c := newCloud(t)
			c.lasts = time.Minute
			s := w.source(t, c)
			use := func(want keys) {
				t.Helper()
				if got, err := s(trial.Soon(t)); err != nil || !holds(got, want) {
					t.Errorf("got other keys than %v, %v", want, err)
				}
			}
			use(granted(1))
			use(granted(2))
			c.refuse = raw("")
			use(granted(2))
			c.refuse = answers(403, `{"Code":"NoPermission"}`)
			if _, err := s(trial.Soon(t)); !errors.Is(err, sae.ErrCredentials) {
				t.Errorf("refused: got %v", err)
			}
			c.refuse, c.lasts = nil, hour
			many(t, s, granted(3))
			use(granted(3))
		})
	}
}

// TestCancelWhileAsking: who gives up returns at once; what was asked for
// serves the next.
func TestCancelWhileAsking(t *testing.T) {
	c := newCloud(t)
	held := make(chan struct{})
	ctx, cancel := context.WithCancel(trial.Soon(t))
	w := where{files: config("x", named("x", "RamRoleArn", ak+","+reader))}
	s := w.source(t, c)
	c.refuse = func(w http.ResponseWriter, r *http.Request) {
		cancel()
		<-held
		c.mu.Lock()
		defer c.mu.Unlock()
		_, _ = w.Write([]byte(c.answer(r)))
	}
	if _, err := s(ctx); !errors.Is(err, context.Canceled) || errors.Is(err, sae.ErrCredentials) {
		t.Errorf("got %v", err)
	}
	if _, err := s(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("canceled before: got %v", err)
	}
	close(held)
	many(t, s, granted(1))
	if len(c.asked) != 1 {
		t.Errorf("asked %q", c.asked)
	}
}

func TestProxiedMetadata(t *testing.T) {
	proxy := &url.URL{Scheme: "http", Host: "proxy"}
	for want, answers := range map[bool][]func(*http.Request) (*url.URL, error){
		true: {
			func(*http.Request) (*url.URL, error) { return proxy, nil },
			func(*http.Request) (*url.URL, error) { return nil, errors.New("no address") },
		},
		false: {func(r *http.Request) (*url.URL, error) {
			if r.URL.Scheme == "http" && r.URL.Hostname() == "100.100.100.200" {
				return nil, nil // as NO_PROXY says
			}
			return proxy, nil
		}},
	} {
		for _, answer := range answers {
			if proxied(answer) != want {
				t.Errorf("got %t", !want)
			}
		}
	}
}
