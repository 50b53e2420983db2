package rules

import (
	"strings"

	"saejob/internal/job"
	"saejob/internal/severity"
)

var logInNASMount = Rule{
	Name:     "log-in-nas-mount",
	Severity: severity.Warning,
	Summary:  "Log files in a NAS mount are to be collected.",
	Why:      "SAE's page about NAS says that the path of a log must not be the path of a mount, because the logs are then not stored. That it is so for files below the mount, too, is inferred.",
	Fix:      "Write the logs to a directory that is not mounted, or mount NAS elsewhere.",
	Source:   nasPage,
	Template: func(s *Subject) {
		root := &folder{}
		for _, list := range mountLists {
			for _, item := range s.Items(list.field) {
				if at := item.Text(list.member); at != "" && list.isNAS {
					root.mount(inContainer(at), item.At)
				}
			}
		}
		for _, log := range s.logFiles() {
			if mount := root.around(inContainer(log.path.Text)); mount != nil {
				s.Say(log.at, "%s is %s, in the NAS mount %s; SAE does not collect logs there", log.at, log.path.InSentence(), mount)
			}
		}
	},
}

// folder is a directory in the container, with those in it that lead to mounts.
type folder struct {
	at job.Path // the mount that it is; nil: none
	in map[string]*folder
}

// mount puts a mount at a path.
func (f *folder) mount(where string, at job.Path) {
	for name := range strings.SplitSeq(strings.TrimPrefix(where, "/"), "/") {
		if f.in[name] == nil {
			if f.in == nil {
				f.in = map[string]*folder{}
			}
			f.in[name] = &folder{}
		}
		f = f.in[name]
	}
	f.at = at
}

// around returns the mount that a path is in; nil: in none.
func (f *folder) around(where string) job.Path {
	for name := range strings.SplitSeq(strings.TrimPrefix(where, "/"), "/") {
		if f = f.in[name]; f == nil || f.at != nil {
			break
		}
	}
	if f == nil {
		return nil
	}
	return f.at
}
