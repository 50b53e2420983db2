package secret

import (
	"regexp"
	"strings"
)

// What sentences call a secret, and how they go on to it.
const (
	secretNoun = `(?:pass(?:word|wd|phrase|code)|secret(?: key)?|(?:api|auth|access)[ _-]?(?:key|token)(?:[ _-]?(?:secret|id))?|token|psk|pwd?|` +
		`passwort|kennwort|zugangscode|mot de passe|mdp|contrase(?:ñ|n)a|clave|senha|parola|wachtwoord|has[łl]o|heslo|l(?:ö|o)senord|passord|salasana|jelsz[óo]|[şs]ifre|kata sandi|m(?:ậ|a)t kh(?:ẩ|a)u|пароль|токен|ключ)`
	secretSign = `(?:密码|口令|密钥|秘钥|密匙|令牌|授权码|私钥|密碼|金鑰|パスワード|暗証番号|トークン|비밀번호|암호|토큰)`
	copula     = `(?:(?: now)?\s+(?:(?:is|are|was|ist|lautet|est|es|jest|je|er|olarak|it's)\b|é|è|är|là)(?: now\b| changed to\b| set to\b)?|\s+(?:was|has been|got) (?:changed|set|reset) to\b|\s+for\s+\S+\s+(?:is\b|--)|\s+to\b|\s*(?:->|→|⇒|--|—|–|是|为|改为|改成))\s*`
	signCopula = `(?:是|为|改为|改成|已改为|设为|は|が|는|은|→|->)`
	// proseValue is a word, in quotes or not.
	proseValue = `[\s:："'“「『‘` + "`" + `]*([^\s"'“”「」『』’` + "`" + `=，。；、,;]+)`
)

// proseForms are sentences that give a secret without a sign. They are looked for in
// small letters and capitals.
var proseForms = []form{
	// the token is secret1
	{needs: []string{" "}, words: secretNouns, pattern: lazy(`(?i)(?:^|[^\pL\pN_-])` + secretNoun + copula + proseValue), keep: looksLikePassword},
	// use the token secret1, but get the secret orders1
	{needs: []string{" "}, words: secretNouns, pattern: lazy(`(?i)(?:^|[^\pL\pN_-])` + secretNoun + `\s+["'` + "`" + `]?([^\s"'=:,;` + "`" + `]+)`), keep: hasDigitInside, not: endsInSecret},
	// the token of bob: secret1, secret (for tests): secret1
	{needs: []string{":"}, words: secretNouns, pattern: lazy(`(?i)(?:^|[^\pL\pN_-])` + secretNoun + `(?:(?: +\pL+){1,3}| *\([^()\n]{1,40}\)) ?: ?([^\s"'=:,;]+)`), keep: hasDigitInside},
	// 密码是Secret1
	{words: secretSigns, pattern: lazy(secretSign + `\s?` + signCopula + proseValue), keep: looksLikePassword},
	// 密码 Secret1
	{words: secretSigns, pattern: lazy(secretSign + `\s*[“「]?([A-Za-z][^\s"'”」，。；、]{3,})`), keep: hasDigitInside},
	// PIN 4711
	{needs: []string{"pin "}, pattern: lazy(`\bPIN (?:code )?(?:is )?(\S*[0-9]{4}\S*)`)},
	// root / R00t-1
	{needs: []string{"/"}, words: loginUsers, pattern: lazy(`(?i)(?:^|[\s(:：，])(?:root|admin|administrator|sa|sys|system|postgres|guest)\s*/\s*(?:password\s*|密码\s*)?([^\s"',;/)，；]+)`), keep: looksMixed},
	// root:secret1
	{needs: []string{":"}, words: loginUsers, pattern: lazy(`(?i)(?:^|[\s(:：，])(?:root|admin|administrator|sa|sys|system|postgres|guest):([^\s"',;)@/，；]+)`), keep: hasDigitInside},
	// credentials bob:secret1
	{needs: []string{"cred"}, pattern: lazy(`(?i)\bcred(?:ential)?s?\b[^\n]{0,24}?[^\w/][A-Za-z][\w.-]*\s*[/:]\s*([^\s"',;)@/，；]+)`), keep: hasDigitInside},
	// login bob / Secret1
	{words: []string{"login", "log in", "账号", "用户名", "账户"}, pattern: lazy(`(?i)(?:\blog(?:in| in)\b|账号|账户|用户名)[^\n]{0,24}?[^\w/][A-Za-z][\w.-]*\s*[/:]\s*(?:密码\s*|password\s*)?([^\s"',;)@/，；]+)`), keep: looksMixed},
}

