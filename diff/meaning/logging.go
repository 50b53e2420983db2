package meaning

import (
	"slices"

	"saejob/internal/job"
	"saejob/internal/severity"
	"saejob/internal/text"
)

var loggingLost = ID{"logging-lost", severity.Error,
	"Logs that were collected before are no longer collected. What a run writes there is lost when its container is deleted."}

// logging: logs that are no longer kept.
var logging = Meaning{
	Name: "logging",
	IDs:  []*ID{&loggingLost},
	Say: func(c *Change) Said {
		if !c.is("SlsConfigs") {
			return Said{}
		}
		is := c.Notes.collectedIn(c.Is.At("SlsConfigs"))
		lost := slices.DeleteFunc(before(c), func(what string) bool { return is[what] })
		switch {
		case len(lost) == 0:
			return Said{}
		case len(is) == 0:
			return Said{&loggingLost, "logs are no longer collected"}
		case len(lost) == 1:
			return Said{&loggingLost, lost[0] + " is no longer collected"}
		}
		return Said{&loggingLost, list(lost) + " are no longer collected"}
	},
}

// collectedIn returns the set of what is collected.
func (n *Notes) collectedIn(list *job.Node) map[string]bool {
	if n == nil {
		n = &Notes{}
	}
	if set, noted := n.collected[list]; noted {
		return set
	}
	set := map[string]bool{}
	for _, what := range collected(list) {
		set[what] = true
	}
	if n.collected == nil {
		n.collected = map[*job.Node]map[string]bool{}
	}
	n.collected[list] = set
	return set
}

// before returns what was collected where the change is: all, an item, or what a
// member of it says.
func before(c *Change) []string {
	switch last := c.Path[len(c.Path)-1]; {
	case len(c.Path) == 1:
		return collected(c.Before)
	case len(c.Path) == 2:
		return collected(&job.Node{Kind: job.List, Entries: []*job.Entry{{Value: c.Before}}})
	case last.Name == "logDir" || last.Name == "logType":
		item := &job.Node{Kind: job.Object, Entries: []*job.Entry{{Key: last.Name, Value: c.Before}}}
		return collected(&job.Node{Kind: job.List, Entries: []*job.Entry{{Value: item}}})
	}
	return nil
}

// collected returns what is collected: directories and the standard output.
func collected(n *job.Node) []string {
	if n == nil || n.Kind != job.List {
		return nil
	}
	var all []string
	for _, e := range n.Entries {
		if shown(e.Value.At("logType")) == "stdout" {
			all = append(all, "standard output")
		} else if dir := shown(e.Value.At("logDir")); dir != "" {
			all = append(all, text.Word(dir))
		}
	}
	return all
}
