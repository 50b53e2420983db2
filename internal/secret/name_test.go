package secret

import (
	"strings"
	"testing"
)

// A value of one of these names is a secret, whatever it is.
const strongNames = `
password PASSWORD Password passWord pass_word PASS pass PASS2 DB_PASS dbPass mysqlPass REDIS_PASS_PROD user.pwd PGPASSWORD DBPASSWORD MYSQL_PWD
userpwd DB_PSD PASSWD_1 rootPasswd passphrase SSH_PASSPHRASE mysqli.default_pw smtp-psw requirepass masterauth storePass keypass passcode
SECRET secretKey client_secret clientSecret APP_SECRET_ID jwtSecret aws_secret_access_key SECRETS MySecretValue --secret
token TOKEN api-token accessToken AUTHTOKEN tokens bot.token tokenValue CI_JOB_TOKEN xxl.job.accessToken security-token pAtOkEn
credential CREDENTIALS cred DB_CREDS x-oss-credential
apikey API_KEY apiKey api.key X-Api-Key APIKEY2 access_key accessKey AccessKeyId OSSAccessKeyId ACCESS_KEY_ID access-id accessid AccessKeySecret
OSS_AK OSS_SK ak sk aliyun.sk privateKey PRIVATE_KEY signingKey encryption_key ENCRYPTKEY masterKey APP_KEY appKey licenseKey AES_KEY client-key-data
wechat.mch.key SHARED_KEY AccountKey secretAccessKey
REDIS_AUTH auth Authorization Proxy-Authorization COOKIE Set-Cookie ERLANG_COOKIE session SESSION_ID PHPSESSID PASSWORD_SALT salt SENTRY_DSN
signature x-amz-signature JWT GITHUB_PAT TOTP WALLET_MNEMONIC seed_phrase MAIL_AUTH_CODE _authToken
密码 数据库密码 口令 密钥 访问令牌 私钥 `

// These names say nothing.
const noneNames = `
PATH HOME MODE LOG_LEVEL name value a x JOB_TYPE EXECUTOR_NAME DATE user username USER_NAME login account HOST port url DATABASE_URL
TOKENIZER_PATH TOKENIZERS_PARALLELISM tokenizer SECRETARY secretariat AUTHOR AUTHORS authority authorize authenticate AUTH_TYPE AUTH_URL
OAUTH_CLIENT_ID clientId KEYBOARD keyboard MONKEY keyword KEYWORDS keystore keyspace KEYCLOAK_URL key_prefix compass BYPASS bypass_cache
PASSENGER_APP_ENV passive passport PASS_THROUGH pass_rate encompass SESSION_TIMEOUT session.save_path session.cookie_lifetime
server.servlet.session.cookie.name COOKIE_DOMAIN signature_version assign design task disk risk skip break pakage Slack
public_key publicKey PUBLIC_KEYS secretaryName pattern pinned spin opinion cotp patch despatch sake make
SIGN_NAME basedir date.timezone memory_limit hostName mountPath nasPath configMapId logType projectName `

func TestNames(t *testing.T) {
	for _, name := range strings.Fields(strongNames) {
		if signalOf(name) != strong {
			t.Errorf("%s: %d", name, signalOf(name))
		}
	}
	for _, name := range strings.Fields(noneNames) {
		if signalOf(name) != none {
			t.Errorf("%s: %d", name, signalOf(name))
		}
	}
}

func TestHarmlessValues(t *testing.T) {
	for _, pair := range []string{
		"PASSWORD=", "PASSWORD= ", "PASSWORD=true", "PASSWORD=No", "PASSWORD=null", "PASSWORD=${X}", "PASSWORD=$X", "PASSWORD=${A}${B}",
		"PASSWORD={{ .Values.x }}", "PASSWORD=$(X)", "PASSWORD=%X%", "PASSWORD_FILE=/run/x", `tokenPath=C:\x`, "SECRET_DIR=/x", "PWD=/x", "OLDPWD=/x",
		"TOKEN_TTL=3600", "token.expires.in=2h", "MAX_TOKENS=128000", "passwordMinLength=8", "TOKEN_LIMIT=1.5k", "SECRET_COUNT=3",
		"TOKEN_NAME=x", "SECRET_URL=https://h/x", "SECRET_ID=10", "PASSWORD_LIFETIME=PT30M", "PASSWORD=vault:secret/db", "PASSWORD=see wiki",
	} {
		name, value, _ := strings.Cut(pair, "=")
		if isNamed(name, value) {
			t.Errorf("%s is no secret", pair)
		}
	}
	for _, pair := range []string{
		"PASSWORD=x", "PASSWORD=1", "PASSWORD=123456", "PASSWORD=${X:-x}", "PASSWORD=$x", "PASSWORD=x${X}", `PASSWORD={{ "x" }}`, "PASSWORD=/x",
		"PASSWORD_FILE=x", "PASSWORD_FILE=/x y", "DB_PWD=/x", "TOKEN_TTL=kanari", "MAX_TOKENS=12345678901", "TOKEN_NAME=x y", "SECRET_URL=https://u:p@h/x", "SECRET_NAME=k4nAr1Zq9Xw2Lm8Tb5Vc7Nd3Hf6Js1", "NUM_PASSWORD=88667755", "ACCESS_KEY_ID=orders", "DB_PASSWORD_OWNER=tiger",
		"PASSWORD=" + strings.Repeat("${X}", 200), "PASSWORD=truee", "SECRET_SEED=42",
	} {
		name, value, _ := strings.Cut(pair, "=")
		if !isNamed(name, value) {
			t.Errorf("%s is a secret", pair)
		}
	}
}

func TestRandomValues(t *testing.T) {
	for value, want := range map[string]bool{
		"k4nAr1Zq9Xw2Lm8Tb5Vc7Nd3Hf6Js1":           true,
		"a8f5f167f44f4964e6c998dee827110c":         true,
		"base64:Zq9Xw2Lm8Tb5Vc7Nd3Hf6Js1kNaRi0w=":  true,
		"7171a6ca-d1cd-4928-8642-7d5cfe690001":     true,
		"user-profile-cache-v2":                    false,
		"settleDailyJobHandlerForUsers2":           false,
		"com.example.jobs.SettleDailyJobHandler12": false,
		"0123456789":                  false,
		"a b c d e f g h 1 2 3 4 5 6": false,
	} {
		if got := isRandom(value); got != want {
			t.Errorf("isRandom(%s) = %v", value, got)
		}
	}
}
