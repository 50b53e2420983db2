package export

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"saejob/internal/atomic"
	"saejob/internal/job"
	"saejob/internal/region"
	"saejob/internal/sae"
)

// Saved lists the templates of saved answers of DescribeJob: those in a file, in
// the *.json of a directory, or on stdin (-). An answer is whole or only its
// Data, and a file holds one object, an array of them, or one object after
// another. Answers that cannot be read are in the listing's Unread.
func Saved(ctx context.Context, name string, stdin io.Reader, r Request) (*Listing, error) {
	r.Region = "" // an answer has its own
	asked, err := r.namespaces()
	if err != nil {
		return nil, err
	}
	s := &saver{ctx: ctx, request: r, listing: &Listing{}, spaces: map[[2]string]bool{}}
	if err := s.readAll(name, stdin); err != nil {
		return nil, err
	}
	l := s.listing
	if len(l.Answers) == 0 && len(l.Unread) == 0 {
		return nil, fmt.Errorf("%s has no DescribeJob answer that was asked for", name)
	}
	l.Flat = len(asked) == 1 || len(asked) == 0 && len(s.spaces) == 1
	return l, l.keep(r)
}

type saver struct {
	ctx     context.Context
	request Request
	listing *Listing
	// spaces are the regions and namespaces of the answers.
	spaces map[[2]string]bool
}

func (s *saver) readAll(name string, stdin io.Reader) error {
	if name == "-" {
		// The one case in which answers are kept: they cannot be read again, and
		// have secrets that must not lie in a temporary file.
		text, err := io.ReadAll(stdin)
		if err != nil {
			return err
		}
		return s.read(savedFile{name: "stdin", text: text})
	}
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return s.read(savedFile{name: name})
	}
	entries, err := os.ReadDir(name)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if filepath.Ext(e.Name()) != ".json" {
			continue
		}
		if err := s.read(savedFile{name: filepath.Join(name, e.Name())}); err != nil {
			return err
		}
	}
	return nil
}

// read adds the answers of a file to the listing.
func (s *saver) read(f savedFile) error {
	in, err := f.open()
	if err != nil {
		return err
	}
	defer in.Close()
	return eachAnswer(reader{s.ctx, in}, func(found savedAnswer) {
		origin := f.name
		if found.number > 0 {
			origin = fmt.Sprintf("%s, answer %d", f.name, found.number)
		}
		id, err := found.identify()
		switch {
		case err != nil:
			s.listing.Unread = append(s.listing.Unread, Outcome{Origin: origin, Status: Unread, Err: err})
		case s.request.wants(id):
			region, space := namespace(id)
			s.spaces[[2]string{region, space}] = true
			start, length := found.start, len(found.text)
			s.listing.Answers = append(s.listing.Answers, Answer{
				Identity: id, Origin: origin,
				data: func(context.Context) (sae.Description, error) {
					data, err := f.data(start, length)
					return sae.Description{Data: data}, err
				},
			})
		}
	})
}

// reader reads until the context ends.
type reader struct {
	ctx context.Context
	io.Reader
}

func (r reader) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.Reader.Read(p)
}

func (a savedAnswer) identify() (job.Identity, error) {
	data, err := unwrap(a.text)
	err = cmp.Or(a.err, err)
	if err != nil {
		return job.Identity{}, err
	}
	t, err := job.FromAnswer(data)
	if err != nil {
		return job.Identity{}, err
	}
	return t.Identity(), nil
}

// wants reports whether a saved answer is of a namespace that was asked for. Its
// own region is the one that a name without region means.
func (r Request) wants(id job.Identity) bool {
	own := regionOf(id)
	space, _ := region.NamespaceID(own, cmp.Or(id.NamespaceID, own))
	for _, text := range r.Namespaces {
		if asked, err := region.NamespaceID(own, text); err == nil && asked == space {
			return true
		}
	}
	return len(r.Namespaces) == 0
}

// savedFile is a file of answers; text is what was on stdin.
type savedFile struct {
	name string
	text []byte
}

func (f savedFile) open() (io.ReadCloser, error) {
	if f.text != nil {
		return io.NopCloser(bytes.NewReader(f.text)), nil
	}
	return os.Open(f.name)
}

// data reads the Data of an answer again.
func (f savedFile) data(start, length int) ([]byte, error) {
	if f.text != nil {
		return unwrap(f.text[start : start+length])
	}
	in, err := os.Open(f.name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	text := make([]byte, length)
	if _, err := in.ReadAt(text, int64(start)); err != nil {
		return nil, atomic.Changed(f.name)
	}
	return unwrap(text)
}
