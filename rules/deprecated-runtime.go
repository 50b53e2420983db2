package rules

import (
	"slices"
	"strings"
	"time"

	"saejob/internal/severity"
)

var deprecatedRuntime = Rule{
	Name:     "deprecated-runtime",
	Severity: severity.Warning,
	Summary:  "The package runs on a version of Java, PHP, Python or Tomcat that is not maintained any more.",
	Why:      "The version gets no more security fixes: its makers ended it, on the day that the page in the message names. What only SAE's own list of runtimes calls not maintained is an info.",
	Fix:      "Choose a version that is still maintained, such as Dragonwell 8, 11, 17 or 21. Where SAE has none, deploy an Image that contains its own.",
	Template: func(s *Subject) {
		deployed, today := s.Text("PackageType"), s.Now.Format(time.DateOnly)
		for _, e := range ends {
			if strings.HasPrefix(s.Text(e.field), e.prefix) && e.day < today && !unused(deployed, e.field) {
				s.Say(At(e.field), "%s is %s; %s reached its end of life on %s (%s)", e.field, s.Find(e.field).InSentence(), e.version, e.day, e.source)
			}
		}
		if n := s.Find("Jdk"); slices.Contains(unmaintained, n.AsText()) && !unused(deployed, "Jdk") {
			s.SayAs(severity.Info, At("Jdk"), "Jdk is %s, which SAE's list of runtimes calls not maintained (%s)", n.InSentence(), runtimesPage)
		}
	},
}

// unmaintained are what SAE's list calls so, and no maker has ended. Of Java 8, it
// maintains only Dragonwell 8.
var unmaintained = []string{"Open JDK 8", "openjdk-8u191-jdk-alpine3.9"}

// runtimesPage lists the versions of Java that SAE has, and which of them it
// maintains.
const runtimesPage = "https://www.alibabacloud.com/help/ja/sae/java-runtime-environment-2-0"

// ends are the last days of versions, which are told by how a field begins.
var ends = []struct{ field, prefix, version, day, source string }{
	{"Jdk", "Open JDK 7", "Java 7", "2022-07-31", javaRoadmap},
	{"Jdk", "openjdk-7u", "Java 7", "2022-07-31", javaRoadmap},
	{"WebContainer", "apache-tomcat-7.0.", "Tomcat 7.0", "2021-03-31", tomcatVersions},
	{"WebContainer", "apache-tomcat-8.5.", "Tomcat 8.5", "2024-03-31", tomcatVersions},
	{"Python", "PYTHON 3.9.", "Python 3.9", "2025-10-31", "https://devguide.python.org/versions/"},
	{"Php", "PHP-FPM 5.4", "PHP 5.4", "2015-09-03", phpBranches},
	{"Php", "PHP-FPM 5.5", "PHP 5.5", "2016-07-21", phpBranches},
	{"Php", "PHP-FPM 5.6", "PHP 5.6", "2018-12-31", phpBranches},
	{"Php", "PHP-FPM 7.0", "PHP 7.0", "2019-01-10", phpBranches},
	{"Php", "PHP-FPM 7.1", "PHP 7.1", "2019-12-01", phpBranches},
	{"Php", "PHP-FPM 7.2", "PHP 7.2", "2020-11-30", phpBranches},
	{"Php", "PHP-FPM 7.3", "PHP 7.3", "2021-12-06", phpBranches},
	{"PackageType", "IMAGE_PHP_5_4", "PHP 5.4", "2015-09-03", phpBranches},
	{"PackageType", "IMAGE_PHP_5_5", "PHP 5.5", "2016-07-21", phpBranches},
	{"PackageType", "IMAGE_PHP_5_6", "PHP 5.6", "2018-12-31", phpBranches},
	{"PackageType", "IMAGE_PHP_7_0", "PHP 7.0", "2019-01-10", phpBranches},
	{"PackageType", "IMAGE_PHP_7_1", "PHP 7.1", "2019-12-01", phpBranches},
	{"PackageType", "IMAGE_PHP_7_2", "PHP 7.2", "2020-11-30", phpBranches},
	{"PackageType", "IMAGE_PHP_7_3", "PHP 7.3", "2021-12-06", phpBranches},
}

const (
	javaRoadmap    = "https://www.oracle.com/java/technologies/java-se-support-roadmap.html"
	tomcatVersions = "https://tomcat.apache.org/whichversion.html"
	phpBranches    = "https://www.php.net/eol.php"
)
