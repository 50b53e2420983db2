package secret

import (
	"encoding/base64"
	"regexp"
	"strings"
)

var (
	keyBegin = regexp.MustCompile(`(?i)-{4,5} ?BEGIN [A-Z0-9 ]*(?:PRIVATE|OpenVPN Static|SECRET)[A-Z0-9 ]*-{4,5}`)
	keyEnd   = regexp.MustCompile(`(?i)-{4,5} ?END [A-Z0-9 ]*-{4,5}`)
)

// privateKeys finds private keys in PEM form, also where line breaks are written
// as \n, where the end is missing, and in base64.
func privateKeys(text string) []span {
	found := encodedKeys(text)
	if !strings.Contains(text, "----") {
		return found
	}
	for at := 0; ; {
		begin := keyBegin.FindStringIndex(text[at:])
		if begin == nil {
			return found
		}
		s := span{at + begin[0], len(text)}
		if end := keyEnd.FindStringIndex(text[at+begin[1]:]); end != nil {
			s.end = at + begin[1] + end[1]
		}
		found = append(found, s)
		at = s.end
	}
}

// encodedBegin is how every PEM block begins in base64.
const encodedBegin = "LS0tLS1CRUdJTi"

// encodedKeys finds private keys in PEM form in base64.
func encodedKeys(text string) []span {
	var found []span
	for i := 0; ; {
		n := strings.Index(text[i:], encodedBegin)
		if n < 0 {
			return found
		}
		start := i + n
		i = start
		for i < len(text) && (isAlphanumeric(text[i]) || strings.IndexByte("+/=-_", text[i]) >= 0) {
			i++
		}
		head := text[start : start+(min(i-start, 80)/4)*4]
		if plain, err := base64.StdEncoding.DecodeString(head); err != nil || strings.Contains(string(plain), "PRIVATE") {
			found = append(found, span{start, i})
		}
	}
}

// isEncodedKey reports whether base64 begins as a private key, or a key store of
// PKCS #12, begins in DER: a sequence that starts with its version. Certificates
// and public keys start with another sequence.
func isEncodedKey(value string) bool {
	head, err := base64.RawStdEncoding.DecodeString(value[:16])
	if err != nil || head[0] != 0x30 {
		return false
	}
	body := head[2:]
	if head[1]&0x80 != 0 {
		body = head[min(len(head), 2+int(head[1]&0x7f)):]
	}
	return len(body) > 2 && body[0] == 0x02 && body[1] == 0x01 && body[2] <= 3
}
