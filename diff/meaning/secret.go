package meaning

import (
	"saejob/internal/plan"
	"saejob/internal/severity"
)

var secretChanged = ID{"secret-changed", severity.Error,
	"A secret is another one, and nothing beside it changed. What the old one opened stays shut, and the new one has to be known on the other side."}

// secret: what changed cannot be seen.
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
