package rules

import "saejob/internal/severity"

var ossCredentialsInTemplate = Rule{
	Name:     "oss-credentials-in-template",
	Severity: severity.Warning,
	Summary:  "The template contains an OSS AccessKey.",
	Why:      "SAE shows the key to everybody who can read the template, and the key works from anywhere. When it changes, every template that contains it has to change.",
	Fix:      "Use the key of a RAM user who can only read and write these buckets, and suppress this finding with that reason. To do without a key, mount NAS instead, or let the program itself call OSS with a role: SAE's console asks for a key with each mount of OSS, and no page says that a mount works without one.",
	Source:   page + "#OssAkSecret",
	Security: true,
	Template: func(s *Subject) {
		for _, name := range []string{"OssAkSecret", "OssAkId"} {
			// plaintext-secret reports keys in plain text.
			if n := s.Find(name); n.AsText() != "" && !isPlaintext(n) {
				s.Say(At(name), "%s is set: everybody who can read the template in SAE can read this key", name)
				return // the two are one key
			}
		}
	},
}
