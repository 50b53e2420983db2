package report

// Style colors what is ours in a report; what comes from a template is never
// styled by itself. The zero Style is plain.
type Style struct{ Color bool }

// Error styles a word of severity error.
func (s Style) Error(text string) string { return s.paint("1;31", text) }

// Warning styles a word of severity warning.
func (s Style) Warning(text string) string { return s.paint("1;33", text) }

// Info styles a word of severity info.
func (s Style) Info(text string) string { return s.paint("1;36", text) }

// Added styles what was added.
func (s Style) Added(text string) string { return s.paint("32", text) }

// Removed styles what was removed.
func (s Style) Removed(text string) string { return s.paint("31", text) }

// Caret styles what points at something.
func (s Style) Caret(text string) string { return s.paint("1;32", text) }

// Bold styles a name.
func (s Style) Bold(text string) string { return s.paint("1", text) }

// Faint styles what matters less.
func (s Style) Faint(text string) string { return s.paint("2", text) }

func (s Style) paint(code, text string) string {
	if !s.Color || text == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

// NewStyle decides on color: always, never, or auto, which goes by the
// environment and by whether a terminal shows the report. Sources: no-color.org,
// force-color.org, bixense.com/clicolors.
func NewStyle(color string, terminal bool, getenv func(string) string) Style {
	switch color {
	case "always":
		return Style{Color: true}
	case "never":
		return Style{}
	}
	set := func(name string) bool { v := getenv(name); return v != "" && v != "0" }
	switch {
	case getenv("NO_COLOR") != "":
		return Style{}
	case set("FORCE_COLOR"), set("CLICOLOR_FORCE"):
		return Style{Color: true}
	case getenv("TERM") == "dumb", getenv("CLICOLOR") == "0":
		return Style{}
	}
	logs := set("GITHUB_ACTIONS") || set("GITLAB_CI")
	return Style{Color: logs || terminal}
}
