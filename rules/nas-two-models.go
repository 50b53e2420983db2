package rules

import "saejob/internal/severity"

var nasTwoModels = Rule{
	Name:     "nas-two-models",
	Severity: severity.Warning,
	Summary:  "NAS is mounted in both the old and the new way.",
	Why:      "NasConfigs replaces NasId, MountHost and MountDesc. SAE does not document what happens when both are set.",
	Fix:      "Put all mounts in NasConfigs, and remove NasId, MountHost and MountDesc.",
	Source:   page + "#NasConfigs",
	Template: func(s *Subject) {
		if len(s.Items("NasConfigs")) == 0 {
			return
		}
		for _, old := range []string{"NasId", "MountHost", "MountDesc"} {
			if s.Text(old) != "" || len(s.Items(old)) > 0 {
				s.SayKey(At(old), "%s is the old way to mount NAS and NasConfigs the new one; keep only NasConfigs", old)
				return // one mistake, whichever of the three are there
			}
		}
	},
}
