package secret

import "strings"

// roots is what a name that tells anything has in it somewhere.
var roots = []string{
	"pass", "pw", "psw", "secret", "cred", "token", "key", "auth", "cookie", "sess", "salt", "dsn", "sig", "sk", "ak",
	"jwt", "pat", "pin", "otp", "mnemonic", "phrase", "code", "bearer", "access", "hmac", "pepper", "keytab", "sid",
	"ticket", "assertion", "recovery",
	"密", "口令", "令牌", "私", "秘", "凭", "授权码",
}

// loudParts tell wherever they stand in a name, in its words or across humps.
var loudParts = []string{
	"password", "passwd", "passphrase", "passcode", "passwort", "pswd", "secret", "credential", "token",
	"accesskey", "accessid", "apikey", "privatekey", "signingkey", "signkey", "encryptionkey", "encryptkey", "encryptedkey",
	"decryptionkey", "decryptkey", "masterkey", "authkey", "requirepass", "mnemonic",
	"密码", "口令", "密钥", "秘钥", "密匙", "令牌", "私钥", "凭证", "凭据", "授权码", "秘密",
}

// innocent takes words out that hold a loud part and mean something else.
var innocent = strings.NewReplacer("tokeniz", "", "tokenis", "", "secretar", "")

// loudWords tell as a word of their own.
var loudWords = set("pwd", "pwds", "dbpwd", "userpwd", "mypwd", "rootpwd", "pw", "pws", "psw", "psd", "passw", "pword",
	"cred", "creds", "ak", "sk", "aksk", "passkey", "jsessionid", "phpsessid", "sessid", "sessionid", "masterauth")

// loudPhrases tell as words in a row.
var loudPhrases = []string{
	"_pass_word_", "_pass_wd_", "_pass_phrase_", "_pass_code_", "_access_id_", "_session_id_", "_pin_code_", "_auth_code_",
	"_authorization_code_", "_seed_phrase_", "_recovery_code_", "_recovery_codes_", "_backup_codes_", "_set_cookie_",
}

// loudEnds tell as the last word.
var loudEnds = set("auth", "authorization", "cookie", "cookies", "session", "salt", "dsn", "signature", "bearer", "jwt",
	"pat", "pin", "otp", "totp", "hmac", "pepper", "keytab")

// hintingEnds hint as the last word.
var hintingEnds = set("key", "keys", "code", "sid", "sig", "sign", "ticket", "assertion")

// queryNames tell as the whole name of a parameter of a URL.
var queryNames = set("sig", "sign", "sid", "ticket", "assertion", "pass", "auth")

// keyOwners stand before "key" where it opens something.
var keyOwners = set("access", "account", "admin", "aes", "api", "app", "auth", "authentication", "authorization", "bot",
	"captcha", "cipher", "client", "consumer", "crypt", "crypto", "cryptography", "decode", "decrypt", "decryption",
	"deploy", "des", "ecdsa", "ed", "enc", "encode", "encrypt", "encryption", "gpg", "hmac", "jwt", "kms", "license",
	"licence", "mac", "master", "mch", "merchant", "oauth", "openai", "pay", "pgp", "priv", "private", "root", "rsa",
	"sdk", "server", "service", "session", "shared", "sign", "signature", "signing", "sms", "ssh", "ssl", "stripe",
	"subscription", "symmetric", "tls", "vault", "wallet", "webhook", "wrap", "wrapping")

// tails stand behind the word that counts.
var tails = set("value", "val", "values", "text", "txt", "string", "str", "plain", "plaintext", "clear", "raw", "data",
	"b", "base", "hex", "enc", "encoded", "encrypted", "new", "old", "current", "previous", "prev", "next", "default",
	"prod", "production", "prd", "pro", "dev", "develop", "test", "testing", "stage", "staging", "stg", "uat", "qa",
	"pre", "gray", "primary", "secondary", "backup", "v", "a", "c", "x")

// noPass end in "pass" and are none.
var noPass = set("bypass", "compass", "encompass", "trespass", "surpass", "overpass", "underpass", "bandpass")

// passFollowers stand behind a pass that is none.
var passFollowers = set("through", "thru", "rate", "ratio", "count", "filter", "mark", "fail", "failed", "band")

// negations stand before the name of an option that takes no value; endings, at
// the end of one.
var (
	negations = set("no", "without", "ask", "prompt", "skip", "disable", "hide", "show", "print")
	endings   = set("stdin", "prompt", "enabled", "disabled")
)

// quantities are words of names whose value is a number of something.
var quantities = set("ttl", "count", "seconds", "second", "sec", "secs", "ms", "millis", "millisecond", "milliseconds",
	"minutes", "minute", "mins", "hours", "hour", "days", "day", "length", "len", "size", "limit", "max", "min", "maximum",
	"minimum", "timeout", "expire", "expires", "expiry", "expiration", "expired", "interval", "retry", "retries",
	"attempts", "lifetime", "duration", "validity", "age", "period", "rounds", "iterations", "cost", "port", "bits",
	"version", "budget", "window", "rate", "quota", "num", "total")

// digestWords are words of names whose value looks made at random and is no
// secret.
var digestWords = set("sha", "md", "digest", "checksum", "crc", "hash", "commit", "revision", "rev", "git", "etag", "build",
	"image", "trace", "span", "request", "id", "ids", "uuid", "guid", "version", "public", "pub", "cert", "certificate",
	"fingerprint", "thumbprint", "class", "handler", "topic", "queue", "group", "path", "dir", "file", "url")

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
