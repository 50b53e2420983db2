package rules

import (
	"regexp"

	"saejob/internal/job"
	"saejob/internal/severity"
	"saejob/internal/text"
)

var packageRegionMismatch = Rule{
	Name:     "package-region-mismatch",
	Severity: severity.Warning,
	Summary:  "The package is in an OSS bucket in another region, or its address is none that is downloaded from.",
	Why:      "The internal address of a bucket can be reached only from its own region. Its public address can be reached from everywhere, over the internet: that is an info. The usual reason is a template that was copied from another region. An address such as oss://shop/app.jar is one for ossutil; the page's example begins with https://.",
	Fix:      "Put the package into a bucket in the template's region, and use its https address.",
	Source:   page + "#PackageUrl",
	Template: func(s *Subject) {
		n := s.Find("PackageUrl")
		if n == nil || n.Kind != job.String || unused(s.Text("PackageType"), "PackageUrl") {
			return
		}
		if m := scheme.FindStringSubmatch(n.Text); m != nil && m[1] != "http" && m[1] != "https" {
			s.Say(At("PackageUrl"), "PackageUrl is %s; the page's example is an address that begins with https://", n.InSentence())
			return
		}
		if m := bucketHost.FindStringSubmatch(n.Text); m != nil && s.region() != "" && m[1] != s.region() {
			as := severity.Info
			if m[2] != "" {
				as = severity.Warning
			}
			s.SayAs(as, At("PackageUrl"), "PackageUrl is %s, in a bucket in %s; the template is in %s", n.InSentence(), text.Quote(text.Short(m[1])), text.Quote(text.Short(s.region())))
		}
	},
}

var (
	scheme = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9+.-]*):`)
	// bucketHost are the hosts of buckets: public, internal, and dual-stack ones.
	bucketHost = regexp.MustCompile(`^https?://[a-z0-9-]+\.oss-([a-z]{2}-[a-z0-9-]+?)(-internal)?\.aliyuncs\.com(?:[:/?#]|$)`)
)
