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
	Summary:  "A run has several instances, and they cannot tell which part of the work is theirs.",
	Why:      "All instances get the same command and the same environment, so each does the whole work: mails are sent twice, files overwrite each other. With Slice, each instance learns which part is its own. This is not reported if the name of an environment variable mentions shards, partitions, workers, a queue or a topic: then the program divides the work itself.",
	Fix:      "Set Slice to true and list the shards in SliceEnvs, or set Replicas to 1. If the instances divide the work in another way, suppress this finding with that reason.",
	Source:   page + "#Slice",
	Template: func(s *Subject) {
		replicas, _ := s.Int("Replicas")
		slice := s.Find("Slice")
		if replicas < 2 || slice != nil && (slice.Kind != job.Bool || slice.Text == "true") ||
			slices.ContainsFunc(s.Items("Envs"), func(env Item) bool { return divides.MatchString(env.Text("name")) }) {
			return
		}
		s.Say(At("Replicas"), "Replicas is %d, but Slice is not true: each of the %[1]d instances does the whole work", replicas)
	},
}
