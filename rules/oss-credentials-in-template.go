package rules

import "saejob/internal/severity"

var ossCredentialsInTemplate = Rule{
	Name:     "oss-credentials-in-template",
	Severity: severity.Warning,
	Summary:  "The template holds an AccessKey for OSS.",
	Why:      "SAE gives the key to everybody who may read the template, and it works wherever they are. It has to be changed in every template when it is changed.",
	Fix:      "Remove it where the program can read the bucket itself, with a role, or NAS would do. Else take the key of a RAM user who may do nothing but read and write these buckets, and accept this with the reason.",
	Source:   page + "#OssAkSecret",
	Security: true,
	Template: func(s *Subject) {
		for _, name := range []string{"OssAkSecret", "OssAkId"} {
			// Of one in plain text, plaintext-secret speaks.
			if n := s.Find(name); n.AsText() != "" && !isPlaintext(n) {
				s.Say(At(name), "%s is set: whoever may read the template in SAE can read this key", name)
				return // the two are one key
			}
		}
	},
}
