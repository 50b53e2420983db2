package meaning

import (
	"embed"
	"strings"

	"golang.org/x/tools/txtar"
)

// Cases are templates before and after a change, a txtar archive for each
// meaning: CASE/from.yaml, CASE/to.yaml, or folders of them, and in CASE.out what
// diff says of each change.
//
//go:embed *.txtar
var Cases embed.FS

// Example is a template before and after a change, and what diff says of it.
type Example struct{ From, To, Out string }

// FindExample returns the first case in which all changes have that name; false
// where there is none.
func FindExample(name string) (Example, bool) {
	for _, m := range All() {
		text, err := Cases.ReadFile(m.Name + ".txtar")
		if err != nil {
			continue
		}
		var e Example
		for _, f := range txtar.Parse(text).Files {
			switch data := string(f.Data); {
			case strings.HasSuffix(f.Name, "/from.yaml"):
				e.From = data
			case strings.HasSuffix(f.Name, "/to.yaml"):
				e.To = data
			case strings.HasSuffix(f.Name, ".out") && e.From != "" && strings.Count(data, "\n") == strings.Count(data, " "+name+": "):
				e.Out = data
				return e, true
			default:
				e = Example{}
			}
		}
	}
	return Example{}, false
}
