package rules

import (
	"saejob/internal/job"
	"saejob/internal/severity"
)

var sliceCountMismatch = Rule{
	Name:     "slice-count-mismatch",
	Severity: severity.Warning,
	Summary:  "The number of shards differs from the number of instances.",
	Why:      "In the only example, CreateJob's, Replicas is 3 beside the shards 0, 1 and 2: it seems that each instance works on one shard. Then, with fewer instances than shards, some shards are not processed; with more, some instances have no work. No page states the rule.",
	Fix:      "List as many shards in SliceEnvs as there are Replicas.",
	Source:   createPage + "#SliceEnvs",
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
