package export

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"saejob/internal/sae/envelope"
)

// savedAnswer is a JSON value in a file of answers.
type savedAnswer struct {
	text []byte
	// number counts the answers of a file from 1; 0 where there may be only one.
	number int
	// start is the byte of the file at which the text begins.
	start int
	// err is why the text is missing.
	err error
}

// eachAnswer calls yield with each value of a file: an array's items, or one value after
// another. It returns errors of reading alone; what is wrong with the values goes to
// yield.
func eachAnswer(in io.Reader, yield func(savedAnswer)) error {
	r := bufio.NewReader(in)
	if mark, _ := r.Peek(2); string(mark) == "\xff\xfe" || string(mark) == "\xfe\xff" {
		yield(savedAnswer{err: errors.New("the file is UTF-16; save it as UTF-8")})
		return nil
	}
	skipped, err := skipBlank(r)
	switch {
	case err == io.EOF:
		yield(savedAnswer{err: errors.New("the file is empty")})
		return nil
	case err != nil:
		return err
	}
	d := json.NewDecoder(r)
	number, inArray := 0, false
	if first, _ := r.Peek(1); first[0] == '[' {
		d.Token()
		number, inArray = 1, true
	}
	for ; ; number = max(number, 1) + 1 {
		if inArray && !d.More() {
			_, err = d.Token() // the end of the array
			inArray = err != nil
		}
		var text json.RawMessage
		if err == nil {
			err = d.Decode(&text)
		}
		end := skipped + int(d.InputOffset())
		switch {
		case err == io.EOF && !inArray:
			return nil
		case err == io.EOF, isSyntax(err):
			yield(savedAnswer{number: number, err: fmt.Errorf("the file is not JSON after byte %d", end)})
			return nil
		case err != nil:
			return err
		}
		yield(savedAnswer{text: text, number: number, start: end - len(text)})
	}
}

func isSyntax(err error) bool {
	var syntax *json.SyntaxError
	return errors.As(err, &syntax) || errors.Is(err, io.ErrUnexpectedEOF)
}

// skipBlank reads up to the first byte that is neither blank nor a byte order mark, and
// returns how many bytes that were.
func skipBlank(r *bufio.Reader) (int, error) {
	skipped := 0
	if mark, _ := r.Peek(3); string(mark) == "\ufeff" {
		skipped, _ = r.Discard(3)
	}
	for {
		next, err := r.Peek(1)
		if err != nil {
			return skipped, err
		}
		if bytes.IndexByte([]byte(" \t\r\n"), next[0]) < 0 {
			return skipped, nil
		}
		n, _ := r.Discard(1)
		skipped += n
	}
}

// unwrap returns the Data of an answer that may be whole: told by the members that only
// a whole one has. The error holds nothing of the Data.
func unwrap(text []byte) ([]byte, error) {
	// What is not a JSON object is for the reader of the Data to refuse.
	members, err := envelope.Read(text)
	isData := members["AppId"] != nil || members["AppName"] != nil
	switch {
	case members["RequestId"] == nil && members["Success"] == nil && (members["Data"] == nil || isData):
		return text, nil
	case err != nil:
		return nil, err
	case !members.Succeeded():
		notes := append([]string{cmp.Or(members.Code(), "no code")}, members.IDs(strings.TrimSpace).Notes()...)
		return nil, fmt.Errorf("the answer says that the call did not succeed (%s)", strings.Join(notes, "; "))
	case members["Data"] == nil || string(members["Data"]) == "null":
		return nil, errors.New("the answer has no Data")
	}
	return members["Data"], nil
}
