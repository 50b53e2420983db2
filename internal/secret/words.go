package secret

import "slices"

// word is a word of names: where in a name it counts, and how strongly it says
// there that the value is a secret. The places and the signals are in lexicon.go.
type word struct {
	text  string
	where place
	says  signal
}

// words is all that is known of names. A new word is a row in one of the tables;
// [arrange] makes of the rows whatever names are looked up in.
var words = slices.Concat(wordsOfEnglish, wordsOfLanguages, wordsOfKeys)

// wordsOfEnglish are the words in English, and what takes them back.
var wordsOfEnglish = []word{
	{"password", anywhere, strong}, {"passwd", anywhere, strong}, {"passphrase", anywhere, strong}, {"passcode", anywhere, strong},
	{"passwort", anywhere, strong}, {"pswd", anywhere, strong}, {"secret", anywhere, strong}, {"credential", anywhere, strong},
	{"token", anywhere, strong}, {"accesskey", anywhere, strong}, {"accessid", anywhere, strong}, {"apikey", anywhere, strong},
	{"privatekey", anywhere, strong}, {"signingkey", anywhere, strong}, {"signkey", anywhere, strong}, {"encryptionkey", anywhere, strong},
	{"encryptkey", anywhere, strong}, {"encryptedkey", anywhere, strong}, {"decryptionkey", anywhere, strong}, {"decryptkey", anywhere, strong},
	{"masterkey", anywhere, strong}, {"authkey", anywhere, strong}, {"requirepass", anywhere, strong}, {"mnemonic", anywhere, strong},
	// As people mistype it, and phrases.
	{"passwrd", anywhere, strong}, {"pasword", anywhere, strong}, {"passwrod", anywhere, strong}, {"secert", anywhere, strong},
	{"psk", asWord, strong}, {"totp seed", asPhrase, strong}, {"keystore base", asPhrase, strong}, {"pkcs base", asPhrase, strong},
	{"auth identity value", asPhrase, strong}, {"passowrd", anywhere, strong}, {"paswd", anywhere, strong}, {"pssword", anywhere, strong},
	{"sercet", anywhere, strong}, {"secrect", anywhere, strong}, {"seceret", anywhere, strong}, {"authcode", asWord, strong},
	{"factor seed", asPhrase, strong}, {"sonar login", asPhrase, strong}, {"mfa seed", asPhrase, strong}, {"otp seed", asPhrase, strong}, {"basicauth", asLast, strong},
	// What holds one of these and means something else.
	{"tokeniz", anywhere, none}, {"tokenis", anywhere, none}, {"secretar", anywhere, none},

	{"pwds", asWord, strong}, {"pws", asWord, strong}, {"psw", asWord, strong}, {"psd", asWord, strong},
	{"passw", asWord, strong}, {"pword", asWord, strong}, {"cred", asWord, strong}, {"creds", asWord, strong}, {"ak", asWord, strong},
	{"sk", asWord, strong}, {"aksk", asWord, strong}, {"passkey", asWord, strong}, {"jsessionid", asWord, strong},
	{"phpsessid", asWord, strong}, {"sessid", asWord, strong}, {"sessionid", asWord, strong}, {"masterauth", asWord, strong},
	{"access id", asPhrase, strong}, {"session id", asPhrase, strong}, {"pin code", asPhrase, strong}, {"auth code", asPhrase, strong},
	{"authorization code", asPhrase, strong}, {"seed phrase", asPhrase, strong}, {"recovery code", asPhrase, strong},
	{"recovery codes", asPhrase, strong}, {"backup codes", asPhrase, strong}, {"set cookie", asPhrase, strong},

	{"auth", asLast, strong}, {"authorization", asLast, strong}, {"cookie", asLast, strong}, {"cookies", asLast, strong},
	{"session", asLast, strong}, {"salt", asLast, strong}, {"dsn", asLast, strong}, {"signature", asLast, strong}, {"bearer", asLast, strong},
	{"jwt", asLast, strong}, {"pat", asLast, strong}, {"pin", asLast, strong}, {"otp", asLast, strong}, {"totp", asLast, strong},
	{"hmac", asLast, strong}, {"pepper", asLast, strong}, {"keytab", asLast, strong},
	{"key", asLast, weak}, {"keys", asLast, weak}, {"code", asLast, weak}, {"sid", asLast, weak}, {"sig", asLast, weak},
	{"sign", asLast, weak}, {"ticket", asLast, weak}, {"seed", asLast, weak}, {"assertion", asLast, weak},
	{"public", besideWeak, none}, {"pub", besideWeak, none},

	// Short for password: DB_PASS, but not BYPASS and PASS_THROUGH.
	{"pass", asEnding, strong}, {"pwd", asEnding, strong}, {"pw", asEnding, strong},
	{"bypass", asWord, none}, {"compass", asWord, none}, {"encompass", asWord, none}, {"trespass", asWord, none}, {"surpass", asWord, none},
	{"overpass", asWord, none}, {"underpass", asWord, none}, {"bandpass", asWord, none},
	{"through", afterEnding, none}, {"thru", afterEnding, none}, {"rate", afterEnding, none}, {"ratio", afterEnding, none},
	{"count", afterEnding, none}, {"filter", afterEnding, none}, {"mark", afterEnding, none}, {"fail", afterEnding, none},
	{"failed", afterEnding, none}, {"band", afterEnding, none},

	{"sig", asParameter, strong}, {"sign", asParameter, strong}, {"sid", asParameter, strong}, {"ticket", asParameter, strong},
	{"assertion", asParameter, strong},
	// Of other names in small letters, the next item of a list is as often a command.
	{"password", beforeItem, strong}, {"passwd", beforeItem, strong}, {"passphrase", beforeItem, strong},
	{"requirepass", beforeItem, strong}, {"masterauth", beforeItem, strong}, {"pwd", beforeItem, strong},

	// API_AUTH_OLD is an AUTH.
	{"value", asSuffix, none}, {"val", asSuffix, none}, {"values", asSuffix, none}, {"text", asSuffix, none}, {"txt", asSuffix, none},
	{"string", asSuffix, none}, {"str", asSuffix, none}, {"plain", asSuffix, none}, {"plaintext", asSuffix, none}, {"clear", asSuffix, none},
	{"raw", asSuffix, none}, {"data", asSuffix, none}, {"b", asSuffix, none}, {"base", asSuffix, none}, {"hex", asSuffix, none},
	{"enc", asSuffix, none}, {"encoded", asSuffix, none}, {"encrypted", asSuffix, none}, {"new", asSuffix, none}, {"old", asSuffix, none},
	{"current", asSuffix, none}, {"previous", asSuffix, none}, {"prev", asSuffix, none}, {"next", asSuffix, none},
	{"default", asSuffix, none}, {"prod", asSuffix, none}, {"production", asSuffix, none}, {"prd", asSuffix, none}, {"pro", asSuffix, none},
	{"dev", asSuffix, none}, {"develop", asSuffix, none}, {"test", asSuffix, none}, {"testing", asSuffix, none}, {"stage", asSuffix, none},
	{"staging", asSuffix, none}, {"stg", asSuffix, none}, {"uat", asSuffix, none}, {"qa", asSuffix, none}, {"pre", asSuffix, none},
	{"gray", asSuffix, none}, {"primary", asSuffix, none}, {"secondary", asSuffix, none}, {"backup", asSuffix, none}, {"v", asSuffix, none},
	{"a", asSuffix, none}, {"c", asSuffix, none}, {"x", asSuffix, none},

	// Options that take no value: --no-password, --password-stdin.
	{"no", startsOption, none}, {"without", startsOption, none}, {"ask", startsOption, none}, {"prompt", startsOption, none},
	{"skip", startsOption, none}, {"disable", startsOption, none}, {"hide", startsOption, none}, {"show", startsOption, none},
	{"print", startsOption, none},
	{"stdin", endsOption, none}, {"prompt", endsOption, none}, {"enabled", endsOption, none}, {"disabled", endsOption, none},

	// Where the value is a number of something: TOKEN_TTL=3600.
	{"ttl", besideNumber, none}, {"count", besideNumber, none}, {"seconds", besideNumber, none}, {"second", besideNumber, none},
	{"sec", besideNumber, none}, {"secs", besideNumber, none}, {"ms", besideNumber, none}, {"millis", besideNumber, none},
	{"millisecond", besideNumber, none}, {"milliseconds", besideNumber, none}, {"minutes", besideNumber, none},
	{"minute", besideNumber, none}, {"mins", besideNumber, none}, {"hours", besideNumber, none}, {"hour", besideNumber, none},
	{"days", besideNumber, none}, {"day", besideNumber, none}, {"length", besideNumber, none}, {"len", besideNumber, none},
	{"size", besideNumber, none}, {"limit", besideNumber, none}, {"max", besideNumber, none}, {"min", besideNumber, none},
	{"maximum", besideNumber, none}, {"minimum", besideNumber, none}, {"timeout", besideNumber, none}, {"expire", besideNumber, none},
	{"expires", besideNumber, none}, {"expiry", besideNumber, none}, {"expiration", besideNumber, none}, {"expired", besideNumber, none},
	{"interval", besideNumber, none}, {"before", besideNumber, none}, {"after", besideNumber, none}, {"every", besideNumber, none}, {"delay", besideNumber, none},
	{"skew", besideNumber, none}, {"leeway", besideNumber, none}, {"grace", besideNumber, none}, {"offset", besideNumber, none}, {"frequency", besideNumber, none}, {"retry", besideNumber, none}, {"retries", besideNumber, none}, {"attempts", besideNumber, none},
	{"duration", besideNumber, none}, {"validity", besideNumber, none}, {"age", besideNumber, none},
	{"period", besideNumber, none}, {"rounds", besideNumber, none}, {"iterations", besideNumber, none}, {"cost", besideNumber, none},
	{"port", besideNumber, none}, {"bits", besideNumber, none}, {"budget", besideNumber, none},
	{"window", besideNumber, none}, {"rate", besideNumber, none}, {"quota", besideNumber, none}, {"num", besideNumber, none},
	{"total", besideNumber, none},

	// Where the value is the path of a file: PASSWORD_FILE=/run/x. PWD is where a shell is.
	{"file", besidePath, none}, {"path", besidePath, none}, {"dir", besidePath, none}, {"directory", besidePath, none},
	{"folder", besidePath, none},
	{"pwd", aloneBesidePath, none}, {"oldpwd", aloneBesidePath, none},

	// Numbers of tokens.
	{"tokens", besideNumber, none},

	// Where the value is a word, a number, a duration or a URL: SECRET_NAME=orders.
	{"name", besideLabel, none}, {"id", besideLabel, none}, {"ref", besideLabel, none}, {"url", besideLabel, none},
	{"uri", besideLabel, none}, {"endpoint", besideLabel, none}, {"region", besideLabel, none}, {"policy", besideLabel, none},
	{"encoder", besideLabel, none}, {"header", besideLabel, none}, {"provider", besideLabel, none}, {"alias", besideLabel, none},
	{"type", besideLabel, none}, {"lifetime", besideLabel, none}, {"threshold", besideLabel, none}, {"issuer", besideLabel, none},
	{"audience", besideLabel, none}, {"algorithm", besideLabel, none}, {"backend", besideLabel, none}, {"kind", besideLabel, none},
	{"store", besideLabel, none}, {"manager", besideLabel, none}, {"host", besideLabel, none}, {"namespace", besideLabel, none},
	{"version", besideLabel, none}, {"helper", besideLabel, none}, {"format", besideLabel, none}, {"engine", besideLabel, none},
	{"rule", besideLabel, none}, {"label", besideLabel, none}, {"tier", besideLabel, none}, {"owner", besideLabel, none},
	{"mode", besideLabel, none}, {"method", besideLabel, none}, {"domain", besideLabel, none}, {"service", besideLabel, none},
	{"prefix", besideLabel, none}, {"suffix", besideLabel, none}, {"column", besideLabel, none}, {"field", besideLabel, none},
	{"encoding", besideLabel, none}, {"complexity", besideLabel, none}, {"hasher", besideLabel, none}, {"history", besideLabel, none},
	{"rotation", besideLabel, none}, {"stage", besideLabel, none}, {"source", besideLabel, none}, {"scope", besideLabel, none},
	{"scopes", besideLabel, none}, {"strategy", besideLabel, none}, {"validator", besideLabel, none}, {"checker", besideLabel, none},
	{"generator", besideLabel, none}, {"handler", besideLabel, none}, {"driver", besideLabel, none}, {"adapter", besideLabel, none},
	{"protocol", besideLabel, none}, {"realm", besideLabel, none}, {"claim", besideLabel, none}, {"claims", besideLabel, none},
	{"subject", besideLabel, none}, {"scan", besideLabel, none}, {"charset", besideLabel, none}, {"template", besideLabel, none},
	{"page", besideLabel, none}, {"link", besideLabel, none}, {"screen", besideLabel, none}, {"comment", besideLabel, none},
	{"status", besideLabel, none}, {"state", besideLabel, none}, {"level", besideLabel, none}, {"strength", besideLabel, none},
	{"flow", besideLabel, none}, {"grant", besideLabel, none}, {"action", besideLabel, none}, {"mechanism", besideLabel, none},
	{"plugin", besideLabel, none}, {"module", besideLabel, none}, {"repo", besideLabel, none}, {"repository", besideLabel, none},
	{"bucket", besideLabel, none}, {"topic", besideLabel, none}, {"queue", besideLabel, none}, {"role", besideLabel, none},
	{"profile", besideLabel, none}, {"environment", besideLabel, none}, {"cluster", besideLabel, none}, {"location", besideLabel, none},
	{"mount", besideLabel, none}, {"user", besideLabel, none}, {"username", besideLabel, none}, {"account", besideLabel, none}, {"property", besideLabel, none}, {"class", besideLabel, none}, {"server", besideLabel, none}, {"group", besideLabel, none},
	{"table", besideLabel, none}, {"index", besideLabel, none}, {"usage", besideLabel, none}, {"view", besideLabel, none},
	{"dsn", besideLabel, none}, {"desc", besideLabel, none},

	// Where the value looks random and is a digest, an id or a name.
	{"sha", besideRandom, none}, {"md", besideRandom, none}, {"digest", besideRandom, none}, {"checksum", besideRandom, none},
	{"crc", besideRandom, none}, {"hash", besideRandom, none}, {"commit", besideRandom, none}, {"revision", besideRandom, none},
	{"rev", besideRandom, none}, {"git", besideRandom, none}, {"etag", besideRandom, none}, {"build", besideRandom, none},
	{"image", besideRandom, none}, {"trace", besideRandom, none}, {"span", besideRandom, none}, {"request", besideRandom, none},
	{"id", besideRandom, none}, {"ids", besideRandom, none}, {"uuid", besideRandom, none}, {"guid", besideRandom, none},
	{"version", besideRandom, none}, {"public", besideRandom, none}, {"pub", besideRandom, none}, {"cert", besideRandom, none},
	{"certificate", besideRandom, none}, {"fingerprint", besideRandom, none}, {"thumbprint", besideRandom, none},
	{"class", besideRandom, none}, {"handler", besideRandom, none}, {"topic", besideRandom, none}, {"queue", besideRandom, none},
	{"group", besideRandom, none}, {"path", besideRandom, none}, {"dir", besideRandom, none}, {"file", besideRandom, none},
	{"url", besideRandom, none}, {"sri", besideRandom, none}, {"layer", besideRandom, none},
}
