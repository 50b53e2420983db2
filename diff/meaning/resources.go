package meaning

import (
	"fmt"
	"math"
	"strconv"

	"saejob/internal/job"
)

// resources: how much more or less a run has.
var resources = Meaning{
	Name: "resources",
	Say: func(c *Change) Said {
		was, known := amount(c.Before)
		is, alsoKnown := amount(c.After)
		switch {
		case !known || !alsoKnown || math.Abs(is/was-1) < 0.005: // nothing that one would count
		case c.isAt("Cpu"):
			return Said{Text: factor(is/was) + " the CPU"}
		case c.isAt("Memory"):
			return Said{Text: factor(is/was) + " the memory"}
		case c.isAt("Replicas"):
			return Said{Text: factor(is/was) + " the instances"}
		}
		return Said{}
	},
}

// amount returns a number above 0.
func amount(n *job.Node) (float64, bool) {
	if n == nil || n.Kind != job.Number {
		return 0, false
	}
	value, err := strconv.ParseFloat(n.Text, 64)
	return value, err == nil && value > 0
}

// factor returns how much there is of what there was.
func factor(times float64) string {
	switch {
	case times == 0.5:
		return "half"
	case times == 1.0/3:
		return "a third of"
	case times == 0.25:
		return "a quarter of"
	case times < 1:
		return fmt.Sprintf("%.3g %% of", times*100)
	}
	return strconv.FormatFloat(times, 'g', 3, 64) + " times"
}
