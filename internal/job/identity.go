package job

// Identity is what identifies a template. These four fields are named here
// and nowhere else: pairing, placing and reports need them.
type Identity struct {
	AppID       string
	Name        string // AppName
	RegionID    string
	NamespaceID string // as the API has it: cn-beijing:test, or cn-beijing for the region's own
}

// Identity returns the template's identity; what is absent or no text is empty.
func (t *Template) Identity() Identity {
	return Identity{
		AppID:       t.Root.At("AppId").AsText(),
		Name:        t.Root.At("AppName").AsText(),
		RegionID:    t.Root.At("RegionId").AsText(),
		NamespaceID: t.Root.At("NamespaceId").AsText(),
	}
}