// endsInSecret is where secret is what is named, not what is told.
var endsInSecret = lazy(`(?i)\bsecrets?\s+["']?$`)

// secretNouns, loginUsers and secretSigns: one of them is in every text that has a noun
// or a user of the forms above.
var (
	secretNouns = []string{"pass", "secret", "key", "token", "psk", "pw", "kennwort", "zugangscode", "mdp", "contrase", "clave", "senha", "parola", "wachtwoord",
		"haslo", "hasło", "heslo", "senord", "salasana", "jelsz", "ifre", "sandi", "kh", "пароль", "токен", "ключ"}
	loginUsers  = []string{"root", "admin", "sa:", "sa/", "sa /", "sys", "postgres", "guest"}
	secretSigns = []string{"密", "口令", "秘钥", "令牌", "授权码", "私钥", "金鑰", "パスワード", "暗証番号", "トークン", "비밀번호", "암호", "토큰"}
)

// algorithm is a word with digits that is no password.
var algorithm = regexp.MustCompile(`^(?i:sha-?[0-9]+|md5|base64|aes-?[0-9]*(?:-[a-z]+)?|rsa-?[0-9]*|bcrypt|argon2\w*|scrypt|pbkdf2|[hre]s[0-9]{3}|oauth2?|v[0-9][0-9.]*|utf-?8|http2?|k8s|log4j2?|s3|ipv[46]|x509|totp|fa2|2fa|sm[234])$`)

// hasDigitInside reports whether a word in a sentence is no word of a language: it
// has digits behind letters.
func hasDigitInside(value string) bool {
	value = strings.TrimRight(value, ".,;:!?)")
	letters := strings.TrimFunc(value, func(c rune) bool { return c < 'A' })
	return !algorithm.MatchString(value) && len(value) > 4 && letters != "" && strings.ContainsAny(value[1:], "0123456789") && value[0] >= 'A' && !isLongOption(value) &&
		!site.MatchString(value) && !reference.MatchString(value)
}

// isLongOption reports whether a word is a file, a version or a path.
func isLongOption(value string) bool {
	return strings.ContainsAny(value, "/<>{}()[]\\") || value[0] == '-'
}

// plainWords are words of a language, also with hyphens: case-sensitive, KMS-managed.
var plainWords = regexp.MustCompile(`^(?:[a-z]+|[A-Z]+)(?:[-_/'’](?:[A-Za-z]?[a-z]+|[A-Z]+))*$`)

// looksLikePassword reports whether a word in a sentence is a password: it has
// digits, signs or capitals in it.
func looksLikePassword(value string) bool {
	value = strings.TrimRight(value, ".,;:!?)")
	return len(value) > 3 && strings.IndexFunc(value[1:], func(c rune) bool { return c < 'a' || c > 'z' && c < 0x80 }) >= 0 &&
		!reference.MatchString(value) && !algorithm.MatchString(value) && !plainWords.MatchString(value) && !site.MatchString(value)
}

// looksMixed reports whether a word behind a user is a password: besides small letters
// and digits it has capitals or signs.
func looksMixed(value string) bool {
	return hasDigitInside(value) && strings.IndexFunc(value, func(c rune) bool { return !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9') }) >= 0
}
