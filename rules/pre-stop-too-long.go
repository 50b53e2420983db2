package rules

import (
	"regexp"
	"strconv"
	"strings"

	"saejob/internal/job"
	"saejob/internal/severity"
)

var preStopTooLong = Rule{
	Name:     "pre-stop-too-long",
	Severity: severity.Warning,
	Summary:  "PreStop sleeps longer than the instance has to stop.",
	Why:      "SAE's page about these fields refers to Kubernetes, where the time to stop begins before PreStop: the container is killed while PreStop still sleeps, and the program never hears that it has to stop.",
	Fix:      "Sleep for less time, or set TerminationGracePeriodSeconds to more than PreStop and the program need together (at most 300).",
	Source:   "https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/",
	Template: func(s *Subject) {
		const period = "TerminationGracePeriodSeconds"
		grace, byDefault := defaultInt(period), " by default"
		if n, ok := s.Int(period); ok {
			grace, byDefault = n, ""
		} else if s.Has(period) {
			return
		}
		at := At("PreStop", "exec", "command")
		if longest := longestSleep(s.Find("PreStop", "exec", "command")); longest > float64(grace) && !s.Refused(At("PreStop")) {
			s.Say(at, "PreStop sleeps for %s seconds, but the instance has only %d to stop%s (%s)",
				strconv.FormatFloat(longest, 'f', -1, 64), grace, byDefault, period)
		}
	},
}

// sleepCommand is a call of sleep in the text of a command.
var sleepCommand = regexp.MustCompile(`(?:^|[\s;&|('"/])sleep\s+([0-9]{1,9}(?:\.[0-9]{1,9})?)([smhd]?)(?:$|[\s;&|)'"])`)

// longestSleep returns the seconds of the longest sleep in a command.
func longestSleep(command *job.Node) (longest float64) {
	if command == nil || command.Kind != job.List {
		return 0
	}
	var words []string
	for _, e := range command.Entries {
		words = append(words, e.Value.AsText())
	}
	for _, m := range sleepCommand.FindAllStringSubmatch(strings.Join(words, " "), -1) {
		n, _ := strconv.ParseFloat(m[1], 64)
		longest = max(longest, n*map[string]float64{"": 1, "s": 1, "m": 60, "h": 3600, "d": 86400}[m[2]])
	}
	return longest
}
