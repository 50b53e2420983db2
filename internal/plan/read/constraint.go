package read

import (
	"math"
	"regexp"

	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/token"

	"saejob/internal/plan"
)

// narrow puts one constraint on t.
func narrow(t *plan.Type, e ast.Expr) error {
	fits := false
	var err error
	switch c := e.(type) {
	case *ast.UnaryExpr:
		fits, err = narrowByOperator(t, c)
	case *ast.CallExpr:
		fits, err = narrowByCall(t, c)
	case *ast.SelectorExpr, *ast.ParenExpr:
		fits, err = narrowByFormat(t, c)
	default:
		return errorAt(e, "%s is not known as a constraint", nameOf(e))
	}
	if err == nil && !fits {
		err = errorAt(e, "%s does not go with the type before it", nameOf(e))
	}
	return err
}

// narrowByOperator puts a bound or what [narrowText] knows on t.
func narrowByOperator(t *plan.Type, c *ast.UnaryExpr) (fits bool, err error) {
	switch c.Op {
	case token.GEQ, token.LEQ:
		n, err := integer(c.X)
		if err != nil || !onlyInt(t) {
			return false, err
		}
		if c.Op == token.GEQ {
			t.Int.Min = max(t.Int.Min, n)
		} else {
			t.Int.Max = min(t.Int.Max, n)
		}
		return t.Int.Min <= t.Int.Max, nil
	case token.NEQ, token.MAT, token.NMAT:
		value, err := text(c.X)
		if err != nil || !onlyString(t) {
			return false, err
		}
		return narrowText(t.String, c, value)
	}
	return false, errorAt(c, "%s is not known as a constraint", nameOf(c))
}

// narrowText puts !="" or a regular expression on t.
func narrowText(t *plan.String, c *ast.UnaryExpr, value string) (fits bool, err error) {
	if c.Op == token.NEQ {
		t.MinRunes = max(t.MinRunes, 1)
		return value == "", nil
	}
	if _, err := regexp.Compile(value); err != nil {
		return false, errorAt(c, "%v", err)
	}
	pattern := &t.Pattern
	if c.Op == token.NMAT {
		pattern = &t.NotPattern
	}
	once := *pattern == ""
	*pattern = value
	return once && value != "", nil
}

// formats are the validators of CUE that are known.
var formats = map[string]plan.Format{"net.IP": plan.Address, "net.IPCIDR": plan.Block}

// narrowByFormat puts a format on t, or several of which one is enough.
func narrowByFormat(t *plan.Type, c ast.Expr) (fits bool, err error) {
	if group, ok := c.(*ast.ParenExpr); ok {
		c = group.X
	}
	var all []plan.Format
	for _, part := range operands(c, token.OR) {
		format, known := formats[nameOf(part)]
		if _, ok := part.(*ast.SelectorExpr); !ok || !known {
			return false, errorAt(part, "%s is not known as a constraint", nameOf(part))
		}
		all = append(all, format)
	}
	if !onlyString(t) || t.String.Formats != nil || len(distinct(all)) != len(all) {
		return false, nil
	}
	t.String.Formats = all
	return true, nil
}

// narrowByCall puts a length on t.
func narrowByCall(t *plan.Type, c *ast.CallExpr) (fits bool, err error) {
	name := nameOf(c.Fun)
	switch name {
	case "strings.MinRunes", "strings.MaxRunes", "list.MinItems":
	default:
		return false, errorAt(c, "%s() is not known as a constraint", name)
	}
	if len(c.Args) != 1 {
		return false, errorAt(c, "%s() takes one argument", name)
	}
	n, err := integer(c.Args[0])
	if err != nil {
		return false, err
	}
	if n < 1 || n > math.MaxInt32 {
		return false, errorAt(c, "%s(%d) is not known as a constraint", name, n)
	}
	switch {
	case name == "list.MinItems":
		if fits = onlyList(t); fits {
			t.List.MinItems = max(t.List.MinItems, int(n))
		}
	case !onlyString(t):
	case name == "strings.MinRunes":
		t.String.MinRunes = max(t.String.MinRunes, int(n))
		fits = true
	default:
		fits = t.String.MaxRunes == 0
		t.String.MaxRunes = int(n)
	}
	return fits, nil
}

func onlyString(t *plan.Type) bool {
	return kinds(t) == 1 && t.String != nil && !listed(t.String)
}

func onlyInt(t *plan.Type) bool {
	return kinds(t) == 1 && t.Int != nil && t.Int.OneOf == nil
}

func onlyList(t *plan.Type) bool {
	return kinds(t) == 1 && t.List != nil
}

// kinds returns of how many JSON kinds a value of type t may be.
func kinds(t *plan.Type) int {
	n := 0
	for _, is := range []bool{t.String != nil, t.Int != nil, t.Bool, t.List != nil, t.Object != nil} {
		if is {
			n++
		}
	}
	return n
}

// names reads which names the members of a map may have: string, CONSTRAINT, or
// several constraints.
func names(e ast.Expr) (plan.String, error) {
	t := plan.Type{String: &plan.String{}}
	if id, ok := e.(*ast.Ident); ok && id.Name == "string" {
		return *t.String, nil
	}
	for _, part := range operands(e, token.AND) {
		if err := narrow(&t, part); err != nil {
			return plan.String{}, err
		}
	}
	return *t.String, nil
}

func listed(s *plan.String) bool { return s.OneOf != nil }
