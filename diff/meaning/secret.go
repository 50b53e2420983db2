package meaning

import (
	"saejob/internal/plan"
	"saejob/internal/severity"
)

var secretChanged = ID{"secret-changed", severity.Error,
	"Only a secret changed. The program no longer has the old one, and the new one must be valid where it is used."}

// secret: the values do not show what changed.
var secret = Meaning{
	Name: "secret",
	IDs:  []*ID{&secretChanged},
	Say: func(c *Change) Said {
		switch c.Secret {
		case OnlySecret:
			if c.ByServer || c.Field != nil && c.Field.Secret == plan.SecretWhole {
				return Said{Text: "the secret changed"} // the schema's name says more
			}
			return Said{&secretChanged, "the secret changed"}
		case SecretToo:
			return Said{Text: "a secret in it changed"}
		}
		return Said{}
	},
}
