package emulator

import (
	"fmt"
	"slices"
	"strings"
)

// kinds are all kinds of faults, in the order of the help.
var kinds = slices.Concat(
	limitFaults,
	[]kind{{name: "any", does: "picks one of the kinds below but gone, at random for each call", keys: calls + ",delay,size"}},
	answerFaults,
	connectionFaults,
	dataFaults,
)

func kindOf(name string) (kind, error) {
	var names []string
	for _, k := range kinds {
		if k.name == name {
			return k, nil
		}
		names = append(names, k.name)
	}
	return kind{}, fmt.Errorf("kind is %q; it must be one of %s", name, strings.Join(names, ", "))
}
