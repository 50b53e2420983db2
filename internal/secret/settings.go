package secret

import (
	"encoding/json"
	"regexp"
	"strings"

	"saejob/internal/job"
)

// A name may say secret and hold settings only: token: {ttl: 3600, issuer: sso}. Each
// value below is judged by its names together: token_ttl.

// isSettings reports whether all values in a structure cannot be secrets.
func isSettings(name string, n *job.Node) bool {
	switch n.Kind {
	case job.List, job.Object:
		for _, e := range n.Entries {
			if !isSettings(below(name, e.Key), e.Value) {
				return false
			}
		}
		return true
	}
	return isHarmless(name, n.Text)
}

// isSettingsText is isSettings for a structure as JSON, or as the lines of YAML below
// its name.
func isSettingsText(name, text string) bool {
	if len(text) > longestHarmless {
		return false
	}
	var v any
	if err := json.Unmarshal([]byte(text), &v); err == nil {
		return isSettingsValue(name, v)
	}
	return isSettingsLines(name, text)
}

func isSettingsValue(name string, v any) bool {
	switch v := v.(type) {
	case map[string]any:
		for key, value := range v {
			if !isSettingsValue(below(name, key), value) {
				return false
			}
		}
		return true
	case []any:
		for _, value := range v {
			if !isSettingsValue(name, value) {
				return false
			}
		}
		return true
	case string:
		return isHarmless(name, v)
	}
	text, err := json.Marshal(v)
	return err == nil && isHarmless(name, string(text))
}

var settingLine = regexp.MustCompile(`^[ \t-]*["']?([A-Za-z_$][A-Za-z0-9_.$-]*)["']?:(?:[ \t]+(.*))?$`)

func isSettingsLines(name, text string) bool {
	if !strings.Contains(text, ":") {
		return false
	}
	parent := name
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, " \t\r\n")
		if line == "" {
			continue
		}
		m := settingLine.FindStringSubmatch(line)
		if m == nil || strings.IndexAny(m[2], "|>&*!{[") == 0 || m[2] != "" && !isHarmless(below(parent, m[1]), unquoted(m[2])) {
			return false
		}
		if m[2] == "" {
			parent = below(name, m[1])
		}
	}
	return true
}

func below(name, member string) string { return strings.Trim(name+"_"+member, "_") }
