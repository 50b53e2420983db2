package rules

import (
	"regexp"

	"saejob/internal/job"
	"saejob/internal/severity"
	"saejob/internal/text"
)

var nasRegionMismatch = Rule{
	Name:     "nas-region-mismatch",
	Severity: severity.Warning,
	Summary:  "A NAS mount target is in another region.",
	Why:      "A mount target belongs to a VPC, and a VPC to a region: from another region it can be reached only where the two VPCs are joined. The usual reason is a template that was copied from another region.",
	Fix:      "Use a mount target in the template's own VPC.",
	Source:   page + "#NasConfigs",
	Template: func(s *Subject) {
		judge := func(at job.Path, host *job.Node) {
			m := nasHost.FindStringSubmatch(host.AsText())
			if m != nil && s.region() != "" && m[1] != s.region() {
				s.Say(at, "%s is %s, in %s; the template is in %s", at, host.InSentence(), text.Quote(text.Short(m[1])), text.Quote(text.Short(s.region())))
			}
		}
		for _, mount := range s.Items("NasConfigs") {
			judge(mount.At.Member("mountDomain"), mount.Node.At("mountDomain"))
		}
		judge(At("MountHost"), s.Find("MountHost"))
	},
}

// nasHost are the hosts of mount targets.
var nasHost = regexp.MustCompile(`^[A-Za-z0-9-]+\.([a-z0-9-]+)(?:\.extreme)?\.nas\.aliyuncs\.com$`)
