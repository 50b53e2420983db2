package job

import "errors"

// Locate prints a template and sets the range of each of its values to where it is
// printed, as if it had been read from a file. Marks of secrets stay; they are not
// in the text.
func Locate(t *Template) ([]byte, error) {
	text := Print(t)
	file, problems := Parse(text)
	switch {
	case len(problems) > 0:
		return nil, errors.New("it cannot be written as YAML that can be read again: " + problems[0].Message)
	case !locate(t.Root, file.Root):
		return nil, errors.New("written as YAML, it is read as another template")
	}
	return text, nil
}

// locate takes the ranges from a value of the same content.
func locate(n, from *Node) bool {
	if n.Kind != from.Kind || n.Kind < List && n.Text != from.Text || len(n.Entries) != len(from.Entries) {
		return false
	}
	n.Range = from.Range
	for i, e := range n.Entries {
		f := from.Entries[i]
		if e.Key != f.Key || !locate(e.Value, f.Value) {
			return false
		}
		e.KeyRange = f.KeyRange
	}
	return true
}
