package catalog

import (
	"strings"

	"golang.org/x/tools/txtar"

	"saejob/diff/meaning"
)

// changed returns the templates before and after a change, and what diff says of
// it: the first case in which all changes have that name; nothing where there is
// none.
func changed(name string) []Block {
	for _, m := range meaning.All() {
		text, err := meaning.Cases.ReadFile(m.Name + ".txtar")
		if err != nil {
			continue
		}
		from, to := "", ""
		for _, f := range txtar.Parse(text).Files {
			switch data := string(f.Data); {
			case strings.HasSuffix(f.Name, "/from.yaml"):
				from = data
			case strings.HasSuffix(f.Name, "/to.yaml"):
				to = data
			case strings.HasSuffix(f.Name, ".out") && from != "" && strings.Count(data, "\n") == strings.Count(data, " "+name+": "):
				return []Block{{"From", "yaml", from}, {"To", "yaml", to}, {"Says", "text", data}}
			default:
				from, to = "", ""
			}
		}
	}
	return nil
}
