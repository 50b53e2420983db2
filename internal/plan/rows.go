package plan

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
