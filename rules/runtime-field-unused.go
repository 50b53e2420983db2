package rules

import (
	"slices"
	"strings"

	"saejob/internal/plan"
	"saejob/internal/severity"
	"saejob/internal/text"
	"saejob/schema"
)

var runtimeFieldUnused = Rule{
	Name:     "runtime-field-unused",
	Severity: severity.Warning,
	Summary:  "A field applies only to another PackageType.",
	Why:      "The page says of the field that it is for another type of package, so it seems to have no effect here; what SAE does with it is not documented. Readers of the template believe that Tomcat is configured, or that a new version of the package is deployed.",
	Fix:      "Remove the field, or set PackageType to the type that is really deployed.",
	Source:   page + "#PackageType",
	Template: func(s *Subject) {
		deployed := s.Text("PackageType")
		for _, row := range onlyFor {
			for _, field := range row.fields {
				if s.Fits("PackageType") && s.Fits(field) && unused(deployed, field) && !forbidden(deployed, field) {
					s.SayKey(At(field), "%s is only for PackageType %s; with %s it has no effect", field, text.Or(row.types), deployed)
				}
			}
		}
	},
}

// onlyFor lists the types of packages that have a use for a field, by what the
// page says of it. Where it leaves a doubt, a type is listed: an image may hold a
// PHP that reads PhpConfig, or the container of EdasContainerVersion; what the
// types IMAGE_PHP_* deploy it does not say. Command, CommandArgs and
// PackageVersion are not here, because packages of all types come with them.
var onlyFor = []struct{ types, fields []string }{
	{[]string{"FatJar", "War"}, []string{"Jdk"}},
	{[]string{"FatJar", "War", "Image"}, []string{"EdasContainerVersion"}},
	{[]string{"FatJar"}, []string{"JarStartOptions", "JarStartArgs"}},
	{[]string{"War"}, []string{"WebContainer", "TomcatConfig", "WarStartOptions"}},
	{[]string{"PhpZip", "Image", "IMAGE_PHP_*"}, []string{"PhpConfig", "PhpConfigLocation"}},
	{[]string{"PhpZip", "IMAGE_PHP_*"}, []string{"Php"}},
	{[]string{"PythonZip"}, []string{"Python", "PythonModules"}},
	{[]string{"Image", "IMAGE_PHP_*"}, []string{"ImageUrl", "AcrInstanceId", "AcrAssumeRoleArn", "ImagePullSecrets"}},
	{[]string{"FatJar", "War", "PhpZip", "PythonZip", "IMAGE_PHP_*"}, []string{"PackageUrl"}},
}

// unused reports whether packages of a type have no use for a field.
func unused(deployed, field string) bool {
	return slices.ContainsFunc(onlyFor, func(row struct{ types, fields []string }) bool {
		return slices.Contains(row.fields, field) && !slices.ContainsFunc(row.types, func(t string) bool {
			start, all := strings.CutSuffix(t, "*")
			return t == deployed || all && strings.HasPrefix(deployed, start)
		})
	})
}

// forbidden reports whether the schema refuses the field already.
func forbidden(deployed, field string) bool {
	return slices.ContainsFunc(schema.Template.Forbids, func(f plan.Forbids) bool {
		return f.Field == "PackageType" && slices.Contains(f.In, deployed) && slices.Contains(f.Fields, field)
	})
}
