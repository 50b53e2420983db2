package read

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/token"
)

// decode turns JSON into a CUE expression, number for number and text for text.
func decode(document []byte) (ast.Expr, error) {
	if !utf8.Valid(document) {
		return nil, errors.New("the document is not UTF-8")
	}
	d := json.NewDecoder(bytes.NewReader(document))
	d.UseNumber()
	e, err := decodeValue(d)
	if err != nil {
		return nil, err
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, errors.New("the document is more than one JSON value")
	}
	return e, nil
}

func decodeValue(d *json.Decoder) (ast.Expr, error) {
	t, err := d.Token()
	if err != nil {
		return nil, err
	}
	switch t := t.(type) {
	case json.Delim:
		if t == '{' {
			return decodeObject(d)
		}
		return decodeList(d)
	case string:
		return ast.NewString(t), nil
	case json.Number:
		return number(t.String()), nil
	case bool:
		return ast.NewBool(t), nil
	}
	return ast.NewNull(), nil
}

func decodeObject(d *json.Decoder) (ast.Expr, error) {
	object := &ast.StructLit{}
	seen := map[string]bool{}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return nil, err
		}
		name := key.(string)
		if seen[name] {
			return nil, fmt.Errorf("the key %q is there twice", name)
		}
		seen[name] = true
		value, err := decodeValue(d)
		if err != nil {
			return nil, err
		}
		object.Elts = append(object.Elts, &ast.Field{Label: ast.NewString(name), Value: value})
	}
	_, err := d.Token() // the brace
	return object, err
}

func decodeList(d *json.Decoder) (ast.Expr, error) {
	list := &ast.ListLit{}
	for d.More() {
		value, err := decodeValue(d)
		if err != nil {
			return nil, err
		}
		list.Elts = append(list.Elts, value)
	}
	_, err := d.Token() // the bracket
	return list, err
}

// number returns the literal for a JSON number.
func number(digits string) ast.Expr {
	kind := token.INT
	if strings.ContainsAny(digits, ".eE") {
		kind = token.FLOAT
	}
	if rest, minus := strings.CutPrefix(digits, "-"); minus {
		return &ast.UnaryExpr{Op: token.SUB, X: ast.NewLit(kind, rest)}
	}
	return ast.NewLit(kind, digits)
}
