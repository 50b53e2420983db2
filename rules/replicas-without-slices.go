package rules

import (
	"regexp"
	"slices"

	"saejob/internal/job"
	"saejob/internal/severity"
)

// divides matches the names of environment variables that say how instances share
// out their work without SAE's help.
var divides = regexp.MustCompile(`(?i)shard|slice|partition|queue|topic|mq|kafka|worker|broadcast`)

var replicasWithoutSlices = Rule{
	Name:     "replicas-without-slices",
	Severity: severity.Warning,
	Summary:  "A run has several instances, and the template gives none of them a part of the work.",
	Why:      "All instances get the same command and the same environment. SAE calls that broadcast, one of its models for jobs: each instance does the whole work. Where it is not meant, mails are sent twice and files overwrite each other. Slice is for sharding; how an instance learns its shard is not documented. This is not reported if the name of an environment variable mentions broadcast, shards, partitions, workers, a queue or a topic.",
	Fix:      "To share out the work, set Slice to true and list the shards in SliceEnvs, or set Replicas to 1. If broadcast is meant, or the instances divide the work in another way, suppress this finding with that reason.",
	Source:   "https://help.aliyun.com/zh/sae/serverless-app-engine-classic/user-guide/migrate-jobs-from-spring-cloud-task-to-sae",
	Template: func(s *Subject) {
		replicas, _ := s.Int("Replicas")
		slice := s.Find("Slice")
		if replicas < 2 || slice != nil && (slice.Kind != job.Bool || slice.Text == "true") ||
			slices.ContainsFunc(s.Items("Envs"), func(env Item) bool { return divides.MatchString(env.Text("name")) }) {
			return
		}
		s.Say(At("Replicas"), "Replicas is %d, but Slice is not true: each of the %[1]d instances does the whole work; is that meant?", replicas)
	},
}
