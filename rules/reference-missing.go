package rules

import (
	"saejob/internal/severity"
	"saejob/internal/text"
)

var referenceMissing = Rule{
	Name:     "reference-missing",
	Severity: severity.Warning,
	Summary:  "The template refers to a template that does not exist.",
	Why:      "No template has this AppId: the template was deleted, or deleted and created again, which gives it a new AppId. The page calls RefAppId the ID of the referenced template; what SAE does with it is not documented. This is found only if a whole directory or a whole live namespace is linted, and each template of the namespace has an AppId.",
	Fix:      "Set RefAppId to the right template, or remove it. If the template exists but was not exported, export it too.",
	Source:   page + "#RefAppId",
	Templates: func(all []*Facts, say SayOf) {
		known, in, unsure := map[string]bool{}, map[string]int{}, map[string]bool{}
		for _, f := range all {
			known[f.AppID] = true
			in[f.NamespaceID]++
			unsure[f.NamespaceID] = unsure[f.NamespaceID] || f.AppID == ""
		}
		for _, f := range all {
			if f.RefAppID != "" && !known[f.RefAppID] && f.Whole && in[f.NamespaceID] > 1 && !unsure[f.NamespaceID] && !unsure[""] {
				say(f, At("RefAppId"), "RefAppId is %s, but none of the %d templates of %s has that AppId",
					text.Quote(text.Short(f.RefAppID)), in[f.NamespaceID], text.Quote(text.Short(f.NamespaceID)))
			}
		}
	},
}
