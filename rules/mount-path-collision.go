package rules

import (
	"path"

	"saejob/internal/job"
	"saejob/internal/severity"
)

var mountPathCollision = Rule{
	Name:     "mount-path-collision",
	Severity: severity.Error,
	Summary:  "Two mounts have the same path in the container.",
	Why:      "One of them hides the other, or the instance does not start.",
	Fix:      "Give each mount its own path. Keys of ConfigMaps may share a directory, and a mount may be inside the directory of another one.",
	Source:   page + "#NasConfigs",
	Template: func(s *Subject) {
		seen := map[string][]mount{}
		for _, list := range mountLists {
			for _, item := range s.Items(list.field) {
				m := mount{item, list.field, item.Node.At(list.member)}
				where := path.Clean(m.path.AsText())
				for _, other := range seen[where] {
					if m.path.AsText() != "" && m.collides(other) {
						s.Say(m.At.Member(list.member), "%s is mounted at %s, and so is %s; give one of them another path", m.At, m.path.InSentence(), other.At)
						break
					}
				}
				seen[where] = append(seen[where], m)
			}
		}
	},
}

var mountLists = []struct{ field, member string }{
	{"ConfigMapMountDesc", "MountPath"}, {"NasConfigs", "mountPath"}, {"MountDesc", "MountPath"}, {"OssMountDescs", "mountPath"},
}

type mount struct {
	Item
	field string
	path  *job.Node
}

// collides reports whether two mounts at one path cannot both be meant.
func (m mount) collides(other mount) bool {
	switch {
	case m.field == "ConfigMapMountDesc" && other.field == m.field:
		// The path may be the directory in which each key is a file.
		key := m.Text("Key")
		return key != "" && key != "sae-sys-configmap-all" && key == other.Text("Key")
	case m.field == "MountDesc" && other.field == "NasConfigs":
		return false // nas-two-models says so
	}
	return true
}
