package secret

// keyForms are keys in formats of their own.
var keyForms = []form{
	// Redis' access list: user x on >secret
	{needs: []string{"user ", ">"}, pattern: lazy(`(?i)\buser\s+\S+\s[^\n>]*[\s]>(\S+)`)},
	// PuTTY's private key
	{needs: []string{"private-lines"}, pattern: lazy(`Private-Lines:[ \t]*[0-9]+\s+((?:[A-Za-z0-9+/]+={0,2}(?:\\n|\s|$))+)`)},
	// JSON Web Key
	{needs: []string{`"kty"`}, pattern: lazy(`"(?:d|k|p|q|dp|dq|qi)"\s*:\s*"([^"\\]+)"`)},
	// Java's key store in base64
	{needs: []string{"/u3+7qaaaa"}, pattern: lazy(`(/u3\+7QAAAA[A-Za-z0-9+/]{6,}={0,2})`)},
	// PayPal
	{needs: []string{"access_token$"}, pattern: lazy(`(access_token\$(?:production|sandbox)\$[0-9a-z]+\$[0-9a-f]{32})`)},
}
