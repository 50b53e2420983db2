package rules

import (
	"saejob/internal/job"
	"saejob/internal/severity"
)

var sliceCountMismatch = Rule{
	Name:     "slice-count-mismatch",
	Severity: severity.Warning,
	Summary:  "The number of shards differs from the number of instances.",
	Why:      "Each instance works on one shard. With fewer instances than shards, some shards are not processed; with more, some instances have no work or repeat work of another.",
	Fix:      "List as many shards in SliceEnvs as there are Replicas.",
	Source:   page + "#SliceEnvs",
	Template: func(s *Subject) {
		shards := s.Find("SliceEnvs")
		replicas, ok := s.Int("Replicas")
		if !ok || !s.IsTrue("Slice") || !s.Has("SliceEnvs") || shards.Kind != job.List {
			return
		}
		if n := int64(len(shards.Entries)); n != replicas {
			s.Say(At("SliceEnvs"), "SliceEnvs lists %d shards, but Replicas is %d; list one shard for each instance", n, replicas)
		}
	},
}
