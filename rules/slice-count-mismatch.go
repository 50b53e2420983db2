package rules

import (
	"saejob/internal/job"
	"saejob/internal/severity"
)

var sliceCountMismatch = Rule{
	Name:     "slice-count-mismatch",
	Severity: severity.Warning,
	Summary:  "A run has more shards than instances, or fewer.",
	Why:      "An instance works on one shard. With fewer instances some shards are left out, with more some instances have nothing to do, or do again what another does.",
	Fix:      "List one shard in SliceEnvs for each of the Replicas.",
	Source:   page + "#SliceEnvs",
	Template: func(s *Subject) {
		shards := s.Find("SliceEnvs")
		replicas, ok := s.Int("Replicas")
		if !ok || !s.IsTrue("Slice") || !s.Has("SliceEnvs") || shards.Kind != job.List {
			return
		}
		if n := int64(len(shards.Entries)); n != replicas {
			s.Say(At("SliceEnvs"), "the number of shards in SliceEnvs is %d, but Replicas is %d; list one shard for each instance", n, replicas)
		}
	},
}
