package emulator

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
)

// template is one Data object: its bytes, and the members that calls select it by.
type template struct {
	data        []byte // as it came
	application []byte // what ListJobs shows of it
	appID       string
	appName     string
	namespaceID string
}

// store holds the templates, in the order in which they came.
type store struct {
	mu         sync.Mutex
	templates  []template
	namespaces map[string]bool // all there ever were
}

// load adds every *.json file at the top of data.
func (s *store) load(data fs.FS) error {
	names, err := fs.Glob(data, "*.json")
	if err != nil {
		return err
	}
	from := map[string]string{} // the file an AppId came from
	for _, name := range names {
		text, err := fs.ReadFile(data, name)
		if err != nil {
			return err
		}
		t, err := read(text)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if other, twice := from[t.appID]; twice {
			return fmt.Errorf("%s: AppId %q is also in %s", name, t.appID, other)
		}
		from[t.appID] = name
		s.put(t)
	}
	return nil
}

// read reads a Data object. It looks only at the members that calls need: the rest
// may be any JSON, and is kept as it is.
func read(data []byte) (template, error) {
	var members map[string]json.RawMessage
	if err := json.Unmarshal(data, &members); err != nil {
		if json.Valid(data) {
			return template{}, errors.New("not a JSON object")
		}
		return template{}, fmt.Errorf("not JSON: %w", err)
	}
	t := template{
		data:        bytes.Clone(data),
		application: application(members),
		appID:       text(members["AppId"]),
		appName:     text(members["AppName"]),
		namespaceID: text(members["NamespaceId"]),
	}
	if t.appID == "" {
		return template{}, errors.New("no AppId")
	}
	return t, nil
}

// text returns a member's value if that is text, else nothing.
func text(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) != nil {
		return ""
	}
	return s
}

// put adds t, or replaces the one of the same AppId.
func (s *store) put(t template) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.namespaces == nil {
		s.namespaces = map[string]bool{}
	}
	region, _, _ := strings.Cut(t.namespaceID, ":")
	s.namespaces[region] = true // a region's own namespace is always there
	s.namespaces[t.namespaceID] = true
	if i := s.index(t.appID); i >= 0 {
		s.templates[i] = t
		return
	}
	s.templates = append(s.templates, t)
}

func (s *store) remove(appID string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	i := s.index(appID)
	if i < 0 {
		return false
	}
	s.templates = slices.Delete(s.templates, i, i+1)
	return true
}

func (s *store) find(appID string) (template, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if i := s.index(appID); i >= 0 {
		return s.templates[i], true
	}
	return template{}, false
}

// all returns the templates of one moment, and whether that namespace is
// known.
func (s *store) all(namespaceID string) (templates []template, known bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.templates), s.namespaces[namespaceID]
}

func (s *store) index(appID string) int {
	return slices.IndexFunc(s.templates, func(t template) bool { return t.appID == appID })
}
