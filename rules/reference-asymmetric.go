package rules

import (
	"saejob/internal/severity"
	"saejob/internal/text"
)

var referenceAsymmetric = Rule{
	Name:     "reference-asymmetric",
	Severity: severity.Warning,
	Summary:  "Two templates disagree about whether one refers to the other.",
	Why:      "RefAppId and RefedAppIds are the two ends of a reference, and SAE returns both. If they differ, the two files were most likely exported at different times: one of them is stale, and other fields in it may be wrong too.",
	Fix:      "Export both again. If RefAppId was changed in the file but not yet in SAE, the next export after the change resolves this.",
	Source:   page + "#RefedAppIds",
	Templates: func(all []*Facts, say SayOf) {
		exported := map[string]*Facts{}
		lists := map[[2]string]bool{} // the AppIds of a template, and of one that it lists
		for _, f := range all {
			// What SAE makes is in no file that was written by hand.
			if f.AppID != "" && f.RegionID != "" {
				exported[f.AppID] = f
			}
		}
		for _, f := range exported {
			for _, id := range f.RefedAppIDs {
				lists[[2]string{f.AppID, id}] = true
			}
		}
		for _, f := range all {
			if f.AppID == "" || f.RegionID == "" {
				continue
			}
			if to := exported[f.RefAppID]; to != nil && f.RefAppID != f.AppID && !lists[[2]string{to.AppID, f.AppID}] {
				say(f, At("RefAppId"), "RefAppId is %s, but RefedAppIds in %s does not list this template's AppId", text.Quote(text.Short(f.RefAppID)), text.Quote(text.Short(to.File)))
			}
			for i, id := range f.RefedAppIDs {
				if from := exported[id]; from != nil && id != f.AppID && from.RefAppID != f.AppID {
					say(f, At("RefedAppIds").Item(i), "RefedAppIds lists %s, but %s does not refer to this template", text.Quote(text.Short(id)), text.Quote(text.Short(from.File)))
				}
			}
		}
	},
}
