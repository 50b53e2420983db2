package rules

import (
	"path"

	"saejob/internal/job"
)

// logFiles are files that an entry of SlsConfigs has collected.
type logFiles struct {
	Item
	// path is the value of logDir, at where it stands.
	path *job.Node
	at   job.Path
}

// logFiles returns the files whose logs are collected, as far as their path is set.
func (s *Subject) logFiles() []logFiles {
	var all []logFiles
	for _, log := range s.Items("SlsConfigs") {
		if isOfFiles(log.Text("logType")) && log.Text("logDir") != "" {
			all = append(all, logFiles{log, log.Node.At("logDir"), log.At.Member("logDir")})
		}
	}
	return all
}

// isOfFiles reports whether a logType says that files are collected.
func isOfFiles(logType string) bool { return logType == "" || logType == "file_log" }

// inContainer returns a path in the container in its shortest form. One that does
// not begin with a slash starts from the root: pages of SAE show such paths.
func inContainer(at string) string { return path.Clean("/" + at) }
