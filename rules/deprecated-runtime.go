package rules

import (
	"strings"
	"time"

	"saejob/internal/severity"
)

var deprecatedRuntime = Rule{
	Name:     "deprecated-runtime",
	Severity: severity.Warning,
	Summary:  "The package runs on a version of Java, PHP, Python or Tomcat that has reached its end of life.",
	Why:      "The version gets no more security fixes. The date is the one that its maintainers publish, on the page in the message.",
	Fix:      "Choose a version that is still maintained. Where SAE has none, deploy an Image that contains its own.",
	Template: func(s *Subject) {
		deployed, today := s.Text("PackageType"), s.Now.Format(time.DateOnly)
		for _, e := range ends {
			if strings.HasPrefix(s.Text(e.field), e.prefix) && e.day < today && !unused(deployed, e.field) {
				s.Say(At(e.field), "%s is %s; %s reached its end of life on %s (%s)", e.field, s.Find(e.field).InSentence(), e.version, e.day, e.source)
			}
		}
	},
}

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
