package meaning

// elsewhere: a value that UpdateJob does not set.
var elsewhere = Meaning{
	Name: "elsewhere",
	Say: func(c *Change) Said {
		switch {
		case c.ByServer && c.isAt("AppId") && c.Before != nil && c.After != nil:
			// That the template was recreated is said already.
		case c.ByServer:
			return Said{Text: "set by SAE"}
		case c.Elsewhere != "":
			return Said{Text: c.Elsewhere + " sets it, not UpdateJob"}
		}
		return Said{}
	},
}
