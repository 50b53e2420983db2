package rules

import "saejob/internal/severity"

var nasTwoModels = Rule{
	Name:     "nas-two-models",
	Severity: severity.Warning,
	Summary:  "NAS is mounted in the old way and in the new one.",
	Why:      "NasConfigs took the place of NasId, MountHost and MountDesc. Nothing says what SAE does with both, so what is mounted is a guess.",
	Fix:      "Say all of it in NasConfigs, and remove NasId, MountHost and MountDesc.",
	Source:   page + "#NasConfigs",
	Template: func(s *Subject) {
		if len(s.Items("NasConfigs")) == 0 {
			return
		}
		for _, old := range []string{"NasId", "MountHost", "MountDesc"} {
			if s.Text(old) != "" || len(s.Items(old)) > 0 {
				s.SayKey(At(old), "%s is the old way to mount NAS, and NasConfigs the new one; keep NasConfigs", old)
				return // one mistake, whichever of the three are there
			}
		}
	},
}
