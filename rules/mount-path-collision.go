package rules

import (
	"path"

	"saejob/internal/severity"
)

var mountPathCollision = Rule{
	Name:     "mount-path-collision",
	Severity: severity.Error,
	Summary:  "Two mounts have the same path in the container.",
	Why:      "One of them hides the other, or the instance does not start.",
	Fix:      "Give each mount a path of its own. Keys of ConfigMaps may share a directory, and a mount may lie in another one's directory.",
	Source:   page + "#NasConfigs",
	Template: func(s *Subject) {
		seen := map[string][]mount{}
		for _, m := range s.mounts() {
			dir := path.Clean(m.Text(m.member))
			for _, other := range seen[dir] {
				if m.collides(other) {
					s.Say(m.At.Member(m.member), "%s is mounted at %s, where %s is mounted, too; give one of them another path", m.At, show(find(m.Node, m.member)), other.At)
					break
				}
			}
			seen[dir] = append(seen[dir], m)
		}
	},
}

// mount is an item of one of the four fields that mount something.
type mount struct {
	Item
	field, member string
}

func (s *Subject) mounts() []mount {
	var all []mount
	for _, m := range []mount{
		{field: "ConfigMapMountDesc", member: "MountPath"}, {field: "NasConfigs", member: "mountPath"},
		{field: "MountDesc", member: "MountPath"}, {field: "OssMountDescs", member: "mountPath"},
	} {
		for _, m.Item = range s.Items(m.field) {
			if m.Text(m.member) != "" {
				all = append(all, m)
			}
		}
	}
	return all
}

// collides says whether two mounts at one path cannot both be meant.
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
