package plan

// Row is what all rows have. A row is a constraint between top-level fields.
type Row struct {
	ID string
	// Doc is the comment above the row.
	Doc string
	// Topic is the file that holds the row, without ".cue".
	Topic string
	// Field is the subject: the finding stands at its value.
	Field string
	// Source is the anchor of the page that states the constraint.
	Source string
	// Message is the text of a finding. {NAME} stands for the value of the
	// top-level field NAME, {field} for the name of the field in question,
	// {allowed} (pairs, allows) for the accepted values, {n} (atMost) for the bound,
	// {count} (atMost) for the number found, {value} (unique) for what is there twice.
	Message string
	// Severity is error or warning; empty: error.
	Severity string
}

// Requires demands Fields where the subject is one of In.
type Requires struct {
	Row
	In     []string
	Fields []string
}

// Forbids refuses Fields where the subject is one of In.
type Forbids struct {
	Row
	In     []string
	Fields []string
}

// Pair accepts for the field With only the integers that Table lists for the
// subject's value.
type Pair struct {
	Row
	With  string
	Table []PairEntry
}

// PairEntry lists, ascending, the integers that go with the subject's Value.
type PairEntry struct {
	Value   string
	Allowed []int64
}

// AtMost accepts at most N items of the subject, a list, that are structures
// with all the members Of.
type AtMost struct {
	Row
	N  int
	Of []Member
}

// Allows accepts for the field With, where the subject is one of In, only Values of
// the texts that With may have. A text that With may never have is no matter of it.
type Allows struct {
	Row
	In     []string
	With   string
	Values []string
}

// Unique accepts in the subject, a list of structures, no two items whose member Key
// has the same text.
type Unique struct {
	Row
	Key string
}

// Member is a member that has a certain text.
type Member struct {
	Name string
	Text string
}

// Rows returns what all rows of the plan have in common, in the order in which
// they are checked.
func (p *Plan) Rows() []*Row {
	var rows []*Row
	for i := range p.Requires {
		rows = append(rows, &p.Requires[i].Row)
	}
	for i := range p.Forbids {
		rows = append(rows, &p.Forbids[i].Row)
	}
	for i := range p.Pairs {
		rows = append(rows, &p.Pairs[i].Row)
	}
	for i := range p.AtMost {
		rows = append(rows, &p.AtMost[i].Row)
	}
	for i := range p.Allows {
		rows = append(rows, &p.Allows[i].Row)
	}
	for i := range p.Unique {
		rows = append(rows, &p.Unique[i].Row)
	}
	return rows
}

// Row returns the row of that id; nil where there is none.
func (p *Plan) Row(id string) *Row {
	for _, row := range p.Rows() {
		if row.ID == id {
			return row
		}
	}
	return nil
}
