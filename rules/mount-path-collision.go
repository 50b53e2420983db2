package rules

import (
	"saejob/internal/job"
	"saejob/internal/severity"
)

var mountPathCollision = Rule{
	Name:     "mount-path-collision",
	Severity: severity.Error,
	Summary:  "Two mounts have the same path in the container.",
	Why:      "In a container, the mount that comes last hides the other one. Whether SAE accepts such a template is not documented.",
	Fix:      "Give each mount its own path. Keys of ConfigMaps may share a directory, and a mount may be inside the directory of another one.",
	Source:   page + "#NasConfigs",
	Template: func(s *Subject) {
		first := map[mountPlace]mount{}
		for _, list := range mountLists {
			for _, item := range s.Items(list.field) {
				m := mount{item, list.field, item.Node.At(list.member)}
				if m.path.AsText() == "" {
					continue
				}
				if other, ok := m.meets(first); ok {
					s.Say(m.At.Member(list.member), "%s is mounted at %s, and so is %s; give one of them another path", m.At, m.path.InSentence(), other.At)
				}
				for _, place := range []mountPlace{m.place(), {m.place().path, list.field, ""}} {
					if _, there := first[place]; !there {
						first[place] = m
					}
				}
			}
		}
	},
}

var mountLists = []struct {
	field, member string
	isNAS         bool
}{
	{"ConfigMapMountDesc", "MountPath", false}, {"NasConfigs", "mountPath", true}, {"MountDesc", "MountPath", true}, {"OssMountDescs", "mountPath", false},
}

type mount struct {
	Item
	field string
	path  *job.Node
}

// mountPlace is a path in the container, and a list in which a mount has it; key is
// that of a ConfigMap which is a file there, so that others may be beside it.
type mountPlace struct{ path, field, key string }

func (m mount) place() mountPlace {
	p := mountPlace{inContainer(m.path.AsText()), m.field, ""}
	if key := m.Text("Key"); m.field == "ConfigMapMountDesc" && key != "sae-sys-configmap-all" {
		p.key = key
	}
	return p
}

// meets returns the first mount at the same path that cannot be meant beside m.
func (m mount) meets(first map[mountPlace]mount) (mount, bool) {
	place := m.place()
	for _, list := range mountLists {
		switch at := (mountPlace{place.path, list.field, ""}); {
		case list.field != m.field && m.field == "MountDesc" && list.isNAS:
			// nas-two-models says so.
		case list.field == "ConfigMapMountDesc" && m.field == list.field:
			// The path may be the directory in which each key is a file.
			if other, ok := first[place]; ok && place.key != "" {
				return other, true
			}
		default:
			if other, ok := first[at]; ok {
				return other, true
			}
		}
	}
	return mount{}, false
}
