package rules

import (
	"saejob/internal/severity"
	"saejob/internal/text"
)

var referenceMissing = Rule{
	Name:     "reference-missing",
	Severity: severity.Warning,
	Summary:  "The template refers to one that is not there.",
	Why:      "Its ID is no template's any more: it was deleted, or made again, which gives it another ID. This is only found where all of a directory, or of a live namespace, is linted, and each of the namespace's templates has an AppId.",
	Fix:      "Name the template that is meant, or remove RefAppId. If it is there, but was not exported, export it, too.",
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
				say(f, At("RefAppId"), "RefAppId is %s, which is the AppId of none of the %d templates of %s",
					text.Quote(text.Short(f.RefAppID)), in[f.NamespaceID], text.Quote(text.Short(f.NamespaceID)))
			}
		}
	},
}
