package job

// Identity says which template a template is. These four fields are named here
// and nowhere else: pairing, placing and reports need them.
type Identity struct {
	AppID       string
	Name        string // AppName
	RegionID    string
	NamespaceID string // as the API has it: cn-beijing:test, or cn-beijing for the region's own
}

// Identity gives the template's identity; what is absent or no text is empty.
func (t *Template) Identity() Identity {
	text := func(key string) string {
		if e := t.Root.Member(key); e != nil && e.Value.Kind == String {
			return e.Value.Text
		}
		return ""
	}
	return Identity{
		AppID:       text("AppId"),
		Name:        text("AppName"),
		RegionID:    text("RegionId"),
		NamespaceID: text("NamespaceId"),
	}
}
